import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolve, sampleOf } from './bad-input/sample.ts';
import { makeWorld, type World } from './bad-input/world.ts';
import { type Json, type Product, startProduct } from './product.ts';
import {
  companyOf,
  operatorSignedIn,
  signedIn,
  TYPED,
  tokenOf,
  type Visitor,
  visitorOf,
} from './visitor.ts';

let product: Product;
let world: World;
let document: Json;
beforeAll(async () => {
  product = await startProduct();
  world = await makeWorld(product);
  document = (await product.operator.get('/openapi.json')).body;
});
afterAll(() => product.close());

const GROUPS = [
  'Administrator',
  'Manager',
  'License admin',
  'Billing admin',
  'Viewer',
  'Basic User',
] as const;

type Group = (typeof GROUPS)[number];

/** Endpoint × permission group: who is not told that they may not. */
const ALLOWED: readonly [string, readonly Group[]][] = [
  ['GET /v1/companies/{co}/employees', GROUPS],
  ['GET /v1/companies/{co}/billing-information', GROUPS.slice(0, 5)],
  ['GET /v1/billing-accounts/{ba}', GROUPS.slice(0, 5)],
  ['GET /v1/billing-accounts/{ba}/minutes', GROUPS.slice(0, 5)],
  ['GET /v1/billing-accounts/{ba}/answers', GROUPS.slice(0, 5)],
  ['GET /v1/companies/{co}/audit', GROUPS.slice(0, 5)],
  ['POST /v1/companies/{co}/employees', ['Administrator', 'Manager']],
  ['POST /v1/employees/{emp}/hide', ['Administrator', 'Manager']],
  ['POST /v1/employees/{emp}/show', ['Administrator', 'Manager']],
  ['POST /v1/employees/{emp}/sign-in-links', ['Administrator', 'Manager']],
  ['DELETE /v1/employees/{emp}/two-factor', ['Administrator', 'Manager']],
  ['DELETE /v1/employees/{emp}/sessions', ['Administrator', 'Manager']],
  ['PUT /v1/employees/{emp}/licenses/{code}', ['Administrator', 'Manager', 'License admin']],
  ['DELETE /v1/employees/{emp}/licenses/{code}', ['Administrator', 'Manager', 'License admin']],
  ['POST /v1/billing-accounts/{ba}/quotes', ['Administrator', 'Billing admin']],
  ['POST /v1/billing-accounts/{ba}/orders', ['Administrator', 'Billing admin']],
  ['POST /v1/billing-accounts/{ba}/funding-sources', ['Administrator', 'Billing admin']],
  ['PUT /v1/billing-accounts/{ba}/minutes/recharge', ['Administrator', 'Billing admin']],
  ['POST /v1/companies/{co}/api-keys', ['Administrator']],
  ['POST /v1/companies', []],
  ['POST /v1/billing-accounts/{ba}/contracts', []],
  ['GET /v1/staff', []],
  ['POST /v1/staff', []],
];

/** Where the schema alone does not say what a right one is. */
const BODIES: Record<string, object> = {
  'POST /v1/billing-accounts/{ba}/quotes': { minutes: '10.00' },
};

/** A request that is right in itself, so that only who sends it can be wrong. */
async function send(call: Visitor, operation: string) {
  const [method = '', path = ''] = operation.split(' ');
  const described = document.paths[path]?.[method.toLowerCase()];
  if (described === undefined) throw new Error(`the document has no ${operation}`);
  const schema = described.requestBody?.content?.['application/json']?.schema;
  const at = schema?.$ref === undefined ? schema : resolve(schema.$ref, document);
  const sample = at?.properties === undefined ? undefined : sampleOf(at, document, world.fields);
  const body = BODIES[operation] ?? sample;
  const address = path.replace(/\{(\w+)\}/g, (_, name) => world.ids[name] ?? `${name}_never`);
  return await call(method, address, body, TYPED);
}

const mayNot = ({ status, body }: { status: number; body: Json }) =>
  status === 403 && body.code === 'scope_missing';

describe('what a permission group may do', () => {
  for (const group of GROUPS) {
    test(`${group}: exactly its endpoints`, async () => {
      const email = `${group.replace(' ', '-')}@swept.example`.toLowerCase();
      const made = await product.operator.post(`/v1/companies/${world.ids.co}/employees`, {
        first_name: 'Role',
        last_name: group,
        email,
        permission_group: group,
      });
      const { call } = await signedIn(product, made.body.id);
      const found: string[] = [];
      for (const [operation] of ALLOWED) {
        const answer = await send(call, operation);
        expect(answer.status, operation).not.toBe(422);
        if (!mayNot(answer)) found.push(operation);
      }
      const expected = ALLOWED.filter(([, groups]) => groups.includes(group));
      expect(found).toEqual(expected.map(([operation]) => operation));
    });
  }
});

