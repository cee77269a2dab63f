import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Caller, type Json, type Product, startProduct } from '../product.ts';
import { mutationsOf } from './mutations.ts';
import { resolve, sampleOf } from './sample.ts';
import { makeWorld, type World } from './world.ts';

/**
 * Sweeps the whole API by its own document, so an endpoint that is added is swept too: every
 * field of every endpoint is put wrong in every way. Whatever comes, the answer is not a 5xx,
 * a refusal is a problem with a code and a sentence, and what was refused changed nothing.
 */

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly body: Json | undefined;
  readonly query: readonly string[];
}

let product: Product;
let world: World;
let document: Json;

beforeAll(async () => {
  product = await startProduct();
  world = await makeWorld(product);
  document = (await product.operator.get('/openapi.json')).body;
});
afterAll(() => product.close());

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
/** What the sweep must find at least; fewer would mean that it read the document wrongly. */
const OPERATIONS_MIN = 30;
const LISTS_MIN = 20;

function operations(): Operation[] {
  return Object.entries(document.paths as Record<string, Json>).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method] !== undefined).map((method) => {
      const operation = methods[method];
      const schema = operation.requestBody?.content?.['application/json']?.schema;
      const parameters: Json[] = operation.parameters ?? [];
      return {
        method: method.toUpperCase(),
        path,
        body: schema?.$ref === undefined ? schema : resolve(schema.$ref, document),
        query: parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name),
      };
    }),
  );
}

function addressOf(path: string, ids: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'default');
}

function send(caller: Caller, method: string, path: string, body: unknown): Promise<Answer> {
  switch (method) {
    case 'GET':
      return caller.get(path);
    case 'POST':
      return caller.post(path, body);
    case 'PUT':
      return caller.put(path, body);
    case 'PATCH':
      return caller.patch(path, body);
    default:
      return caller.delete(path);
  }
}

function faultOf(answer: Answer): string | undefined {
  if (answer.status >= 500) return `answered ${answer.status} ${JSON.stringify(answer.body)}`;
  if (answer.status < 400) return undefined;
  const { code, detail, status } = answer.body;
  if (typeof code !== 'string' || typeof detail !== 'string' || detail === '') {
    return `no code or sentence: ${JSON.stringify(answer.body)}`;
  }
  if (status !== answer.status) return `says ${status} but is ${answer.status}`;
  if (/\n\s+at |node_modules|\.ts:\d/.test(JSON.stringify(answer.body))) return 'shows our inside';
  if (answer.status === 422 && code === 'invalid_value' && !Array.isArray(answer.body.errors)) {
    return `no pointer: ${JSON.stringify(answer.body)}`;
  }
  return undefined;
}

describe('bad input', () => {
  test('the sweep sees the API', () => {
    expect(operations().length).toBeGreaterThanOrEqual(OPERATIONS_MIN);
  });

  test('in a body is a 4xx problem that changes nothing, never a 5xx', async () => {
    const faults: string[] = [];
    for (const { method, path, body } of operations()) {
      if (body?.properties === undefined) continue;
      const address = addressOf(path, world.ids);
      const sample = sampleOf(body, document, world.fields);
      for (const mutation of mutationsOf(sample, body)) {
        const before = await world.changes();
        const answer = await send(product.operator, method, address, mutation.body);
        const fault =
          faultOf(answer) ??
          (mutation.mustFail && answer.status < 400 ? `accepted: ${answer.status}` : undefined) ??
          (answer.status >= 400 && (await world.changes()) !== before
            ? 'changed something'
            : undefined);
        if (fault !== undefined) faults.push(`${method} ${path}, ${mutation.name}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  }, 240_000);

  test('in a path or query is a 4xx problem, never a 5xx', async () => {
    const faults: string[] = [];
    const odd = ['%00', 'a%00b', 'x'.repeat(300), '%F0%9F%92%A9', '..%2f..', "'", '-1'];
    for (const { method, path, query } of operations()) {
      const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      for (const name of parameters) {
        for (const value of odd) {
          const address = addressOf(path, { ...world.ids, [name]: value });
          const answer = await send(product.operator, method, address, {});
          const fault = faultOf(answer) ?? (answer.status < 400 ? 'accepted' : undefined);
          if (fault !== undefined) faults.push(`${method} ${address}: ${fault}`);
        }
      }
      if (method !== 'GET') continue;
      for (const name of [...query, 'no_such_query']) {
        for (const value of ['', '0', '-1', '1e400', 'NaN', '%00', 'x'.repeat(3_000)]) {
          const address = `${addressOf(path, world.ids)}?${name}=${value}`;
          const fault = faultOf(await product.operator.get(address));
          if (fault !== undefined) faults.push(`GET ${address}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  test('as a list’s cursor is refused, and not taken for the end of the list', async () => {
    const isThere = (path: string) =>
      [...path.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => world.ids[name] !== undefined);
    const lists = operations().filter(
      ({ path, query }) => query.includes('cursor') && isThere(path),
    );
    expect(lists.length).toBeGreaterThanOrEqual(LISTS_MIN);
    const faults: string[] = [];
    for (const { method, path } of lists) {
      for (const cursor of ['nonsense!', `whom_${'0'.repeat(26)}`, 'AA', '-1']) {
        const address = `${addressOf(path, world.ids)}?cursor=${cursor}`;
        const { status, body } = await send(product.operator, method, address, undefined);
        const pointer = body.errors?.[0]?.pointer;
        if (status !== 422 || pointer !== '/query/cursor') faults.push(`${address}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('another company’s things do not exist', async () => {
    const faults: string[] = [];
    for (const { method, path, body } of operations()) {
      if (!path.includes('{')) continue;
      if (path.startsWith('/v1/catalog')) continue;
      const sample = body === undefined ? undefined : sampleOf(body, document, world.fields);
      const before = await world.changes();
      const answer = await send(world.stranger, method, addressOf(path, world.ids), sample);
      const hidden = answer.status === 404 || answer.status === 403 || answer.status === 422;
      const unchanged = (await world.changes()) === before;
      const says = `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`;
      if (faultOf(answer) !== undefined || !hidden || !unchanged) faults.push(says);
    }
    expect(faults).toEqual([]);
  });

  test('a body that is not JSON, or too large, is refused', async () => {
    const post = (body: string, type = 'application/json') =>
      fetch(`${product.address}/v1/companies`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.operatorKey}`, 'content-type': type },
        body,
      });
    expect((await post('{"name": ')).status).toBe(400);
    expect((await post('{"__proto__": {"a": 1}, "name": "x"}')).status).toBe(400);
    expect((await post(JSON.stringify({ name: 'x'.repeat(2_000_000) }))).status).toBe(413);
    expect((await post('name=x', 'text/plain')).status).toBe(415);
  });
});
