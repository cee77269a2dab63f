import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOfStep } from '../../src/http/auth/totp.ts';
import { type Product, startProduct } from './product.ts';
import { auditOf, companyOf, signedIn, tokenOf, type Visitor, visitorOf } from './visitor.ts';

const PASSWORD = 'correct horse battery';
const EMAIL = 'ana@acme.example';

let product: Product;
let company: string;
let ana: string;
let call: Visitor;
let secret: Buffer;
let recoveryCodes: string[];
let now = new Date('2026-11-22T12:00:00Z');

const code = () => codeOfStep(secret, BigInt(Math.floor(now.getTime() / 30_000)));
const nextCode = () => {
  now = new Date(now.getTime() + 30_000);
  return code();
};

/** What an app does with the secret that was typed into it. */
function bytesOf(text: string): Buffer {
  const bits = [...text].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one));
  const joined = bits.map((five) => five.toString(2).padStart(5, '0')).join('');
  return Buffer.from(joined.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? []);
}

async function firstStep(): Promise<Visitor> {
  const browser = visitorOf(product);
  const step = await browser('POST', '/v1/session', { email: EMAIL, password: PASSWORD });
  expect(step.body).toEqual({ signed_in: false, next: 'second_factor' });
  return browser;
}

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => now } });
  const acme = await companyOf(product);
  company = acme.company;
  ana = await acme.hire(EMAIL, 'Administrator');
  ({ call } = await signedIn(product, ana));
  await call('PUT', '/v1/session/password', { password: PASSWORD });
});
afterAll(() => product.close());

describe('two-factor sign-in', () => {
  test('is on only once a code of the app was right', async () => {
    const made = await call('POST', '/v1/me/two-factor');
    expect(made.status).toBe(201);
    secret = bytesOf(made.body.secret);
    expect(made.body.uri).toContain(`secret=${made.body.secret}`);
    const unconfirmed = visitorOf(product);
    const step = await unconfirmed('POST', '/v1/session', { email: EMAIL, password: PASSWORD });
    expect(step.body).toEqual({ signed_in: true });
    const wrong = await call('POST', '/v1/me/two-factor/confirm', { code: '000000' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalid_value' } });
    const right = await call('POST', '/v1/me/two-factor/confirm', { code: code() });
    expect(right.status).toBe(200);
    recoveryCodes = right.body.recovery_codes;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await unconfirmed('GET', '/v1/me')).status).toBe(401);
    expect((await call('GET', '/v1/me/security')).body).toMatchObject({
      has_password: true,
      two_factor: true,
      recovery_codes_left: 10,
    });
  });

  test('asks for a code after the password and after a link; nothing opens before', async () => {
    const browser = await firstStep();
    expect((await browser('GET', '/v1/me')).status).toBe(401);
    const link = await product.operator.post(`/v1/employees/${ana}/sign-in-links`);
    const opened = await visitorOf(product)('POST', '/v1/session/link', {
      token: tokenOf(link.body.url),
    });
    expect(opened.body).toEqual({ signed_in: false, next: 'second_factor' });
    const done = await browser('POST', '/v1/session/second-factor', { code: nextCode() });
    expect(done.body).toEqual({ signed_in: true });
    const { body } = await browser('GET', '/v1/me/sessions');
    expect(body.data.find((one: { current: boolean }) => one.current)).toMatchObject({
      method: 'password',
      second_factor: true,
    });
  });

  test('takes a code once, and only in the browser that took the first step', async () => {
    const seen = nextCode();
    const stranger = await visitorOf(product)('POST', '/v1/session/second-factor', { code: seen });
    expect(stranger.status).toBe(401);
    const browser = await firstStep();
    expect((await browser('POST', '/v1/session/second-factor', { code: seen })).status).toBe(200);
    const again = await firstStep();
    expect((await again('POST', '/v1/session/second-factor', { code: seen })).status).toBe(422);
  });

  test('takes each recovery code once, however it is typed', async () => {
    const [one = ''] = recoveryCodes;
    const typed = ` ${one.toUpperCase().replaceAll('-', ' ')}`;
    const browser = await firstStep();
    const done = await browser('POST', '/v1/session/second-factor', { code: typed });
    expect(done.body).toEqual({ signed_in: true });
    const again = await firstStep();
    const refused = await again('POST', '/v1/session/second-factor', { code: one });
    expect(refused.status).toBe(422);
    expect((await browser('GET', '/v1/me/security')).body.recovery_codes_left).toBe(9);
  });

  test('is not guessed: after a few codes the answer is to wait, whatever the browser', async () => {
    const tries: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      const browser = await firstStep();
      const { status } = await browser('POST', '/v1/session/second-factor', { code: '123456' });
      tries.push(status);
    }
    expect(tries.at(-1)).toBe(429);
    const browser = await firstStep();
    const right = await browser('POST', '/v1/session/second-factor', { code: nextCode() });
    expect(right.status).toBe(429);
    now = new Date(now.getTime() + 16 * 60_000);
    const rested = await firstStep();
    const done = await rested('POST', '/v1/session/second-factor', { code: nextCode() });
    expect(done.status).toBe(200);
  });

  test('of several answers with one code at once, one opens', async () => {
    const browsers = await Promise.all(Array.from({ length: 4 }, firstStep));
    const one = nextCode();
    const done = await Promise.all(
      browsers.map((browser) => browser('POST', '/v1/session/second-factor', { code: one })),
    );
    expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('whose secret was sealed otherwise takes recovery codes still, and is no fault', async () => {
    const { pool } = product.open;
    const { rows } = await pool.query('select sealed_secret from auth_second_factors');
    await pool.query(`update auth_second_factors set sealed_secret = repeat('ab', 60)`);
    const browser = await firstStep();
    const app = await browser('POST', '/v1/session/second-factor', { code: nextCode() });
    expect(app.status).toBe(422);
    const body = { code: recoveryCodes[1] };
    expect((await browser('POST', '/v1/session/second-factor', body)).status).toBe(200);
    const [row] = rows;
    await pool.query('update auth_second_factors set sealed_secret = $1', [row.sealed_secret]);
  });

  test('is turned off with a code only, and all of it stands in the audit log', async () => {
    const refused = await call('POST', '/v1/me/two-factor/turn-off', { code: '000000' });
    expect(refused.status).toBe(422);
    const off = await call('POST', '/v1/me/two-factor/turn-off', { code: nextCode() });
    expect(off.body).toEqual({ two_factor: false });
    const step = { email: EMAIL, password: PASSWORD };
    expect((await visitorOf(product)('POST', '/v1/session', step)).body.signed_in).toBe(true);
    const actions = (await auditOf(product, company)).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining([
        'two_factor.turned_on',
        'two_factor.turned_off',
        'recovery_code.used',
        'session.started',
      ]),
    );
  });
});
