import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Json, OPERATOR_KEY, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

/** More than wait at most (10,000), with what is on its way meanwhile (two batches of 512). */
const CALLS = 12;
const OPERATIONS_A_CALL = 1_000;

interface Posted {
  readonly status: number;
  readonly headers: Json;
  readonly body: Json;
}

/** Over a connection of this agent's. */
function post(agent: Agent, path: string, body: Json): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' };
    const sent = request(`${product.address}${path}`, { method: 'POST', agent, headers });
    sent.on('error', reject).on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => {
        const { statusCode: status = 0 } = response;
        resolve({ status, headers: response.headers, body: JSON.parse(text) });
      });
    });
    sent.end(JSON.stringify(body));
  });
}

/** Whoever holds an account's book lets no batch be written: all that comes now waits. */
async function holdBook(account: string): Promise<() => Promise<void>> {
  const holder = await product.open.pool.connect();
  await holder.query('begin');
  await holder.query('select from wallet_books where account = $1 for update', [account]);
  let isHeld = true;
  const letGo = async () => {
    if (!isHeld) return;
    isHeld = false;
    await holder.query('rollback');
    holder.release();
  };
  onTestFinished(letGo); // A product that waits for it would never close.
  return letGo;
}

describe('more than can be decided soon', () => {
  test('is told to come again; what was accepted is answered, and nothing else is done', async () => {
    const account = await openAccount(product);
    await account.buy({ totals: { flex_port: 20_000 }, minutes: '5000.00' });
    const call = { billing_account: account.id, activity: 'call.inbound_acd' };
    expect((await product.operator.post('/v1/authorizations', call)).status).toBe(201);
    const kept = new Agent({ keepAlive: true });

    const letGo = await holdBook(account.id);
    const operation = { op: 'authorize', ...call };
    const operations = Array.from({ length: OPERATIONS_A_CALL }, () => operation);
    const batches = Array.from({ length: CALLS }, () =>
      post(kept, '/v1/authorizations/batch', { operations }),
    );
    let refused = await post(kept, '/v1/companies', { name: 'Not admission' });
    expect(refused.status).toBe(201); // Whatever else there is to do is done.
    const waiting: Promise<Posted>[] = [];
    while (refused.status !== 503) {
      const asked = post(new Agent(), '/v1/authorizations', call);
      const first = await Promise.race([asked, pause(100)]);
      if (first === undefined) waiting.push(asked);
      else refused = first;
    }
    expect(refused.headers).toMatchObject({
      'retry-after': '1',
      'content-type': expect.stringContaining('application/problem+json'),
    });
    expect(refused.body).toMatchObject({ code: 'unavailable', status: 503 });
    expect(refused.body.detail).toMatch(/\w+.*\./);
    // It is no reason to lose a connection.
    const again = await post(kept, '/v1/authorizations', call);
    expect([again.status, again.headers.connection]).toEqual([503, 'keep-alive']);

    await letGo();
    const answered = await Promise.all(batches);
    expect(answered.map(({ status }) => status)).toEqual(Array(CALLS).fill(200));
    const results: Json[] = answered.flatMap(({ body }) => body.results);
    expect(results.length).toBe(CALLS * OPERATIONS_A_CALL);
    const granted = results.filter(({ allowed }) => allowed === true);
    const told = results.filter(({ code, status }) => code === 'unavailable' && status === 503);
    expect(granted.length).toBeGreaterThanOrEqual(10_000);
    expect(told.length).toBeGreaterThan(0);
    expect(granted.length + told.length).toBe(results.length);
    const late = (await Promise.all(waiting)).map(({ body }) => body);
    const singles = late.filter(({ allowed }) => allowed === true);
    const ids = [...granted, ...singles].map(({ id }) => id);
    const { rows } = await product.open.pool.query(
      `select count(*)::int as count, count(*) filter (where id = any ($1))::int as answered
       from admission_leases`,
      [ids],
    );
    // And the one that was granted first.
    expect(rows).toEqual([{ count: ids.length + 1, answered: ids.length }]);
    kept.destroy();
    expect((await product.operator.post('/v1/authorizations', call)).status).toBe(201);
  });
});

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
