import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BillingAccountUnderTest, openAccount } from './billing-account.ts';
import { type Caller, type Product, startProduct } from './product.ts';

/** Values that no honest dialer sends, or that come twice, late or the wrong way round. */
let product: Product;
let account: BillingAccountUnderTest;
let dialer: Caller;

beforeAll(async () => {
  product = await startProduct();
  account = await openAccount(product);
  const key = { name: 'Dialer', scopes: ['admission', 'read'] };
  const made = await product.operator.post(`/v1/companies/${account.company}/api-keys`, key);
  dialer = product.as(made.body.key);
  await account.buy({ totals: { flex_port: 20 } });
  await account.buy({ minutes: '10.00' });
});
afterAll(() => product.close());

const inbound = (more: object = {}) => ({
  billing_account: account.id,
  activity: 'call.inbound_acd',
  ...more,
});

async function call(more: object = {}): Promise<string> {
  const { status, body } = await dialer.post('/v1/authorizations', inbound(more));
  expect(status).toBe(201);
  return `/v1/authorizations/${body.id}`;
}

const held = async () => (await dialer.get(`/v1/billing-accounts/${account.id}/minutes`)).body;

describe('used_seconds', () => {
  test.each([
    ['negative', -1],
    ['a day and more', 86_400.001],
    ['a year', 31_536_000],
    ['finer than a millisecond', 1.0001],
    ['text', '60'],
    ['nothing', null],
  ])('%s is refused with its pointer, and the call goes on', async (_what, used) => {
    const at = await call();
    const before = await held();
    for (const [way, more] of [
      ['settle', {}],
      ['extend', { seconds: 60 }],
    ] as const) {
      const refused = await dialer.post(`${at}/${way}`, { used_seconds: used, ...more });
      expect(refused.status).toBe(422);
      expect(refused.body.errors[0].pointer).toBe('/used_seconds');
    }
    expect(await held()).toEqual(before);
    expect((await dialer.post(`${at}/settle`, { used_seconds: 1 })).status).toBe(200);
  });

  test('lower than reported before takes nothing back: the report is charged, as a conflict', async () => {
    const at = await call();
    await dialer.post(`${at}/extend`, { used_seconds: 90, seconds: 60 });
    const lower = await dialer.post(`${at}/extend`, { used_seconds: 10, seconds: 60 });
    expect(lower.body).toMatchObject({ granted_seconds: 150, final: false });
    const settled = await dialer.post(`${at}/settle`, { used_seconds: 10 });
    expect(settled.body).toMatchObject({ charged: { amount: '0.04' }, conflict: true });
  });
});

test('settled twice with different figures: the first stands, and the second is told so', async () => {
  const at = await call();
  const first = await dialer.post(`${at}/settle`, { used_seconds: 30 });
  const second = await dialer.post(`${at}/settle`, { used_seconds: 300 });
  expect(second.body).toEqual({ ...first.body, conflict: true });
  expect((await dialer.post(`${at}/settle`, { used_seconds: 30 })).body).toEqual(first.body);
});

test('extended after its end: the same answer every time, final, and nothing is held', async () => {
  const at = await call();
  await dialer.post(`${at}/settle`, { used_seconds: 5 });
  const before = await held();
  for (let turn = 0; turn < 2; turn += 1) {
    const again = await dialer.post(`${at}/extend`, { used_seconds: 5, seconds: 60 });
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ granted_seconds: 60, final: true });
  }
  expect(await held()).toEqual(before);
});

test('final is not the end: after a top-up the same call is extended again', async () => {
  const poor = await openAccount(product);
  await poor.buy({ totals: { flex_port: 1 } });
  await poor.buy({ minutes: '0.03' });
  const { operator } = product;
  const request = inbound({ billing_account: poor.id });
  const { body } = await operator.post('/v1/authorizations', request);
  const at = `/v1/authorizations/${body.id}`;
  const last = await operator.post(`${at}/extend`, { used_seconds: 60, seconds: 60 });
  expect(last.body).toMatchObject({ granted_seconds: 60, final: true });
  await poor.buy({ minutes: '0.30' });
  const more = await operator.post(`${at}/extend`, { used_seconds: 60, seconds: 60 });
  expect(more.body).toMatchObject({ granted_seconds: 120, final: false });
  expect((await operator.post(`${at}/release`)).status).toBe(200);
});
