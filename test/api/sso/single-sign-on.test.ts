import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from '../product.ts';
import {
  auditOf,
  companyOf,
  signedIn,
  TYPED,
  tokenOf,
  type Visit,
  type Visitor,
  visitorOf,
} from '../visitor.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';

let product: Product;
let provider: IdentityProvider;
let company: string;
let ana: string;
let admin: Visitor;
const records = new Map<string, string>();

beforeAll(async () => {
  product = await startProduct({
    findTexts: async (name) => (records.has(name) ? [records.get(name) ?? ''] : ['v=spf1 -all']),
  });
  provider = await startIdentityProvider(`${product.address}/v1/session/sso/callback`);
  const acme = await companyOf(product);
  company = acme.company;
  ana = await acme.hire('ana@acme.example', 'Administrator');
  await acme.hire('bob@elsewhere.example', 'Basic User');
  ({ call: admin } = await signedIn(product, ana));
});
afterAll(async () => {
  await provider.close();
  await product.close();
});

const connect = (call: Visitor, more = {}, at = company) =>
  call(
    'PUT',
    `/v1/companies/${at}/sso-connection`,
    {
      issuer: provider.issuer,
      client_id: provider.clientId,
      client_secret: provider.clientSecret,
      domain: 'acme.example',
      ...more,
    },
    TYPED,
  );

const begin = (call: Visitor, email = 'ana@acme.example', next = '/employees') =>
  call('POST', '/v1/session/sso', { email, next });

/** Goes where a browser would, up to the provider's last step: the way back to us. */
async function wayBack(call: Visitor, url: string): Promise<string> {
  let at = url;
  for (let hops = 0; hops < 10; hops += 1) {
    const answer: Visit = await call('GET', at);
    const next = new URL(answer.headers.get('location') ?? '', at).href;
    if (next.startsWith(product.address)) return next;
    at = next;
  }
  throw new Error(`the provider did not lead back from ${at}`);
}

async function come(
  email: string,
  verified = true,
  as = email,
): Promise<Visitor & { end: string }> {
  const call = visitorOf(product);
  provider.become(email, verified);
  const begun = await begin(call, as);
  const back = await call('GET', await wayBack(call, begun.body.url));
  expect(back.status).toBe(303);
  return Object.assign(call, { end: back.headers.get('location') ?? '' });
}

describe('a company’s own identity provider', () => {
  test('is set up by an Administrator only, and its secret is never shown', async () => {
    const made = await product.operator.post(`/v1/companies/${company}/employees`, {
      first_name: 'Max',
      last_name: 'Power',
      email: 'max@acme.example',
      permission_group: 'Manager',
    });
    const manager = await signedIn(product, made.body.id);
    expect((await connect(manager.call)).body.code).toBe('scope_missing');
    const connected = await connect(admin);
    expect(connected.status).toBe(200);
    expect(connected.body).toMatchObject({
      domain_verified: false,
      redirect_uri: `${product.address}/v1/session/sso/callback`,
    });
    const { body } = await admin('GET', `/v1/companies/${company}/sso-connection`);
    expect(JSON.stringify(body)).not.toContain(provider.clientSecret);
    const { rows } = await product.open.pool.query('select * from auth_sso_connections');
    expect(JSON.stringify(rows)).not.toContain(provider.clientSecret);
  });

  test('is asked over TLS, unless it is on this machine', async () => {
    for (const issuer of [
      'http://acme.example',
      'http://169.254.169.254/',
      'https://a:b@x.example',
    ]) {
      const refused = await connect(admin, { issuer });
      expect(refused, issuer).toMatchObject({ status: 422 });
    }
  });

  test('leads nobody there before the domain is proved, by its record', async () => {
    expect((await begin(visitorOf(product))).status).toBe(404);
    const path = `/v1/companies/${company}/sso-connection/verify-domain`;
    const early = await admin('POST', path, undefined, TYPED);
    expect(early).toMatchObject({ status: 409, body: { code: 'domain_not_proved' } });
    const { body } = await admin('GET', `/v1/companies/${company}/sso-connection`);
    expect(body.domain_record.name).toBe('_tollkeeper.acme.example');
    records.set(body.domain_record.name, body.domain_record.text);
    expect((await admin('POST', path, undefined, TYPED)).body.domain_verified).toBe(true);
    const begun = await begin(visitorOf(product));
    const url = new URL(begun.body.url);
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid email',
      nonce: expect.stringMatching(/^.{43}$/),
      state: expect.stringMatching(/^.{43}$/),
    });
  });

  test('of another company cannot take the domain', async () => {
    const { company: other } = await companyOf(product, 'Other');
    const operator = product.operator;
    const path = `/v1/companies/${other}/sso-connection`;
    const body = {
      issuer: provider.issuer,
      client_id: 'x',
      client_secret: 'y',
      domain: 'acme.example',
    };
    expect((await operator.put(path, body)).status).toBe(200);
    const taken = await operator.post(`${path}/verify-domain`);
    expect(taken).toMatchObject({ status: 409, body: { code: 'already_exists' } });
  });
});

