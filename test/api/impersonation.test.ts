import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from './product.ts';
import { auditOf, companyOf, operatorSignedIn, signedIn, TYPED, type Visitor } from './visitor.ts';

let product: Product;
let company: string;
let ana: string;
let support: Visitor;
let now = new Date('2026-11-22T12:00:00Z');

beforeAll(async () => {
  product = await startProduct({ clock: { now: () => now } });
  const acme = await companyOf(product);
  company = acme.company;
  ana = await acme.hire('ana@acme.example', 'Manager');
  support = await operatorSignedIn(product);
});
afterAll(() => product.close());

const start = (call: Visitor = support, more = {}) =>
  call('POST', '/v1/session/impersonation', { employee: ana, reason: 'Ticket 4711', ...more });

describe('looking at an employee’s pages', () => {
  test('needs a reason, and shows what the employee sees and nothing of other companies', async () => {
    const without = await support('POST', '/v1/session/impersonation', { employee: ana });
    expect(without.status).toBe(422);
    expect((await start()).body).toEqual({ looking: true });
    const { body } = await support('GET', '/v1/me');
    expect(body).toMatchObject({
      id: ana,
      operator: false,
      company: { id: company },
      permission_group: 'Manager',
      role: null,
      impersonation: {
        by: 'Operator',
        reason: 'Ticket 4711',
        ends_at: '2026-11-22T12:30:00.000Z',
      },
    });
    const { company: other } = await companyOf(product, 'Other');
    expect((await support('GET', `/v1/companies/${other}`)).status).toBe(404);
  });

  test('changes nothing: every write of the API is refused, also with a typed name', async () => {
    const before = await product.countChanges();
    const { body: document } = await product.operator.get('/openapi.json');
    const answers = new Set<string>();
    for (const [path, methods] of Object.entries(document.paths as Record<string, object>)) {
      if (path.startsWith('/v1/session')) continue;
      for (const method of Object.keys(methods)) {
        if (method === 'get') continue;
        const address = path.replace(/\{(\w+)\}/g, 'x_1');
        const { status, body } = await support(method.toUpperCase(), address, undefined, TYPED);
        // What is wrong in itself is refused before anybody asks who sends it.
        if (status !== 422 && status !== 404) answers.add(`${status} ${body.code}`);
      }
    }
    const hide = await support('POST', `/v1/employees/${ana}/hide`, undefined, TYPED);
    expect(hide).toMatchObject({ status: 403, body: { code: 'read_only_impersonation' } });
    const rename = await support('PATCH', `/v1/employees/${ana}`, { first_name: 'X' }, TYPED);
    expect(rename.body.code).toBe('read_only_impersonation');
    expect([...answers]).toEqual(['403 read_only_impersonation']);
    const password = await support('PUT', '/v1/session/password', { password: 'x'.repeat(12) });
    expect(password.body.code).toBe('read_only_impersonation');
    expect(await product.countChanges()).toBe(before);
  });

  test('does not reach the employee’s own security, nor shows the looker’s', async () => {
    const refused = await support('GET', '/v1/me/sessions');
    expect(refused.body.code).toBe('read_only_impersonation');
  });

  test('ends by itself when the time is up, and by stopping, under another token', async () => {
    const token = support.cookies.get('tollkeeper.session_token');
    now = new Date(now.getTime() + 31 * 60_000);
    expect((await support('GET', '/v1/me')).body).toMatchObject({ operator: true });
    await product.app.signIn.forgetEnded();
    await start();
    expect((await support('GET', '/v1/me')).body.operator).toBe(false);
    expect((await support('DELETE', '/v1/session/impersonation')).body).toEqual({ looking: false });
    const { body } = await support('GET', '/v1/me');
    expect(body).toMatchObject({ operator: true, impersonation: null, role: 'admin' });
    expect(support.cookies.get('tollkeeper.session_token')).not.toBe(token);
    const again = await support('DELETE', '/v1/session/impersonation');
    expect(again.body.code).toBe('nothing_to_change');
  });

  test('stands in the company’s audit log: who, whom, why, from when to when', async () => {
    const { call } = await signedIn(product, ana);
    const { body } = await call('GET', `/v1/companies/${company}/audit?limit=100`);
    const entries = body.data.filter(({ action }: { action: string }) =>
      action.startsWith('impersonation.'),
    );
    expect(entries.map((one: { action: string }) => one.action).sort()).toEqual([
      'impersonation.ended',
      'impersonation.ended',
      'impersonation.started',
      'impersonation.started',
    ]);
    const [started] = entries.filter((one: { action: string }) => one.action.endsWith('started'));
    expect(started).toMatchObject({
      subject: ana,
      actor: { name: 'Operator' },
      after: { reason: 'Ticket 4711' },
    });
    const how = entries.map((one: { after: { how?: string } }) => one.after.how).filter(Boolean);
    expect(how.sort()).toEqual(['stopped', 'time']);
  });

  test('is for the operator’s admins and support only, and ends with the session', async () => {
    const { call } = await signedIn(product, ana);
    expect((await start(call)).body.code).toBe('scope_missing');
    await start();
    await support('DELETE', '/v1/session');
    const [last] = (await auditOf(product, company)).filter(
      ({ action }) => action === 'impersonation.ended',
    );
    expect(last?.after.how).toBe('signed_out');
  });
});
