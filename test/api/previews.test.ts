import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const figures = ({ lines, net, tax, total }: Json) => ({
  net,
  tax,
  total,
  lines: lines.map(({ description: _, ...line }: Json) => line),
});

describe('what is shown before is what is charged', () => {
  test.each([
    ['USD', 'America/New_York', '2026-11-01', '10.01'],
    ['EUR', 'Europe/London', '2026-10-31', '0.01'],
    ['GBP', 'Pacific/Chatham', '2024-02-29', '99.99'],
    ['USD', 'America/Santiago', '2026-11-22', '1234.56'],
  ])('in %s in %s from %s', async (currency, timeZone, anchor, minutes) => {
    const account = await openAccount(product, { currency, timeZone, anchor });
    const orders: Json[] = [
      { totals: { crm: 7, dialer_tab: 3, dialer: 3 }, minutes },
      { totals: { crm: 11, flex_port: 5 } },
      { totals: { dialer: 1 } },
      { totals: { dialer: 4, crm: 9 } },
    ];
    let day = new Date('2026-11-24T03:00:00Z').getTime();
    for (const order of orders) {
      const quoted = await account.quote(order);
      expect(quoted, JSON.stringify(quoted.body)).toMatchObject({ status: 201 });
      const { body: ordered } = await account.accept(quoted.body.id);
      const due = ordered.receipt?.total ?? { amount: '0.00', currency };
      expect(due).toEqual(quoted.body.due_now);
      day += 86_400_000 * 3;
      await account.advance(new Date(day).toISOString());
    }
    for (let renewal = 0; renewal < 3; renewal += 1) {
      const upcoming = await account.get('/invoices/upcoming');
      const soon = new Date(`${upcoming.period.start}T20:00:00Z`);
      await account.advance(soon.toISOString());
      const invoice = (await account.invoices()).at(-1);
      expect(invoice.period).toEqual(upcoming.period);
      expect(figures(invoice)).toEqual(figures(upcoming));
    }
  });

  test.each([
    ['2020-01-01', 422],
    ['2026-12-02', 422],
    ['2026-11-23', 422],
  ])('a decrease cannot take effect on %s', async (effective_on, status) => {
    const account = await openAccount(product);
    await account.buy({ totals: { crm: 3 } });
    const refused = await account.quote({ totals: { crm: 1 }, effective_on });
    expect(refused).toMatchObject({ status, body: { code: 'invalid_value' } });
  });

  test('a price changed in the middle of a contract changes nothing that the contract sets', async () => {
    const account = await openAccount(product, { currency: 'GBP' });
    const { operator } = product;
    // A type of its own, that no other account has been charged for.
    const price = (GBP: string, effective_on?: string) =>
      operator.put('/v1/catalog/license-types/fax_port', {
        name: 'Fax Port',
        kind: 'pooled',
        unit: 'port',
        requires: [],
        prices: { GBP },
        effective_on,
      });
    await price('50.00');
    await account.buy({ totals: { fax_port: 2 } });
    const contract = { starts_on: '2026-11-23', months: 2, floors: {}, at_end: 'lapse' };
    await operator.post(`/v1/billing-accounts/${account.id}/contracts`, {
      ...contract,
      prices: { fax_port: '30.00' },
    });
    expect((await price('77.00', '2026-12-15')).status).toBe(200);
    await account.advance('2027-02-01T12:00:00Z');
    const nets = (await account.invoices()).map(({ net }) => net.amount);
    expect(nets).toEqual(['60.00', '60.00', '154.00']);
    // What is charged is never repriced.
    expect((await price('1.00', '2026-12-01')).body.code).toBe('already_charged');
  });
});
