import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';
import { auditOf, companyOf, signedIn, TYPED } from './visitor.ts';

let product: Product;
let company: string;
let ana: string;
let bob: string;
let now = new Date('2026-11-22T12:00:00Z');
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => now } });
  const acme = await companyOf(product);
  company = acme.company;
  ana = await acme.hire('ana@acme.example', 'Administrator');
  bob = await acme.hire('bob@acme.example', 'Manager');
});
afterAll(() => product.close());

describe('sessions', () => {
  test('are listed with device, address and the present one, and never with a token', async () => {
    const here = await signedIn(product, ana);
    await signedIn(product, ana);
    const { body } = await here.call('GET', '/v1/me/sessions');
    expect(body.data).toHaveLength(2);
    expect(body.data.filter((one: { current: boolean }) => one.current)).toHaveLength(1);
    expect(body.data[0]).toMatchObject({
      method: 'link',
      device: 'Test browser',
      address: expect.stringMatching(/^198\.51\./),
      started_at: '2026-11-22T12:00:00.000Z',
      last_used_at: '2026-11-22T12:00:00.000Z',
    });
    const token = decodeURIComponent(here.call.cookies.get('tollkeeper.session_token') ?? '');
    expect(JSON.stringify(body)).not.toContain(token.split('.')[0]);
  });

  test('end one at a time or all others at once, and only one’s own', async () => {
    const here = await signedIn(product, ana);
    const there = await signedIn(product, ana);
    const bobs = await signedIn(product, bob);
    const idOf = async ({ call }: typeof here) => {
      const { body } = await call('GET', '/v1/me/sessions');
      return body.data.find((one: { current: boolean }) => one.current).id;
    };
    const foreign = await here.call('DELETE', `/v1/me/sessions/${await idOf(bobs)}`);
    expect(foreign.status).toBe(404);
    const ended = await here.call('DELETE', `/v1/me/sessions/${await idOf(there)}`);
    expect(ended.body).toEqual({ revoked: 1 });
    expect((await there.call('GET', '/v1/me')).status).toBe(401);
    await signedIn(product, ana);
    const all = await here.call('DELETE', '/v1/me/sessions');
    expect(all.body.revoked).toBeGreaterThanOrEqual(1);
    expect((await here.call('GET', '/v1/me/sessions')).body.data).toHaveLength(1);
    expect((await bobs.call('GET', '/v1/me')).status).toBe(200);
    expect((await auditOf(product, company)).map(({ action }) => action)).toContain(
      'session.revoked',
    );
  });

  test('are nobody’s without a person: a key has none', async () => {
    const refused = await product.operator.get('/v1/me/sessions');
    expect(refused).toMatchObject({ status: 403, body: { code: 'scope_missing' } });
  });

  test('end when they are not used, and at last however much they are', async () => {
    const used = await signedIn(product, ana);
    const idle = await signedIn(product, ana);
    later(11);
    expect((await used.call('GET', '/v1/me')).status).toBe(200);
    later(2);
    expect((await idle.call('GET', '/v1/me')).status).toBe(401);
    for (let hours = 13; hours <= 167; hours += 11) {
      expect((await used.call('GET', '/v1/me')).status).toBe(200);
      later(11);
    }
    expect((await used.call('GET', '/v1/me')).status).toBe(401);
  });

  test('are removed once nobody can use them', async () => {
    later(24);
    await product.app.signIn.forgetEnded();
    const { rows } = await product.open.pool.query('select id from auth_sessions');
    expect(rows).toEqual([]);
  });

  test('go on under another token when one may do more or less', async () => {
    const { call } = await signedIn(product, bob);
    const before = new Map(call.cookies);
    const change = { permission_group: 'Viewer' };
    const admin = await signedIn(product, ana);
    const changed = await admin.call('PATCH', `/v1/employees/${bob}`, change, TYPED);
    expect(changed.status).toBe(200);
    expect((await call('GET', '/v1/me')).body.permission_group).toBe('Viewer');
    const name = 'tollkeeper.session_token';
    expect(call.cookies.get(name)).not.toBe(before.get(name));
    expect((await call('GET', '/v1/me/sessions')).body.data).toHaveLength(1);
    const stolen = await signedIn(product, ana);
    stolen.call.cookies.set(name, before.get(name) ?? '');
    // What was under way with the old token is answered; a minute later it is no token.
    const { body } = await stolen.call('GET', '/v1/me/sessions');
    expect(body.data).toMatchObject([{ current: true }]);
    later(1 / 60);
    expect((await stolen.call('GET', '/v1/me')).status).toBe(401);
    expect((await call('GET', '/v1/me')).status).toBe(200);
  });
});
