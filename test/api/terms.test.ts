import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let now = new Date('2026-11-22T12:00:00Z');
beforeAll(async () => {
  product = await startProduct({ clock: { now: () => now } });
});
afterAll(() => product.close());

const URL_OF_TERMS = 'https://rang.example/terms';

test('orders accept the terms that are published from their day on, and no others', async () => {
  const { operator } = product;
  const account = await openAccount(product, { tokens: ['tok_ok'] });
  const published = await operator.post('/v1/terms', {
    version: '2027-01',
    url: URL_OF_TERMS,
    effective_on: '2027-01-01',
  });
  expect(published).toMatchObject({ status: 201, body: { in_force: false } });
  const before = (await account.quote({ minutes: '10.00' })).body;
  expect(before.terms).toEqual({ version: '2026-11-01', url: '/terms' });
  now = new Date('2027-01-01T00:00:00Z');
  const quote = (await account.quote({ minutes: '10.00' })).body;
  expect(quote.terms).toEqual({ version: '2027-01', url: URL_OF_TERMS });
  expect((await operator.get('/v1/me')).body.terms.version).toBe('2027-01');
  const old = await account.accept(quote.id, {}, { terms_version: '2026-11-01' });
  expect(old).toMatchObject({
    status: 422,
    body: { code: 'terms_not_accepted', details: { version: '2027-01' } },
  });
  const done = await account.accept(quote.id, {}, { terms_version: '2027-01' });
  expect(done.status, JSON.stringify(done.body)).toBe(201);
  const { data } = (await operator.get('/v1/terms')).body;
  expect(
    data.map((one: { version: string; in_force: boolean }) => [one.version, one.in_force]),
  ).toEqual([
    ['2027-01', true],
    ['2026-11-01', false],
  ]);
});

test('a version is published once, at an address that is one', async () => {
  const { operator } = product;
  const again = await operator.post('/v1/terms', { version: '2027-01', url: '/terms' });
  expect(again).toMatchObject({ status: 409, body: { code: 'already_exists' } });
  expect(again.body.errors[0].pointer).toBe('/version');
  const shipped = await operator.post('/v1/terms', { version: '2026-11-01', url: '/terms' });
  expect(shipped.body.code).toBe('already_exists');
  for (const url of ['javascript:alert(1)', '//elsewhere.example', '/\\elsewhere', 'terms']) {
    const answer = await operator.post('/v1/terms', { version: 'x', url });
    expect(answer.status, url).toBe(422);
  }
});
