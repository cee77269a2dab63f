import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, type Product, startProduct } from './product.ts';

const PASSWORD = 'correct horse battery';

let product: Product;
let company: string;
let administrator: string;
let manager: string;

/** A browser as far as sign-in sees one: it keeps cookies and says from which site it calls. */
function browser() {
  let cookie = '';
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${product.address}${path}`, {
      method,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie();
    if (set.length > 0) cookie = set.map((one) => one.split(';')[0]).join('; ');
    const answer = (await response.json()) as Json;
    return { status: response.status, body: answer, set, headers: response.headers };
  };
}

const tokenOf = (url: string) => new URL(url).hash.replace('#link=', '');

async function signedIn(employee: string) {
  const made = await product.operator.post(`/v1/employees/${employee}/sign-in-links`);
  expect(made.status).toBe(201);
  const call = browser();
  const done = await call('POST', '/v1/session/link', { token: tokenOf(made.body.url) });
  expect(done.status).toBe(200);
  return { call, url: made.body.url as string, set: done.set };
}

beforeAll(async () => {
  product = await startProduct();
  company = (await product.operator.post('/v1/companies', { name: 'Acme' })).body.id;
  const hire = async (email: string, permission_group: string) => {
    const body = { first_name: 'Ana', last_name: 'Ruiz', email, permission_group };
    const made = await product.operator.post(`/v1/companies/${company}/employees`, body);
    return made.body.id as string;
  };
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

  test('is not guessed: after twenty tries a minute the answer is to wait', async () => {
    const call = browser();
    let last = await call('POST', '/v1/session', { email: 'x@acme.example', password: 'x' });
    for (let tries = 0; tries < 25 && last.status !== 429; tries += 1) {
      last = await call('POST', '/v1/session', { email: 'x@acme.example', password: 'x' });
    }
    expect(last).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.headers.get('ratelimit-limit')).toBe('20');
  });
});
