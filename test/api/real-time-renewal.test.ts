import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openAccount } from './billing-account.ts';
import { type Product, startProduct } from './product.ts';

/** How far the product's clock is ahead of the machine's. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };
let product: Product;
let other: App;

beforeAll(async () => {
  product = await startProduct({ clock });
  // A second process on the same database, which looks for due work as well.
  const { open } = product;
  other = await createApp({ open, config: readConfig({}), log: false, clock });
  await other.listen(0);
});
afterAll(async () => {
  await other.close();
  await product.close();
});

test('real time renews each period once, however many processes look', async () => {
  const today = clock.now().toISOString().slice(0, 10);
  const accounts = await Promise.all(
    Array.from({ length: 6 }, () => openAccount(product, { realTime: true, anchor: today })),
  );
  for (const account of accounts) await account.buy({ totals: { crm: 1 } });
  aheadMs = 70 * 86_400_000; // Two period starts, whatever the length of the months.
  const isDone = async () => {
    const invoices = await Promise.all(accounts.map((account) => account.invoices()));
    return invoices.every((list) => list.filter(({ status }) => status === 'paid').length >= 2);
  };
  for (let tries = 0; tries < 100 && !(await isDone()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const numbers: string[] = [];
  for (const account of accounts) {
    const invoices = await account.invoices();
    expect(invoices).toMatchObject([
      { kind: 'renewal', status: 'paid', attempts: 1 },
      { kind: 'renewal', status: 'paid', attempts: 1 },
    ]);
    expect(invoices[0].period.end).toBe(invoices[1].period.start);
    numbers.push(...invoices.map(({ number }) => number));
  }
  const expected = Array.from({ length: 12 }, (_, n) => `INV-${String(n + 1).padStart(6, '0')}`);
  expect(numbers.sort()).toEqual(expected);
});
