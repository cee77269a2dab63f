import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';
import { companyOf, operatorSignedIn, tokenOf, type Visitor, visitorOf } from './visitor.ts';

let product: Product;
let admin: Visitor;
let company: string;

beforeAll(async () => {
  product = await startProduct();
  admin = await operatorSignedIn(product);
  ({ company } = await companyOf(product));
});
afterAll(() => product.close());

async function invite(name: string, role: string) {
  const email = `${name.toLowerCase()}@operator.example`;
  const made = await admin('POST', '/v1/staff', { name, email, role });
  expect(made.status).toBe(201);
  const call = visitorOf(product);
  const token = tokenOf(made.body.sign_in_link.url);
  expect((await call('POST', '/v1/session/link', { token })).status).toBe(200);
  return { id: made.body.id as string, call, email };
}

describe('the operator’s people', () => {
  test('are invited with a link, say who they are, and see every company', async () => {
    const sue = await invite('Sue', 'support');
    const { body } = await sue.call('GET', '/v1/me');
    expect(body).toMatchObject({ operator: true, name: 'Sue', role: 'support', company: null });
    expect(body.permissions).toEqual(['billing.view']);
    expect((await sue.call('GET', `/v1/companies/${company}`)).status).toBe(200);
    const { body: list } = await sue.call('GET', '/v1/staff');
    expect(list.data.map(({ name }: { name: string }) => name)).toEqual(['Operator', 'Sue']);
    const again = { name: 'Sue Two', email: 'SUE@operator.example', role: 'admin' };
    expect((await admin('POST', '/v1/staff', again)).body.code).toBe('already_exists');
  });

  test('change what they may do at once, and are out once removed', async () => {
    const finn = await invite('Finn', 'finance');
    expect((await finn.call('GET', '/v1/me')).body.role).toBe('finance');
    await admin('PATCH', `/v1/staff/${finn.id}`, { role: 'support' });
    expect((await finn.call('GET', '/v1/me')).body.role).toBe('support');
    expect((await admin('DELETE', `/v1/staff/${finn.id}`)).body).toEqual({ removed: true });
    expect((await finn.call('GET', '/v1/me')).status).toBe(401);
    expect((await admin('GET', `/v1/staff/${finn.id}`)).status).toBe(404);
    const link = await admin('POST', `/v1/staff/${finn.id}/sign-in-links`);
    expect(link.status).toBe(404);
    const back = await invite('Finn', 'support');
    expect(back.id).toBe(finn.id);
  });

  test('are never without an admin, also when two admins remove one another at once', async () => {
    const { body: me } = await admin('GET', '/v1/me');
    const alone = await admin('DELETE', `/v1/staff/${me.id}`);
    expect(alone).toMatchObject({ status: 409, body: { code: 'last_admin' } });
    const demoted = await admin('PATCH', `/v1/staff/${me.id}`, { role: 'support' });
    expect(demoted.body.code).toBe('last_admin');
    const other = await invite('Olga', 'admin');
    const both = await Promise.all([
      admin('DELETE', `/v1/staff/${other.id}`),
      other.call('DELETE', `/v1/staff/${me.id}`),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await product.open.pool.query(
      `select id from auth_users where role = 'admin' and removed_at is null`,
    );
    expect(rows).toHaveLength(1);
  });
});
