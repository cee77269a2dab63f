import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

describe('GET /v1/companies/{co}/billing-information', () => {
  test('shows every billing account with licenses, minutes, receipts and alerts', async () => {
    const { operator } = product;
    const company = (await operator.post('/v1/companies', { name: 'Two accounts' })).body.id;
    const clock = await operator.post('/v1/test-clocks', { now: '2026-01-01T00:00:00Z' });
    for (const name of ['East', 'West']) {
      await operator.post(`/v1/companies/${company}/billing-accounts`, {
        name,
        currency: 'EUR',
        time_zone: 'Europe/Berlin',
        anchor_date: '2026-01-01',
        test_clock: clock.body.id,
      });
    }
    const { status, body } = await operator.get(`/v1/companies/${company}/billing-information`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ company, name: 'Two accounts' });
    expect(body.billing_accounts.map((one: { name: string }) => one.name)).toEqual([
      'East',
      'West',
    ]);
    expect(body.billing_accounts[0]).toMatchObject({
      standing: 'good',
      licenses: { crm: { total: 0, assigned: 0 } },
      minutes: { balance: { amount: '0.00', currency: 'EUR' } },
      latest_receipts: [],
      alerts: [],
    });
  });

  test('alerts to storage over its allowance, where to get below, and to suspension', async () => {
    const { operator } = product;
    const company = (await operator.post('/v1/companies', { name: 'Alerted' })).body.id;
    const clock = await operator.post('/v1/test-clocks', { now: '2026-01-01T00:00:00Z' });
    const account = await operator.post(`/v1/companies/${company}/billing-accounts`, {
      name: 'Main',
      currency: 'USD',
      time_zone: 'UTC',
      anchor_date: '2026-01-01',
      test_clock: clock.body.id,
    });
    const path = `/v1/billing-accounts/${account.body.id}`;
    await operator.put(`${path}/storage/objects/film`, {
      meter: 'files',
      kind: 'file',
      name: 'Film',
      bytes: 1_500_000_000,
      created_at: '2025-12-01T00:00:00Z',
      last_used_at: '2025-12-01T00:00:00Z',
    });
    await operator.post(`${path}/suspend`, { reason: 'not paid' });
    const { body } = await operator.get(`/v1/companies/${company}/billing-information`);
    const [{ alerts }] = body.billing_accounts;
    expect(
      alerts.map((alert: { code: string; level: string }) => [alert.code, alert.level]),
    ).toEqual([
      ['account_suspended', 'critical'],
      ['storage_over', 'warning'],
    ]);
    expect(alerts[1].message).toBe(
      'Files is over the free allowance; $10.00 is projected for this period.',
    );
  });

  test('of another company does not exist', async () => {
    const mine = (await product.operator.post('/v1/companies', { name: 'Mine' })).body.id;
    const other = (await product.operator.post('/v1/companies', { name: 'Other' })).body.id;
    const key = await product.operator.post(`/v1/companies/${other}/api-keys`, {
      name: 'k',
      scopes: ['read'],
    });
    const stranger = product.as(key.body.key);
    const { status } = await stranger.get(`/v1/companies/${mine}/billing-information`);
    expect(status).toBe(404);
  });
});
