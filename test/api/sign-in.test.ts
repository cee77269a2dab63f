import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';
import { auditOf, companyOf, signedIn as signIn, tokenOf, visitorOf } from './visitor.ts';

const PASSWORD = 'correct horse battery';

let product: Product;
let company: string;
let administrator: string;
let manager: string;

const browser = () => visitorOf(product);
const signedIn = (employee: string) => signIn(product, employee);

beforeAll(async () => {
  product = await startProduct();
  const acme = await companyOf(product);
  const { hire } = acme;
  company = acme.company;
  administrator = await hire('ana@acme.example', 'Administrator');
  manager = await hire('max@acme.example', 'Manager');
});
afterAll(() => product.close());

describe('a sign-in link', () => {
  test('signs in once, with a cookie that scripts and other sites cannot use', async () => {
    const { url, set } = await signedIn(administrator);
    expect(set.join()).toMatch(/tollkeeper\.session_token=.*HttpOnly.*SameSite=Lax/);
    const again = await browser()('POST', '/v1/session/link', { token: tokenOf(url) });
    expect(again).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(again.set).toEqual([]);
  });

  test('makes the operator’s first person, who sees every company', async () => {
    expect(await product.app.signIn.hasOperator()).toBe(false);
    const link = await product.app.signIn.operatorLink(product.address);
    const call = browser();
    await call('POST', '/v1/session/link', { token: tokenOf(link.url) });
    const { body } = await call('GET', '/v1/me');
    expect(body).toMatchObject({ operator: true, company: null, kind: 'person' });
    expect((await call('GET', `/v1/companies/${company}`)).status).toBe(200);
    expect(await product.app.signIn.hasOperator()).toBe(true);
  });

  test('is not made by a person for someone who may do more', async () => {
    const { call } = await signedIn(manager);
    const typed = { 'authorized-by': 'Max Power; terms=2026-11-01' };
    const path = `/v1/employees/${administrator}/sign-in-links`;
    const refused = await call('POST', path, undefined, typed);
    expect(refused).toMatchObject({ status: 403, body: { code: 'scope_missing' } });
  });

  test('is not made for a hidden employee, nor shown again on a repetition', async () => {
    const key = { 'idempotency-key': 'link-1' };
    const path = `/v1/employees/${manager}/sign-in-links`;
    const made = await product.operator.post(path, undefined, key);
    const again = await product.operator.post(path, undefined, key);
    expect(made.body.url).toContain('/sign-in#link=');
    expect(again.body.url).toBeUndefined();
  });
});

describe('a session', () => {
  test('says who is signed in, with permissions and terms', async () => {
    const { call } = await signedIn(manager);
    const { body } = await call('GET', '/v1/me');
    expect(body).toMatchObject({
      kind: 'person',
      id: manager,
      name: 'Ana Ruiz',
      operator: false,
      company: { id: company, name: 'Acme' },
      permission_group: 'Manager',
      terms: { version: '2026-11-01' },
    });
    expect(body.permissions).not.toContain('billing.manage');
  });

  test('may not be used by another site, and ends by signing out', async () => {
    const { call } = await signedIn(administrator);
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const path = `/v1/employees/${manager}`;
    const refused = await call('PATCH', path, { first_name: 'Eve' }, foreign);
    expect(refused.status).toBe(403);
    expect((await call('DELETE', '/v1/session')).status).toBe(200);
    expect((await call('GET', '/v1/me')).status).toBe(401);
  });

  test('of a hidden employee ends at once, and does not come back with them', async () => {
    const { call } = await signedIn(manager);
    expect((await call('GET', '/v1/me')).status).toBe(200);
    await product.operator.post(`/v1/employees/${manager}/hide`);
    expect((await call('GET', '/v1/me')).status).toBe(401);
    const link = await product.operator.post(`/v1/employees/${manager}/sign-in-links`);
    expect(link).toMatchObject({ status: 409, body: { code: 'employee_hidden' } });
    await product.operator.post(`/v1/employees/${manager}/show`);
    expect((await call('GET', '/v1/me')).status).toBe(401);
  });

  test('needs a typed name for a change', async () => {
    const { call } = await signedIn(administrator);
    const path = `/v1/employees/${manager}`;
    const refused = await call('PATCH', path, { first_name: 'Maxi' });
    expect(refused.body.code).toBe('authorization_required');
    const typed = { 'authorized-by': 'Ana Ruiz; terms=2026-11-01' };
    expect((await call('PATCH', path, { first_name: 'Maxi' }, typed)).status).toBe(200);
  });
});

