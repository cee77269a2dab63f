import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BillingAccountUnderTest, openAccount } from './billing-account.ts';
import { type Caller, type Json, type Product, startProduct } from './product.ts';

let product: Product;
let account: BillingAccountUnderTest;
let dialer: Caller;
let employee: string;

beforeAll(async () => {
  product = await startProduct();
  account = await openAccount(product);
  const { operator } = product;
  const key = { name: 'Dialer', scopes: ['admission', 'read', 'manage'] };
  const made = await operator.post(`/v1/companies/${account.company}/api-keys`, key);
  dialer = product.as(made.body.key);
  await account.buy({ totals: { crm: 5, dialer_tab: 5, dialer: 5, flex_port: 2 } });
  await account.buy({ minutes: '100.00' });
  employee = await hire('Alex');
  const license = { billing_account: account.id, with_required: true };
  for (const code of ['dialer', 'flex_port']) {
    await dialer.put(`/v1/employees/${employee}/licenses/${code}`, license);
  }
});
afterAll(() => product.close());

async function hire(name: string): Promise<string> {
  const made = await dialer.post(`/v1/companies/${account.company}/employees`, {
    first_name: name,
    last_name: 'Agent',
    email: `${name}@example.com`,
    permission_group: 'Basic User',
  });
  return made.body.id;
}

const ask = (body: Json, headers?: Record<string, string>) =>
  dialer.post('/v1/authorizations', body, headers);

const outbound = () => ({ employee, activity: 'call.outbound', destination: '+15551234567' });

describe('POST /v1/authorizations', () => {
  test('grants a call, extends it, and charges what it used', async () => {
    const granted = await ask(outbound());
    expect(granted.status).toBe(201);
    expect(granted.body).toMatchObject({
      allowed: true,
      granted_seconds: 60,
      final: false,
      places: [{ license_type: 'dialer_tab' }, { license_type: 'dialer' }],
      hold: { amount: '0.03', currency: 'USD' },
    });
    const at = `/v1/authorizations/${granted.body.id}`;
    const extended = await dialer.post(`${at}/extend`, { used_seconds: 50.5, seconds: 60 });
    expect(extended.body).toMatchObject({ granted_seconds: 110.5, final: false });
    const settled = await dialer.post(`${at}/settle`, { used_seconds: 61 });
    expect(settled.body).toEqual({
      charged: { amount: '0.06', currency: 'USD' },
      balance: { amount: '99.94', currency: 'USD' },
    });
    expect((await account.minutes()).held.amount).toBe('0.00');
  });

  test('a refusal is an answer that names every failing gate, in order', async () => {
    const nobody = await hire('Sam');
    const refused = await ask({ employee: nobody, activity: 'call.monitor' });
    expect(refused.status).toBe(200);
    expect(refused.body.allowed).toBe(false);
    expect(refused.body.reasons.map((one: Json) => one.code)).toEqual([
      'permission_denied',
      'license_not_assigned',
      'insufficient_ports',
    ]);
    expect(refused.body.reasons[1].details).toEqual({ missing: ['crm'] });
    expect(refused.body.reasons[2].details.cause).toBe('no_flex_port_license');
  });

  test('the same key is answered byte for byte, granted or refused, and takes nothing twice', async () => {
    for (const body of [outbound(), { employee: await hire('Kim'), activity: 'dialer.login' }]) {
      const key = { 'idempotency-key': randomUUID() };
      const answers = await Promise.all(Array.from({ length: 8 }, () => ask(body, key)));
      const bodies = new Set(answers.map((one) => JSON.stringify(one.body)));
      expect(bodies.size).toBe(1);
      expect(new Set(answers.map((one) => one.status)).size).toBe(1);
      const other = await ask({ ...body, reference: 'another' }, key);
      expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
      const [first] = answers;
      if (first?.body.allowed) await dialer.post(`/v1/authorizations/${first.body.id}/release`);
    }
    expect((await account.minutes()).held.amount).toBe('0.00');
  });

  test.each([
    [{ activity: 'call.outbound' }, 422, 'invalid_value'],
    [{ employee: 'emp_0', activity: 'call.outbound' }, 404, 'not_found'],
    [{ billing_account: 'ba_0', activity: 'call.inbound_acd' }, 404, 'not_found'],
    [{ employee: 'EMP', activity: 'no.such' }, 422, 'unknown_code'],
    [{ employee: 'EMP', activity: 'call.outbound', seconds: 0 }, 422, 'invalid_value'],
    [{ employee: 'EMP', activity: 'call.outbound', seconds: -1 }, 422, 'invalid_value'],
    [{ employee: 'EMP', activity: 'call.outbound', seconds: 86_401 }, 422, 'invalid_value'],
    [{ employee: 'EMP', activity: 'call.outbound', seconds: 1.0001 }, 422, 'invalid_value'],
    [{ employee: 'EMP', activity: 'call.outbound', seconds: '60' }, 422, 'invalid_value'],
    [{ employee: 'EMP', activity: 'call.outbound', destination: 'bob' }, 422, 'invalid_value'],
    [{ employee: 'EMP', activity: 'call.outbound', colour: 'red' }, 422, 'invalid_value'],
    [{ employee: 'EMP', activity: 'call.outbound', reference: '' }, 422, 'invalid_value'],
  ])('%j is %i %s', async (body, status, code) => {
    const given = 'employee' in body && body.employee === 'EMP' ? { ...body, employee } : body;
    expect(await ask(given)).toMatchObject({ status, body: { code } });
  });
});

