import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Presence } from '../../src/database/presence.ts';
import { Idempotency } from '../../src/http/idempotency.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const make = (key: string, name = 'Once') =>
  product.operator.post('/v1/companies', { name }, { 'idempotency-key': key });

describe('an Idempotency-Key', () => {
  test('has one effect and one answer, however many send it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => make('crowd')));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const { body } = await product.operator.get('/v1/companies?search=Once');
    expect(body.data).toHaveLength(1);
  });

  test('of a wrong value is free for the corrected one', async () => {
    expect((await make('typo', '')).status).toBe(422);
    expect((await make('typo', 'Right')).status).toBe(201);
  });

  test('keeps a refusal by the present state as its answer', async () => {
    const taken = { name: 'A', external_id: 'kept' };
    await product.operator.post('/v1/companies', taken);
    const key = { 'idempotency-key': 'kept' };
    const first = await product.operator.post('/v1/companies', taken, key);
    const again = await product.operator.post('/v1/companies', taken, key);
    expect(first.status).toBe(409);
    expect(again.body).toEqual(first.body); // The request's number included.
  });

  test('of another company is another key', async () => {
    const keys = [];
    for (const name of ['Left', 'Right']) {
      const { body: company } = await product.operator.post('/v1/companies', { name });
      const { body: key } = await product.operator.post(`/v1/companies/${company.id}/api-keys`, {
        name: 'k',
        scopes: ['manage'],
      });
      const path = `/v1/companies/${company.id}/permission-groups`;
      const group = { name: 'Night shift', permissions: [] };
      const caller = product.as(key.key);
      keys.push((await caller.post(path, group, { 'idempotency-key': 'same' })).body.id);
    }
    expect(new Set(keys).size).toBe(2);
  });

  test('replays a created API key without its secret', async () => {
    const path = '/v1/api-keys';
    const body = { name: 'Operator two', scopes: ['read'] };
    const first = await product.operator.post(path, body, { 'idempotency-key': 'secret' });
    const again = await product.operator.post(path, body, { 'idempotency-key': 'secret' });
    expect(first.body.key).toMatch(/^tk_/);
    expect(again.body).toEqual({ ...first.body, key: undefined });
  });

  test('is forgotten after 30 days', async () => {
    const { body: first } = await make('old', 'Old');
    const { database, target } = product.open;
    const later = { now: () => new Date(Date.now() + 31 * 86_400_000) };
    expect(
      await new Idempotency(database, later, new Presence(target)).forgetOld(),
    ).toBeGreaterThan(0);
    expect((await make('old', 'Old')).body.id).not.toBe(first.id);
  });
});
