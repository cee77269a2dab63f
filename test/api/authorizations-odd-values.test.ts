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

test('a destination that no rate covers is refused as that, and holds nothing', async () => {
  const { operator } = product;
  await operator.put('/v1/catalog/license-types/flex_port', {
    name: 'Flex Port',
    kind: 'pooled',
    unit: 'port',
    requires: ['crm'],
    prices: { USD: '35.00', CHF: '40.00' },
  });
  // The shipped rates have no price in francs.
  const swiss = await openAccount(product, { currency: 'CHF' });
  await swiss.buy({ totals: { flex_port: 1 } });
  const request = inbound({ billing_account: swiss.id, destination: '+41441234567' });
  const { status, body } = await operator.post('/v1/authorizations', request);
  expect(status).toBe(200);
  expect(body).toMatchObject({ allowed: false, reasons: [{ code: 'no_rate' }] });
  const { body: ports } = await operator.get(`/v1/billing-accounts/${swiss.id}/ports`);
  expect(ports).toMatchObject({ total: 1, in_use: 0 });
});

describe('a clock of the machine that is set back', () => {
  let now = new Date();
  const clock = { now: () => new Date(now) };
  let moved: Product;
  beforeAll(async () => {
    moved = await startProduct({ clock });
  });
  afterAll(() => moved.close());

  const HOUR_MS = 3_600_000;

  test('lets no lease expire sooner, revives none, and charges each call once', async () => {
    const real = await openAccount(moved, {
      realTime: true,
      anchor: now.toISOString().slice(0, 10),
    });
    await real.buy({ totals: { flex_port: 1 }, minutes: '10.00' });
    const request = { billing_account: real.id, activity: 'call.inbound_acd' };
    const ask = () => moved.operator.post('/v1/authorizations', request);
    const on = (id: string, way: string, body: object) =>
      moved.operator.post(`/v1/authorizations/${id}/${way}`, body);
    const first = (await ask()).body;
    now = new Date(now.getTime() + HOUR_MS);
    const second = (await ask()).body; // In the place of the first, which has expired.
    now = new Date(now.getTime() - HOUR_MS);

    expect((await on(first.id, 'extend', { used_seconds: 5, seconds: 60 })).body).toMatchObject({
      granted_seconds: 60,
      final: true,
    });
    const refused = (await ask()).body;
    expect(refused).toMatchObject({ allowed: false, reasons: [{ code: 'insufficient_ports' }] });
    const extended = await on(second.id, 'extend', { used_seconds: 30, seconds: 60 });
    expect(extended.body).toMatchObject({ granted_seconds: 90, final: false });
    expect(extended.body.expires_at >= second.expires_at).toBe(true);
    const settled = await on(second.id, 'settle', { used_seconds: 42 });
    expect(settled.body).not.toHaveProperty('late');
    expect((await on(second.id, 'settle', { used_seconds: 42 })).body).toEqual(settled.body);
    expect((await ask()).status).toBe(201);

    now = new Date(now.getTime() + HOUR_MS);
    const late = await on(first.id, 'settle', { used_seconds: 5 });
    expect(late.body).toMatchObject({ late: true, charged: settled.body.charged });
    const entries = (await moved.operator.get(`/v1/billing-accounts/${real.id}/minutes/entries`))
      .body.data;
    expect(entries.filter(({ kind }: { kind: string }) => kind === 'usage')).toHaveLength(2);
  });

  test('lets no API key live longer than it was revoked', async () => {
    const { body: co } = await moved.operator.post('/v1/companies', { name: 'Keyed' });
    const keys = `/v1/companies/${co.id}/api-keys`;
    const { body: key } = await moved.operator.post(keys, { name: 'k', scopes: ['read'] });
    const own = moved.as(key.key);
    expect((await own.get(`/v1/companies/${co.id}`)).status).toBe(200);
    expect((await moved.operator.delete(`/v1/api-keys/${key.id}`)).status).toBe(200);
    now = new Date(now.getTime() - HOUR_MS);
    expect((await own.get(`/v1/companies/${co.id}`)).status).toBe(401);
  });
});
