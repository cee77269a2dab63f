import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { freshDatabase } from '../../src/database/test-database.ts';
import { OPERATOR_KEY } from './product.ts';

/** Two products on databases that are closed under them, one for each declared answer. */
const declared = ['refuse', 'allow'] as const;
const products = new Map<string, Awaited<ReturnType<typeof start>>>();

async function start(answer: 'refuse' | 'allow') {
  const open = await freshDatabase();
  const config = readConfig({
    TOLLKEEPER_OPERATOR_KEY: OPERATOR_KEY,
    TOLLKEEPER_ADMISSION_WITHOUT_DATABASE: answer,
  });
  let now = new Date('2026-11-22T12:00:00Z');
  const clock = { now: () => now };
  const app = await createApp({ open, config, log: false, clock, checkAnswers: true });
  const address = await app.listen(0);
  const ask = (path: string, body?: unknown) =>
    fetch(`${address}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  expect((await ask('/v1/companies')).status).toBe(200); // The key has been seen once.
  const gone = Object.assign(new Error('terminating connection'), { code: '57P01' });
  open.pool.connect = () => Promise.reject(gone);
  now = new Date(now.getTime() + 60_000); // Longer than a key is remembered.
  return { app, open, ask };
}

beforeAll(async () => {
  for (const answer of declared) products.set(answer, await start(answer));
});
afterAll(async () => {
  for (const { app } of products.values()) await app.fastify.close();
});

const dial = { billing_account: 'ba_any', activity: 'call.inbound_acd', seconds: 30 };

test('with its database gone admission refuses, unless the operator declared otherwise', async () => {
  const refused = await products.get('refuse')?.ask('/v1/authorizations', dial);
  expect(refused?.status).toBe(503);
  expect(refused?.headers.get('retry-after')).toBe('1');
  const allowed = await products.get('allow')?.ask('/v1/authorizations', dial);
  expect(allowed?.status).toBe(201);
  expect(await allowed?.json()).toMatchObject({
    allowed: true,
    provisional: true,
    granted_seconds: 30,
    final: true,
  });
});

test('nothing but a single authorization goes on without the database', async () => {
  const { ask } = products.get('allow') ?? {};
  expect((await ask?.('/v1/companies'))?.status).toBe(503);
});