/** What the operator's finance people change; an endpoint that is not here is an admin's. */
const MONEY = [
  'POST /v1/billing-accounts/{ba}/contracts',
  'POST /v1/billing-accounts/{ba}/funding-sources',
  'POST /v1/billing-accounts/{ba}/quotes',
  'POST /v1/billing-accounts/{ba}/orders',
  'POST /v1/billing-accounts/{ba}/close',
  'PUT /v1/billing-accounts/{ba}/minutes/recharge',
  'DELETE /v1/billing-accounts/{ba}/pending-totals/{code}',
  'DELETE /v1/funding-sources/{fs}',
  'POST /v1/invoices/{inv}/payments',
  'POST /v1/invoices/{inv}/credit-notes',
] as const;

/** What is asked by POST and changes nothing. */
const ASKING = /\/simulations$/;

/** What is a person's own: how they sign in, their language, and which notices they have seen. */
const OWN = /^\/v1\/(session|me)\b|\/notices\b/;

function changes(): string[] {
  return Object.entries(document.paths as Record<string, Json>).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get')
      .filter(() => !OWN.test(path) && !ASKING.test(path))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
}

describe('what the operator’s people may do', () => {
  async function member(role: string) {
    const admin = await operatorSignedIn(product);
    const email = `${role}@operator.example`;
    const made = await admin('POST', '/v1/staff', { name: role, email, role });
    const call = visitorOf(product);
    await call('POST', '/v1/session/link', { token: tokenOf(made.body.sign_in_link.url) });
    return call;
  }

  test('support looks at everything and changes nothing', async () => {
    const call = await member('support');
    const done: string[] = [];
    const before = await product.countChanges();
    for (const operation of changes()) {
      const answer = await send(call, operation);
      if (!mayNot(answer) && answer.status !== 422) done.push(`${operation} ${answer.status}`);
    }
    expect(done).toEqual([]);
    expect(await product.countChanges()).toBe(before);
    expect((await send(call, 'GET /v1/companies/{co}/billing-information')).status).toBe(200);
    expect((await send(call, 'GET /v1/staff')).status).toBe(200);
  });

  test('finance changes what is about money, and nothing else', async () => {
    const call = await member('finance');
    for (const operation of MONEY) {
      expect(mayNot(await send(call, operation)), operation).toBe(false);
    }
    const others = changes().filter((operation) =>
      /companies|catalog|staff|keys|test-clocks/.test(operation),
    );
    expect(others.length).toBeGreaterThan(10);
    for (const operation of others) {
      const answer = await send(call, operation);
      expect(mayNot(answer) || answer.status === 422, operation).toBe(true);
    }
  });

  test('an admin is refused nothing for being who they are', async () => {
    const call = await operatorSignedIn(product);
    for (const [operation] of ALLOWED) {
      expect(mayNot(await send(call, operation)), operation).toBe(false);
    }
  });
});

describe('nobody gives permissions that they do not have', () => {
  async function manager() {
    const { company, hire } = await companyOf(product, 'Givers');
    const { call } = await signedIn(product, await hire('max@givers.example', 'Manager'));
    return { company, hire, call };
  }
  const person = { first_name: 'New', last_name: 'One', email: 'new@givers.example' };

  test('neither to a new employee, nor to one there is, nor to themselves', async () => {
    const { company, hire, call } = await manager();
    const path = `/v1/companies/${company}/employees`;
    const made = await call('POST', path, { ...person, permission_group: 'Administrator' }, TYPED);
    expect(mayNot(made)).toBe(true);
    expect(made.body.details).toEqual({ permission: 'billing.manage' });
    const bea = await hire('bea@givers.example', 'Basic User');
    const own = (await call('GET', '/v1/me')).body.id;
    for (const id of [bea, own]) {
      const change = { permission_group: 'Billing admin' };
      expect(mayNot(await call('PATCH', `/v1/employees/${id}`, change, TYPED))).toBe(true);
    }
    const { body } = await product.operator.get(`${path}?search=new@givers.example`);
    expect(body.data).toEqual([]);
    expect((await product.operator.get(`/v1/employees/${bea}`)).body.permission_group).toBe(
      'Basic User',
    );
    const less = await call('POST', path, { ...person, permission_group: 'Viewer' }, TYPED);
    expect(less.status).toBe(201);
  });

  test('nor by a group that they make or widen', async () => {
    const { company, call } = await manager();
    const path = `/v1/companies/${company}/permission-groups`;
    const wide = { name: 'Wide', permissions: ['billing.view', 'billing.manage'] };
    expect(mayNot(await call('POST', path, wide, TYPED))).toBe(true);
    const made = await call('POST', path, { ...wide, permissions: ['billing.view'] }, TYPED);
    expect(made.status).toBe(201);
    const widened = await call('PUT', `${path}/${made.body.id}`, wide, TYPED);
    expect(mayNot(widened)).toBe(true);
    const { body } = await call('GET', `${path}/${made.body.id}`);
    expect(body.permissions).toEqual(['billing.view']);
  });

  test('nor by receiving the sign-in mail of somebody who may do more', async () => {
    const { hire, call } = await manager();
    const boss = await hire('boss@givers.example', 'Administrator');
    const taken = await call(
      'PATCH',
      `/v1/employees/${boss}`,
      { email: 'max2@givers.example' },
      TYPED,
    );
    expect(mayNot(taken)).toBe(true);
    expect((await product.operator.get(`/v1/employees/${boss}`)).body.email).toBe(
      'boss@givers.example',
    );
  });
});
