import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../database/connect.ts';
import { Presence } from '../database/presence.ts';
import { freshDatabase } from '../database/test-database.ts';
import { systemClock } from '../kernel/clock.ts';
import { Idempotency } from './idempotency.ts';

let open: OpenDatabase;
beforeAll(async () => {
  open = await freshDatabase();
});
afterAll(() => open.close());

/** A process, as far as keys can tell: what it claims is its own until it ends. */
function processOn(database: OpenDatabase) {
  const presence = new Presence(database.target);
  return { keys: new Idempotency(database.database, systemClock, presence), presence };
}

const requestFor = (key: string) => ({
  name: { scope: 'operator', key },
  hash: Buffer.from('same'),
  requestId: 'req_1',
});

const reply = (text: string) => async () => ({ status: 200, text });

describe('a request of several transactions', () => {
  test('is taken over the moment the process that began it is gone', async () => {
    const first = processOn(open);
    let begun = () => {};
    const isBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    // It never ends: the process was killed between two of its transactions.
    void first.keys.resumable(requestFor('killed'), () => {
      begun();
      return new Promise(() => {});
    });
    await isBegun;
    const second = processOn(open);
    const taken = second.keys.resumable(requestFor('killed'), (finish) => finish(reply('second')));
    const waited = await Promise.race([taken, new Promise((go) => setTimeout(go, 200, 'waits'))]);
    expect(waited).toBe('waits');
    await first.presence.close();
    expect((await taken).text).toBe('second');
    await second.presence.close();
  });

  test('is answered once to all who ask at the same time in two processes', async () => {
    const [left, right] = [processOn(open), processOn(open)];
    let runs = 0;
    const ask = (keys: Idempotency) =>
      keys.resumable(requestFor('both'), async (finish) => {
        runs += 1;
        await new Promise((go) => setTimeout(go, 50));
        return await finish(reply(`run ${runs}`));
      });
    const answers = await Promise.all([left, right, left, right].map(({ keys }) => ask(keys)));
    expect(answers.map(({ text }) => text)).toEqual(['run 1', 'run 1', 'run 1', 'run 1']);
    await left.presence.close();
    await right.presence.close();
  });
});