describe('single sign-on', () => {
  test('lets an employee in who has never signed in, and back to where they were', async () => {
    const hired = await product.operator.post(`/v1/companies/${company}/employees`, {
      first_name: 'New',
      last_name: 'One',
      email: 'New.One@acme.example',
      permission_group: 'Basic User',
    });
    const call = await come('new.one@acme.example');
    expect(call.end).toBe('/employees');
    expect((await call('GET', '/v1/me')).body.id).toBe(hired.body.id);
    const { body } = await call('GET', '/v1/me/sessions');
    expect(body.data[0]).toMatchObject({ method: 'sso', second_factor: true, current: true });
  });

  test('makes nobody: an address that no employee has is not let in', async () => {
    const call = await come('stranger@acme.example', true, 'ana@acme.example');
    expect(call.end).toBe('/sign-in?sso=unknown_person');
    expect((await call('GET', '/v1/me')).status).toBe(401);
  });

  test('trusts no address that the provider has not verified, nor one of another domain', async () => {
    const unverified = await come('ana@acme.example', false);
    expect(unverified.end).toBe('/sign-in?sso=email_not_verified');
    expect((await unverified('GET', '/v1/me')).status).toBe(401);
    const foreign = await come('bob@elsewhere.example', true, 'ana@acme.example');
    expect(foreign.end).toBe('/sign-in?sso=unknown_person');
  });

  test('does not let in somebody hidden', async () => {
    const { body } = await product.operator.get(
      `/v1/companies/${company}/employees?search=New.One`,
    );
    await product.operator.post(`/v1/employees/${body.data[0].id}/hide`);
    expect((await come('new.one@acme.example')).end).toBe('/sign-in?sso=unknown_person');
  });

  test('ends in the browser that began it, once', async () => {
    const call = visitorOf(product);
    provider.become('ana@acme.example');
    const back = await wayBack(call, (await begin(call)).body.url);
    const victim = visitorOf(product);
    const planted = await victim('GET', back);
    expect(planted.headers.get('location')).toBe('/sign-in?sso=ended');
    expect((await victim('GET', '/v1/me')).status).toBe(401);
    const late = await call('GET', back);
    expect(late.headers.get('location')).toBe('/sign-in?sso=ended');
  });

  test('lets nobody in on a code of another sign-in, a made-up one, or a refusal', async () => {
    const call = visitorOf(product);
    provider.become('ana@acme.example');
    const first = new URL(await wayBack(call, (await begin(call)).body.url));
    const second = new URL((await begin(call)).body.url);
    const mixed = new URL(first);
    mixed.searchParams.set('state', second.searchParams.get('state') ?? '');
    expect((await call('GET', mixed.href)).headers.get('location')).toBe(
      '/sign-in?sso=not_answered',
    );
    for (const [change, end] of [
      ['code=made-up', 'not_answered'],
      ['error=access_denied', 'refused'],
      ['code=x&iss=https%3A%2F%2Fevil.example', 'not_answered'],
    ]) {
      const state = new URL((await begin(call)).body.url).searchParams.get('state');
      const path = `/v1/session/sso/callback?state=${state}&${change}`;
      expect((await call('GET', path)).headers.get('location')).toBe(`/sign-in?sso=${end}`);
    }
    expect((await call('GET', '/v1/me')).status).toBe(401);
  });

  test('leads to no other site afterwards', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const call = visitorOf(product);
      provider.become('ana@acme.example');
      const begun = await begin(call, 'ana@acme.example', next);
      const back = await call('GET', await wayBack(call, begun.body.url));
      expect(back.headers.get('location')).toBe('/');
    }
  });
});

describe('the rule that it must be used', () => {
  const rule = (call: Visitor, sso_required: boolean) =>
    call(
      'PUT',
      `/v1/companies/${company}/sign-in-policy`,
      { two_factor_required: false, sso_required },
      TYPED,
    );

  test('is made only by somebody who came that way themselves', async () => {
    const refused = await rule(admin, true);
    expect(refused).toMatchObject({ status: 409, body: { code: 'sso_not_tried' } });
    const call = await come('ana@acme.example');
    expect((await rule(call, true)).body.sso_required).toBe(true);
  });

  test('closes the password to everybody, and says so only to who knows it', async () => {
    const password = 'correct horse battery';
    await admin('PUT', '/v1/session/password', { password });
    const right = { email: 'ana@acme.example', password };
    const refused = await visitorOf(product)('POST', '/v1/session', right);
    expect(refused).toMatchObject({ status: 403, body: { code: 'sso_required' } });
    const wrong = { ...right, password: 'a wrong password' };
    expect((await visitorOf(product)('POST', '/v1/session', wrong)).status).toBe(401);
  });

  test('leaves the way in that an Administrator opens by hand, and goes with the connection', async () => {
    const link = await product.operator.post(`/v1/employees/${ana}/sign-in-links`);
    const call = visitorOf(product);
    const token = tokenOf(link.body.url);
    expect((await call('POST', '/v1/session/link', { token })).status).toBe(200);
    const path = `/v1/companies/${company}/sso-connection`;
    expect((await call('DELETE', path, undefined, TYPED)).body).toEqual({ removed: true });
    const { body } = await call('GET', `/v1/companies/${company}/sign-in-policy`);
    expect(body.sso_required).toBe(false);
    const actions = (await auditOf(product, company)).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining([
        'sso_connection.changed',
        'sso_connection.domain_verified',
        'sso_connection.removed',
        'sign_in_policy.changed',
      ]),
    );
  });
});

describe('the rule that two factors are needed', () => {
  test('lets nobody do anything before they have set one up', async () => {
    const rule = { two_factor_required: true, sso_required: false };
    const path = `/v1/companies/${company}/sign-in-policy`;
    const early = await admin('PUT', path, rule, TYPED);
    expect(early.body.code).toBe('two_factor_required');
    expect((await product.operator.put(path, rule)).status).toBe(200);
    const { call } = await signedIn(product, ana);
    expect((await call('GET', '/v1/me')).body.must_set_up_two_factor).toBe(true);
    const refused = await call('GET', `/v1/companies/${company}/employees`);
    expect(refused).toMatchObject({ status: 403, body: { code: 'two_factor_required' } });
    expect((await call('POST', '/v1/me/two-factor')).status).toBe(201);
    await product.operator.put(path, { ...rule, two_factor_required: false });
    expect((await call('GET', `/v1/companies/${company}/employees`)).status).toBe(200);
  });
});