describe('a password', () => {
  test('is set after a link without a present one, and signs in whatever the case', async () => {
    const { call } = await signedIn(administrator);
    const short = await call('PUT', '/v1/session/password', { password: 'short' });
    expect(short.status).toBe(422);
    const set = await call('PUT', '/v1/session/password', { password: PASSWORD });
    expect(set.status).toBe(200);
    const other = browser();
    const body = { email: 'Ana@Acme.example', password: PASSWORD };
    expect((await other('POST', '/v1/session', body)).status).toBe(200);
    expect((await other('GET', '/v1/me')).body.id).toBe(administrator);
    const wrong = { password: 'another password', current_password: 'not it at all' };
    expect((await other('PUT', '/v1/session/password', wrong)).status).toBe(422);
  });

  test('that is wrong is answered as an address that nobody has', async () => {
    const wrong = { email: 'ana@acme.example', password: 'wrong password' };
    const unknown = { email: 'nobody@acme.example', password: 'wrong password' };
    const call = browser();
    const answers = [
      await call('POST', '/v1/session', wrong),
      await call('POST', '/v1/session', unknown),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(answers[0]?.body.detail).toBe(answers[1]?.body.detail);
  });

  test('is not guessed: soon the answer is to wait, from wherever it is tried', async () => {
    const tries = { email: 'X@acme.example', password: 'wrong password' };
    let last = await browser()('POST', '/v1/session', tries);
    for (let count = 0; count < 12 && last.status !== 429; count += 1) {
      last = await browser()('POST', '/v1/session', { ...tries, email: 'x@acme.example' });
    }
    expect(last).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(60);
  });

  test('is not sprayed over many addresses from one place', async () => {
    const call = browser();
    let last = await call('POST', '/v1/session', { email: 'y0@acme.example', password: 'x' });
    for (let count = 1; count < 25 && last.status !== 429; count += 1) {
      last = await call('POST', '/v1/session', { email: `y${count}@acme.example`, password: 'x' });
    }
    expect(last).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.headers.get('ratelimit-limit')).toBe('20');
  });

  test('is kept as argon2id; one that was kept otherwise works, and is kept anew', async () => {
    const { pool } = product.open;
    const stored = async () => {
      const { rows } = await pool.query<{ password: string; id: string }>(
        `select account.password, account.id from auth_accounts account
         join auth_users on auth_users.id = user_id where employee = $1`,
        [administrator],
      );
      return rows[0];
    };
    expect((await stored())?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    // As the library kept it before: scrypt, "salt:hash".
    await pool.query('update auth_accounts set password = $1 where id = $2', [
      await hashPassword(PASSWORD),
      (await stored())?.id,
    ]);
    const wrong = { email: 'ana@acme.example', password: 'wrong password' };
    expect((await browser()('POST', '/v1/session', wrong)).status).toBe(401);
    expect((await stored())?.password).not.toContain('argon2id');
    const right = { email: 'ana@acme.example', password: PASSWORD };
    expect((await browser()('POST', '/v1/session', right)).status).toBe(200);
    expect((await stored())?.password).toContain('$argon2id$');
    expect((await browser()('POST', '/v1/session', right)).status).toBe(200);
  });

  test('that is changed needs the present one, and ends every other session', async () => {
    const email = 'ana@acme.example';
    const call = browser();
    const other = browser();
    await call('POST', '/v1/session', { email, password: PASSWORD });
    await other('POST', '/v1/session', { email, password: PASSWORD });
    const change = { password: 'another good password' };
    const without = await call('PUT', '/v1/session/password', change);
    expect(without).toMatchObject({ status: 422, body: { code: 'invalid_value' } });
    expect((await other('GET', '/v1/me')).status).toBe(200);
    const old = call.cookies.get('tollkeeper.session_token');
    const changed = { ...change, current_password: PASSWORD };
    expect((await call('PUT', '/v1/session/password', changed)).status).toBe(200);
    expect((await other('GET', '/v1/me')).status).toBe(401);
    expect((await call('GET', '/v1/me')).status).toBe(200);
    expect(call.cookies.get('tollkeeper.session_token')).not.toBe(old);
    const actions = (await auditOf(product, company)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['password.changed', 'session.revoked']));
  });
});
