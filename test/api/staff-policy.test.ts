import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOfStep } from '../../src/http/auth/totp.ts';
import { type Product, startProduct } from './product.ts';
import { operatorSignedIn, tokenOf, type Visitor, visitorOf } from './visitor.ts';

let product: Product;
let admin: Visitor;
let now = new Date('2026-11-22T12:00:00Z');

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => now } });
  admin = await operatorSignedIn(product);
});
afterAll(() => product.close());

const rule = (call: Visitor, isNeeded: boolean) =>
  call('PUT', '/v1/staff-policy', { two_factor_required: isNeeded });

async function setUp(call: Visitor): Promise<number> {
  const { secret } = (await call('POST', '/v1/me/two-factor')).body;
  const bits = [...String(secret)].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one));
  const joined = bits.map((five) => five.toString(2).padStart(5, '0')).join('');
  const bytes = (joined.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2));
  now = new Date(now.getTime() + 30_000);
  const code = codeOfStep(Buffer.from(bytes), BigInt(Math.floor(now.getTime() / 30_000)));
  return (await call('POST', '/v1/me/two-factor/confirm', { code })).status;
}

test('two-factor sign-in is asked of all staff only by who has it, and by nobody alone', async () => {
  const early = await rule(admin, true);
  expect(early).toMatchObject({ status: 403, body: { code: 'two_factor_required' } });
  const byKey = await product.operator.put('/v1/staff-policy', { two_factor_required: true });
  expect(byKey).toMatchObject({ status: 403, body: { code: 'two_factor_required' } });
  expect((await admin('GET', '/v1/staff-policy')).body).toEqual({ two_factor_required: false });
  expect(await setUp(admin)).toBe(200);
  expect(await rule(admin, true)).toMatchObject({ status: 200 });
  const { data } = (await admin('GET', '/v1/staff')).body;
  expect(data).toMatchObject([{ name: 'Operator', two_factor: true }]);
  const audit = (await product.operator.get('/v1/audit?limit=100')).body.data;
  expect(
    audit.find(({ action }: { action: string }) => action === 'staff_policy.changed'),
  ).toMatchObject({ after: { two_factor_required: true } });
});

test('whoever of the staff has none is led to set it up, and then does their work', async () => {
  const person = { name: 'Sue', email: 'sue@operator.example', role: 'support' };
  const made = (await admin('POST', '/v1/staff', person)).body;
  const sue = visitorOf(product);
  await sue('POST', '/v1/session/link', { token: tokenOf(made.sign_in_link.url) });
  expect((await sue('GET', '/v1/me')).body.must_set_up_two_factor).toBe(true);
  const refused = await sue('GET', '/v1/companies');
  expect(refused).toMatchObject({ status: 403, body: { code: 'two_factor_required' } });
  expect(refused.body.detail).toContain('its own people');
  expect(await setUp(sue)).toBe(200);
  expect((await sue('GET', '/v1/companies')).status).toBe(200);
  expect((await sue('GET', '/v1/me')).body.must_set_up_two_factor).toBe(false);
  expect((await rule(sue, false)).status).toBe(403);
});

test('the last admin without their phone comes in by the printed link and takes it back', async () => {
  const printed = await operatorSignedIn(product);
  expect((await printed('GET', '/v1/me')).body.must_set_up_two_factor).toBe(false);
  expect(await rule(printed, false)).toMatchObject({ status: 200 });
  expect((await printed('GET', '/v1/staff-policy')).body).toEqual({ two_factor_required: false });
});
