import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BillingAccountUnderTest, openAccount } from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

let product: Product;
let account: BillingAccountUnderTest;
let path: string;
let employee: string;

/** Three days: minutes bought on each of the first two, a call on each of the last two. */
beforeAll(async () => {
  product = await startProduct();
  account = await openAccount(product, { timeZone: 'America/New_York' });
  path = `/v1/billing-accounts/${account.id}`;
  await account.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1 }, minutes: '20.00' });
  const { operator } = product;
  const made = await operator.post(`/v1/companies/${account.company}/employees`, {
    first_name: 'Ada',
    last_name: 'Agent',
    email: 'ada@example.com',
    permission_group: 'Basic User',
  });
  employee = made.body.id;
  const license = { billing_account: account.id, with_required: true };
  await operator.put(`/v1/employees/${employee}/licenses/dialer`, license);
  await account.advance('2026-11-24T15:00:00Z');
  await account.buy({ minutes: '10.00' });
  await call(61);
  await account.advance('2026-11-26T04:59:00Z'); // Still the 25th in New York.
  await call(30);
});
afterAll(() => product.close());

async function call(seconds: number): Promise<void> {
  const asked = { employee, activity: 'call.outbound', destination: '+12125550123', seconds: 120 };
  const granted = await product.operator.post('/v1/authorizations', asked);
  const settle = `/v1/authorizations/${granted.body.id}/settle`;
  const settled = await product.operator.post(settle, { used_seconds: seconds });
  expect(settled.status).toBe(200);
}

const entries = async (query = ''): Promise<Json[]> =>
  (await product.operator.get(`${path}/minutes/entries${query}`)).body.data;

describe('GET /v1/billing-accounts/{ba}/minutes/entries', () => {
  test('shows each call with who called where, its rate and what was held', async () => {
    const [last] = await entries();
    expect(last).toMatchObject({
      kind: 'usage',
      amount: { amount: '-0.03', currency: 'USD' },
      usage: {
        activity: 'call.outbound',
        employee,
        name: 'Ada Agent',
        destination: '+12125550123',
        used_seconds: 30,
        rate: { price: { amount: '0.03' }, first_seconds: 60, next_seconds: 60 },
        held: { amount: '0.06' },
      },
    });
    const [purchase] = await entries('?kind=purchase');
    expect(purchase).toMatchObject({ amount: { amount: '10.00' }, usage: null });
  });

  test('up to a day holds what moved on that day of the account and before, page by page', async () => {
    const amounts = (list: Json[]) => list.map(({ amount }) => amount.amount);
    expect(amounts(await entries('?until=2026-11-25'))).toHaveLength(4);
    expect(amounts(await entries('?until=2026-11-24'))).toEqual(['-0.06', '10.00', '20.00']);
    expect(amounts(await entries('?until=2026-11-23'))).toEqual(['20.00']);
    expect(await entries('?until=2026-11-22')).toEqual([]);
    const first = (await product.operator.get(`${path}/minutes/entries?until=2026-11-24&limit=2`))
      .body;
    expect(amounts(first.data)).toEqual(['-0.06', '10.00']);
    const rest = await entries(`?until=2026-11-24&limit=2&cursor=${first.next_cursor}`);
    expect(amounts(rest)).toEqual(['20.00']);
  });
});

describe('GET /v1/billing-accounts/{ba}/minutes/days', () => {
  test('has each local day with what was used, added, and left at its end', async () => {
    const { body } = await product.operator.get(`${path}/minutes/days?days=4`);
    const rows = body.days.map((day: Json) => [
      day.day,
      day.used.amount,
      day.added.amount,
      day.balance.amount,
    ]);
    expect(rows).toEqual([
      ['2026-11-22', '0.00', '0.00', '0.00'],
      ['2026-11-23', '0.00', '20.00', '20.00'],
      ['2026-11-24', '0.06', '10.00', '29.94'],
      ['2026-11-25', '0.03', '0.00', '29.91'],
    ]);
  });
});

describe('GET /v1/billing-accounts/{ba}/rate', () => {
  test('answers what a call to a number costs, and what the balance buys of it', async () => {
    await product.operator.put('/v1/catalog/rates/4930', {
      kind: 'voice',
      direction: 'outbound',
      prices: { USD: '0.0500' },
      first_seconds: 30,
      next_seconds: 6,
      connection_fees: { USD: '0.01' },
    });
    const { body } = await product.operator.get(`${path}/rate?destination=%2B493012345`);
    expect(body.rate).toMatchObject({
      code: 'voice/4930/outbound',
      price: { amount: '0.05' },
      connection_fee: { amount: '0.01' },
      balance_buys: 598,
    });
    expect(body.rate.examples).toEqual([
      { seconds: 10, charged: { amount: '0.035', currency: 'USD' } },
      { seconds: 60, charged: { amount: '0.06', currency: 'USD' } },
      { seconds: 300, charged: { amount: '0.26', currency: 'USD' } },
    ]);
  });

  test('says that no rate covers a number, and refuses what is none', async () => {
    await product.operator.put('/v1/catalog/rates/999', {
      kind: 'voice',
      prices: { EUR: '1.00' },
      first_seconds: 60,
      next_seconds: 60,
    });
    const none = await product.operator.get(`${path}/rate?destination=9991`);
    expect(none.body).toEqual({ destination: '9991', rate: null });
    expect((await product.operator.get(`${path}/rate?destination=home`)).status).toBe(422);
  });
});
