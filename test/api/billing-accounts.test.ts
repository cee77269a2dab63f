import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

let product: Product;
let company: string;
beforeAll(async () => {
  product = await startProduct();
  company = (await product.operator.post('/v1/companies', { name: 'Accounts' })).body.id;
});
afterAll(() => product.close());

const open = (fields: Record<string, unknown> = {}) =>
  product.operator.post(`/v1/companies/${company}/billing-accounts`, {
    name: 'Main',
    currency: 'USD',
    time_zone: 'America/New_York',
    anchor_date: '2026-01-31',
    ...fields,
  });

describe('POST /v1/companies/{co}/billing-accounts', () => {
  test.each([
    ['currency', 'XQX'],
    ['currency', 'usd'],
    ['time_zone', 'Mars/Olympus'],
    ['anchor_date', '2026-02-30'],
    ['anchor_date', '2026-2-3'],
    ['name', ''],
  ])('refuses %s = %j with a pointer to it', async (field, value) => {
    const refused = await open({ [field]: value });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].pointer).toBe(`/${field}`);
  });
});

describe('GET /v1/billing-accounts/{ba}', () => {
  test('shows an empty account whole: licenses, minutes, storage, standing, period', async () => {
    const { body: account } = await open();
    const { status, body } = await product.operator.get(`/v1/billing-accounts/${account.id}`);
    expect(status).toBe(200);
    expect(body.licenses.dialer).toMatchObject({ total: 0, assigned: 0, in_use: 0, available: 0 });
    expect(body.licenses.dialer.unit_price).toEqual({ amount: '100.00', currency: 'USD' });
    expect(body.minutes.balance).toEqual({ amount: '0.00', currency: 'USD' });
    expect(body.minutes.minutes_at_base_rate).toBe(0);
    expect(body.minutes.recharge.mode).toBe('off');
    expect(body.storage.meters.recordings.over_bytes).toBe(0);
    expect(body.standing).toBe('good');
  });

  test('of an account whose currency has no price says so instead of failing', async () => {
    const { body: account } = await open({ currency: 'JPY' });
    const { body } = await product.operator.get(`/v1/billing-accounts/${account.id}`);
    expect(body.licenses.dialer.unit_price).toBeNull();
    expect(body.minutes.minutes_at_base_rate).toBeNull();
  });
});

describe('POST /v1/billing-accounts/{ba}/suspend and /resume', () => {
  test('change the standing, and doing it twice changes nothing', async () => {
    const { body: account } = await open();
    const path = `/v1/billing-accounts/${account.id}`;
    for (const _ of [1, 2]) {
      const suspended = await product.operator.post(`${path}/suspend`, { reason: 'unpaid' });
      expect(suspended.body).toMatchObject({ standing: 'suspended', suspended_reason: 'unpaid' });
    }
    const resumed = await product.operator.post(`${path}/resume`, { reason: 'paid' });
    expect(resumed.body).toMatchObject({ standing: 'good', suspended_reason: null });
    const { body: audit } = await product.operator.get(`/v1/companies/${company}/audit`);
    const actions = audit.data.map((entry: { action: string }) => entry.action);
    expect(actions.slice(0, 2)).toEqual(['account.resumed', 'account.suspended']);
  });
});

describe('PUT /v1/billing-accounts/{ba}/minutes/recharge', () => {
  test('keeps what was set, and refuses what could never work', async () => {
    const { body: account } = await open();
    const path = `/v1/billing-accounts/${account.id}/minutes/recharge`;
    const fixed = { mode: 'fixed', threshold: '71.00', amount: '200.00', monthly_cap: '800.00' };
    const set = await product.operator.put(path, fixed);
    expect(set.body).toMatchObject({
      mode: 'fixed',
      threshold: { amount: '71.00', currency: 'USD' },
      amount: { amount: '200.00', currency: 'USD' },
    });
    for (const wrong of [
      { mode: 'fixed', threshold: '71.00' },
      { ...fixed, amount: '0.001' },
      { ...fixed, amount: '0' },
      { ...fixed, monthly_cap: '100.00' },
      { mode: 'sometimes' },
    ]) {
      const refused = await product.operator.put(path, wrong);
      expect(refused.status).toBe(422);
    }
    const { body } = await product.operator.get(`/v1/billing-accounts/${account.id}/minutes`);
    expect(body.recharge.mode).toBe('fixed');
  });
});
