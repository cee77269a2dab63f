import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const makeClock = async (now: string) =>
  (await product.operator.post('/v1/test-clocks', { now })).body.id as string;

describe('POST /v1/test-clocks', () => {
  test('makes a clock that stands still', async () => {
    const made = await product.operator.post('/v1/test-clocks', { now: '2026-01-31T12:00:00Z' });
    expect(made.status).toBe(201);
    const read = await product.operator.get(`/v1/test-clocks/${made.body.id}`);
    expect(read.body).toEqual({ id: made.body.id, now: '2026-01-31T12:00:00.000Z' });
  });

  test('rules the time of the accounts opened under it', async () => {
    const clock = await makeClock('2026-01-31T12:00:00Z');
    const { body: company } = await product.operator.post('/v1/companies', { name: 'Clocked' });
    const open = (test_clock?: string) =>
      product.operator.post(`/v1/companies/${company.id}/billing-accounts`, {
        name: 'Main',
        currency: 'USD',
        time_zone: 'America/New_York',
        anchor_date: '2026-01-31',
        ...(test_clock === undefined ? {} : { test_clock }),
      });
    const { body: account } = await open(clock);
    expect(account.period).toEqual({ start: '2026-01-31', end: '2026-02-28' });
    expect((await open()).body.code).toBe('clock_differs');
    expect((await open('clk_never')).status).toBe(404);
  });
});

describe('POST /v1/test-clocks/{id}/advance', () => {
  test('moves it forward, and repeating the move changes nothing', async () => {
    const clock = await makeClock('2026-01-01T00:00:00Z');
    for (const _ of [1, 2]) {
      const moved = await product.operator.post(`/v1/test-clocks/${clock}/advance`, {
        now: '2026-03-01T00:00:00Z',
      });
      expect(moved.status).toBe(200);
      expect(moved.body.now).toBe('2026-03-01T00:00:00.000Z');
    }
  });

  test('never goes back', async () => {
    const clock = await makeClock('2026-01-02T00:00:00Z');
    const back = await product.operator.post(`/v1/test-clocks/${clock}/advance`, {
      now: '2026-01-01T23:59:59.999Z',
    });
    expect(back.status).toBe(409);
    expect(back.body.code).toBe('clock_backwards');
  });
});