describe('operations on an authorization', () => {
  test.each([
    ['settle', { used_seconds: -1 }, 422],
    ['settle', { used_seconds: 31_536_000 }, 422],
    ['settle', { used_seconds: 'NaN' }, 422],
    ['settle', {}, 422],
    ['extend', { used_seconds: 1, seconds: 0 }, 422],
    ['extend', { used_seconds: 86_401, seconds: 1 }, 422],
  ])('%s %j is %i, and the call stays as it was', async (operation, body, status) => {
    const { body: granted } = await ask(outbound());
    const at = `/v1/authorizations/${granted.id}`;
    expect((await dialer.post(`${at}/${operation}`, body)).status).toBe(status);
    expect((await dialer.post(`${at}/release`)).body).toEqual({
      id: granted.id,
      outcome: 'released',
    });
  });

  test('what is not there, or another company’s, is not found', async () => {
    const other = await openAccount(product);
    const key = { name: 'Other', scopes: ['admission'] };
    const made = await product.operator.post(`/v1/companies/${other.company}/api-keys`, key);
    const stranger = product.as(made.body.key);
    const { body: granted } = await ask(outbound());
    const at = `/v1/authorizations/${granted.id}/settle`;
    expect((await stranger.post(at, { used_seconds: 5 })).status).toBe(404);
    expect((await stranger.post('/v1/authorizations', outbound())).status).toBe(404);
    const none = await dialer.post('/v1/authorizations/auth_0/settle', { used_seconds: 5 });
    expect(none).toMatchObject({ status: 404, body: { code: 'not_found' } });
    await dialer.post(`/v1/authorizations/${granted.id}/release`);
  });
});

describe('GET /v1/authorizations', () => {
  test('shows an authorization while it is open and when it has ended', async () => {
    const { body: granted } = await ask({ ...outbound(), reference: 'look-1' });
    const at = `/v1/authorizations/${granted.id}`;
    expect((await dialer.get(at)).body).toMatchObject({
      state: 'open',
      billing_account: account.id,
      employee,
      hold: { amount: '0.03' },
      rate: { code: 'voice/default/outbound', version: 1 },
    });
    await dialer.post(`${at}/settle`, { used_seconds: 5 });
    expect((await dialer.get(at)).body).toMatchObject({
      state: 'settled',
      used_seconds: 5,
      hold: { amount: '0.00' },
      charged: { amount: '0.03' },
    });
    const list = `/v1/authorizations?billing_account=${account.id}&limit=2`;
    const { body: first } = await dialer.get(list);
    expect(first.data[0].id).toBe(granted.id);
    const { body: next } = await dialer.get(`${list}&cursor=${first.next_cursor}`);
    expect(next.data[0].id < first.data[1].id).toBe(true);
    const { body: named } = await dialer.get('/v1/authorizations?reference=look-1');
    expect(named.data).toHaveLength(1);
    expect((await dialer.get('/v1/authorizations/auth_0')).status).toBe(404);
  });
});

describe('POST /v1/authorizations/batch', () => {
  const batch = async (operations: Json[]) =>
    (await dialer.post('/v1/authorizations/batch', { operations })).body.results;

  test('answers each in order; one that is wrong refuses only itself', async () => {
    const results = await batch([
      { op: 'authorize', ...outbound() },
      { op: 'authorize', employee, activity: 'call.outbound', seconds: -5 },
      { op: 'dance' },
      { op: 'authorize', employee: 'emp_0', activity: 'call.outbound' },
      { op: 'settle', authorization: 'auth_0', used_seconds: 5 },
      { op: 'authorize', ...outbound() },
    ]);
    expect(results.map((one: Json) => one.allowed ?? one.code)).toEqual([
      true,
      'invalid_value',
      'invalid_value',
      'not_found',
      'not_found',
      true,
    ]);
    expect(results[1].errors[0].pointer).toBe('/operations/1/seconds');
    const ends = await batch([
      { op: 'extend', authorization: results[0].id, used_seconds: 60, seconds: 60 },
      { op: 'settle', authorization: results[0].id, used_seconds: 70 },
      { op: 'release', authorization: results[5].id },
    ]);
    expect(ends[0].granted_seconds).toBe(120);
    expect(ends[1].charged.amount).toBe('0.06');
    expect(ends[2].outcome).toBe('released');
  });

  test('duplicates within one batch are answered alike', async () => {
    const one = { op: 'authorize', ...outbound(), idempotency_key: randomUUID() };
    const results = await batch([one, one, { ...one, seconds: 30 }]);
    expect(results[1]).toEqual(results[0]);
    expect(results[2].code).toBe('idempotency_key_reused');
    await dialer.post(`/v1/authorizations/${results[0].id}/release`);
  });
});

