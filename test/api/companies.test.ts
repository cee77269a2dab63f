import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

describe('POST /v1/companies', () => {
  test('makes a company, which is then listed and read', async () => {
    const made = await product.operator.post('/v1/companies', { name: 'Demo', external_id: 'x1' });
    expect(made.status).toBe(201);
    expect(made.body.id).toMatch(/^co_/);
    const read = await product.operator.get(`/v1/companies/${made.body.id}`);
    expect(read.body).toEqual(made.body);
    const list = await product.operator.get('/v1/companies?search=dem');
    expect(list.body.data).toEqual([made.body]);
  });

  test('refuses an unknown field, an empty name and a wrong type with a pointer', async () => {
    const wrong = [
      { name: '' },
      { name: 7 },
      {},
      { name: 'a', colour: 'red' },
      { name: 'a\u0000' },
    ];
    for (const body of wrong) {
      const refused = await product.operator.post('/v1/companies', body);
      expect(refused.status).toBe(422);
      expect(refused.body.code).toBe('invalid_value');
      expect(refused.body.errors[0].pointer).toBeTypeOf('string');
    }
  });

  test('refuses an external id that is taken', async () => {
    await product.operator.post('/v1/companies', { name: 'A', external_id: 'taken' });
    const again = await product.operator.post('/v1/companies', { name: 'B', external_id: 'taken' });
    expect(again.status).toBe(409);
    expect(again.body.code).toBe('already_exists');
  });

  test('replays the first answer for the same key, and refuses another body under it', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const [first, second] = await Promise.all([
      product.operator.post('/v1/companies', { name: 'Once' }, key),
      product.operator.post('/v1/companies', { name: 'Once' }, key),
    ]);
    expect(second?.body).toEqual(first?.body);
    const other = await product.operator.post('/v1/companies', { name: 'Twice' }, key);
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('idempotency_key_reused');
  });

  test('is closed to those without a key and to companies', async () => {
    expect((await product.as(undefined).post('/v1/companies', { name: 'A' })).status).toBe(401);
    expect((await product.as('nonsense').post('/v1/companies', { name: 'A' })).status).toBe(401);
    const { body: company } = await product.operator.post('/v1/companies', { name: 'Own' });
    const made = await product.operator.post(`/v1/companies/${company.id}/api-keys`, {
      name: 'k',
      scopes: ['read', 'manage'],
    });
    const own = product.as(made.body.key);
    expect((await own.post('/v1/companies', { name: 'A' })).status).toBe(403);
    expect((await own.get('/v1/companies')).body.data).toHaveLength(1);
    const { body: other } = await product.operator.post('/v1/companies', { name: 'Other' });
    expect((await own.get(`/v1/companies/${other.id}`)).status).toBe(404);
    expect((await own.get('/v1/companies/co_never')).status).toBe(404);
  });
});
