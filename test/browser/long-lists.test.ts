import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage, whyNot } from './stage.ts';

const PEOPLE = 10_000;
const MOVEMENTS = 1_000_000;

/** More rows than a window shows, and far fewer than a page of the server. */
const DRAWN_MAX = 80;
/** A page of the server: more is never asked for at once. */
const PAGE = 100;

const FILL_PEOPLE = `
  insert into companies_employees (id, company, first_name, last_name, email, permission_group,
                                   created_at)
  select 'emp_' || lpad(n::text, 26, '0'), company, 'Person', 'No ' || n,
         'no' || n || '@example.com', permission_group, created_at
  from companies_employees, generate_series(1, $2::int) n
  where id = $1`;

const FILL_MOVEMENTS = `
  with book as (
    update wallet_books set balance = balance - $2::bigint, last_sequence = last_sequence + $2
    where account = $1
    returning account, balance + $2 as balance, last_sequence - $2 as last_sequence
  )
  insert into wallet_journal (account, sequence, kind, debit_book, credit_book, amount,
                              balance_after, subject, occurred_at)
  select account, last_sequence + n, 'usage', 'balance', 'usage', 1, balance - n,
         'auth_' || lpad(n::text, 26, '0'), now()
  from book, generate_series(1, $2::int) n`;

let stage: Stage;
beforeAll(async () => {
  if (whyNot !== undefined) return;
  stage = await openStage();
  await stage.pool.query(FILL_PEOPLE, [stage.people.get('Ann')?.id, PEOPLE]);
  await stage.pool.query(FILL_MOVEMENTS, [stage.account, MOVEMENTS]);
  await stage.pool.query('analyze');
}, 180_000);
afterAll(() => stage?.close());

/** Turns the wheel over a list until rows have come from the server several times. */
async function scrollThrough(page: Page, label: string, address: RegExp) {
  const asked: URL[] = [];
  page.on('request', (request) => {
    if (address.test(request.url())) asked.push(new URL(request.url()));
  });
  const list = page.getByRole('region', { name: `${label}, which scrolls` });
  let drawn = 0;
  await expect
    .poll(
      async () => {
        await list.hover(); // At its end the page scrolls on, and takes it from under the mouse.
        await page.mouse.wheel(0, 4_000);
        drawn = Math.max(drawn, await list.locator('tbody[data-index]').count());
        return asked.length;
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(3);
  return { asked, drawn };
}

describe.skipIf(whyNot !== undefined)('a list that is longer than anybody reads', () => {
  test('of ten thousand people draws what is seen, asks page by page, and finds one', async () => {
    const page = await stage.signedIn('Dana');
    await page.goto('/employees');
    const { asked, drawn } = await scrollThrough(page, 'Employees', /\/employees\?/);
    expect(drawn).toBeLessThan(DRAWN_MAX);
    expect(asked.every((url) => Number(url.searchParams.get('limit')) <= PAGE)).toBe(true);
    await page.getByLabel('Search').fill('no9876@');
    await page.getByText('Person No 9876').waitFor();
    await page.context().close();
  }, 60_000);

  test('of a million movements draws what is seen, and is filtered by the server', async () => {
    const page = await stage.signedIn('Dana');
    await page.goto(`/billing-accounts/${stage.account}#minutes`);
    const { asked, drawn } = await scrollThrough(page, 'Movements', /\/minutes\/entries\?/);
    expect(drawn).toBeLessThan(DRAWN_MAX);
    expect(asked.every((url) => Number(url.searchParams.get('limit')) <= PAGE)).toBe(true);
    await page.getByText('Purchases', { exact: true }).click();
    const rows = page.getByRole('region', { name: 'Movements, which scrolls' });
    await expect.poll(() => rows.locator('tbody[data-index]').count()).toBeLessThan(20);
    await page.context().close();
  }, 60_000);

  test('of ten thousand assignments draws what is seen', async () => {
    const page = await stage.signedIn('Dana');
    await page.goto(`/billing-accounts/${stage.account}#assignments`);
    const { drawn } = await scrollThrough(page, 'Assignments', /\/(assignments|employees)\?/);
    expect(drawn).toBeLessThan(DRAWN_MAX);
    await page.context().close();
  }, 60_000);
});