describe('GET /v1/employees/{emp}/access', () => {
  test('is what authorize would say, gate by gate, and takes nothing', async () => {
    const before = await account.minutes();
    const { body } = await dialer.get(`/v1/employees/${employee}/access`);
    const allowed = body.activities.filter((one: Json) => one.allowed);
    expect(allowed.map((one: Json) => one.activity)).toContain('call.outbound');
    const monitor = body.activities.find((one: Json) => one.activity === 'call.monitor');
    expect(monitor.checks.filter((one: Json) => !one.passed)).toMatchObject([
      { gate: 'permission', code: 'permission_denied' },
    ]);
    expect(await account.minutes()).toEqual(before);
    const one = await dialer.get(`/v1/employees/${employee}/access?activity=dialer.login`);
    expect(one.body.activities).toHaveLength(1);
    expect((await dialer.get('/v1/employees/emp_0/access')).status).toBe(404);
  });
});

describe('GET /v1/billing-accounts/{ba}/ports', () => {
  test('a port is held by a lease, and an expired one holds nothing', async () => {
    const send = { employee, activity: 'voice_message.send', destination: '+15551234567' };
    const answers = [await ask(send), await ask(send), await ask(send)];
    expect(answers.map((one) => one.body.allowed)).toEqual([true, true, false]);
    const [reason] = answers[2]?.body.reasons ?? [];
    expect(reason).toMatchObject({
      code: 'insufficient_ports',
      details: { cause: 'all_ports_in_use', total: 2, in_use: 2 },
    });
    expect(reason.remedies[0].recurring).toEqual({ amount: '45.00', currency: 'USD' });
    const ports = await account.get('/ports');
    expect(ports).toMatchObject({ total: 2, in_use: 2, free: 0, refusals_30d: 1, peak_30d: 2 });
    await account.advance('2026-11-23T13:00:00Z');
    expect(await account.get('/ports')).toMatchObject({ in_use: 0, free: 2, peak_30d: 2 });
    expect((await account.minutes()).held.amount).toBe('0.00');
  });
});

describe('POST /v1/usage-events', () => {
  const event = (data: Json, id: string = randomUUID()) => ({
    specversion: '1.0',
    id,
    source: 'dialer/7',
    type: 'usage.reported',
    data,
  });
  const report = async (body: Json) => (await dialer.post('/v1/usage-events', body)).body.results;

  test('usage that nobody was asked about is charged once, whatever comes twice', async () => {
    const usage = {
      billing_account: account.id,
      activity: 'call.inbound_acd',
      used_seconds: 61,
      started_at: '2026-11-23T11:00:00Z',
      reference: 'call-1',
    };
    const once = event(usage);
    const [first] = await report(once);
    expect(first).toMatchObject({ unauthorized: true, charged: { amount: '0.04' } });
    const [again, byReference] = await report([once, event({ ...usage, used_seconds: 90 })]);
    expect(again).toEqual(first);
    expect(byReference).toMatchObject({ authorization: first.authorization, conflict: true });
    expect(byReference.charged).toEqual(first.charged);
  });

  test('naming a known authorization or reference is its settlement', async () => {
    const { body: one } = await ask({ ...outbound(), reference: 'call-2' });
    const [settled] = await report(event({ authorization: one.id, used_seconds: 5 }));
    expect(settled).toMatchObject({ authorization: one.id, charged: { amount: '0.03' } });
    const { body: other } = await ask({ ...outbound(), reference: 'call-3' });
    const named = { employee, activity: 'call.outbound', used_seconds: 65, reference: 'call-3' };
    const [byReference] = await report(event(named));
    expect(byReference).toMatchObject({ authorization: other.id, charged: { amount: '0.06' } });
  });

  test('a wrong event refuses only itself', async () => {
    const results = await report([
      event({ billing_account: account.id, used_seconds: 5 }),
      { specversion: '0.3' },
      event({ billing_account: 'ba_0', activity: 'call.inbound_acd', used_seconds: 5 }),
    ]);
    expect(results.map((one: Json) => one.code)).toEqual([
      'unknown_code',
      'invalid_value',
      'not_found',
    ]);
  });
});
