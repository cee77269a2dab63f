import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../src/database/test-database.ts';
import type { Granted, NotGranted, OperationKey } from '../../src/modules/admission/index.ts';
import { createServices } from '../../src/services.ts';
import { World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = new World(await freshDatabase(20));
  await world.found();
});
afterAll(() => world.open.close());

const many = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** A second process's worth of engine on the same database. */
const another = () => createServices(world.open, world.clock).admission;

const inbound = (): { billingAccount: string; activity: string } => ({
  billingAccount: world.account.id,
  activity: 'call.inbound_acd',
});

const isGranted = (answer: Granted | NotGranted): answer is Granted => answer.allowed;

test('200 at once on money for 40: exactly 40 are granted, none overspends', async () => {
  await world.found();
  await world.order({ flex_port: 500 });
  await world.buyMinutes('0.24'); // 40 × 60 seconds
  const engines = [world.services.admission, another()];
  const answers = await many(200, async (index) => {
    const engine = engines[index % 2];
    return await engine?.authorize(world.actor, inbound());
  });
  const granted = answers.filter((answer) => answer !== undefined).filter(isGranted);
  expect(granted).toHaveLength(40);
  expect(await world.book()).toEqual({
    balance: 240_000n,
    held: 240_000n,
    inUse: { flex_port: 40 },
  });
});

test('200 at once on 3 ports through two engines: exactly 3 are granted', async () => {
  await world.found();
  await world.order({ flex_port: 3 });
  await world.buyMinutes('100.00');
  const engines = [world.services.admission, another()];
  const answers = await many(200, async (index) => {
    const engine = engines[index % 2];
    return await engine?.authorize(world.actor, inbound());
  });
  expect(answers.filter((answer) => answer?.allowed)).toHaveLength(3);
  expect((await world.book()).inUse).toEqual({ flex_port: 3 });
});

test('a third of all requests sent twice at once, through two engines: each counts once', async () => {
  await world.found();
  await world.order({ flex_port: 30 });
  await world.buyMinutes('10.00');
  const engines = [world.services.admission, another()];
  const keyOf = (text: string): OperationKey => ({
    scope: world.company.id,
    key: text,
    hash: createHash('sha256')
      .update(text.split(' ')[0] ?? '')
      .digest(),
  });
  let charged = 0n;
  let ended = 0;
  const twice = async <Result>(
    index: number,
    work: (engine: (typeof engines)[number]) => Promise<Result>,
  ): Promise<Result> => {
    const [one, other] = engines as [(typeof engines)[0], (typeof engines)[0]];
    if (index % 3 !== 0) return await work(index % 2 === 0 ? one : other);
    const [first, second] = await Promise.all([work(one), work(other)]);
    expect(second).toEqual(first);
    return first;
  };
  await many(64, async (worker) => {
    for (let turn = 0; turn < 6; turn += 1) {
      const index = worker * 6 + turn;
      const key = keyOf(`${randomUUID()}`);
      const answer = await twice(index, (engine) => engine.authorize(world.actor, inbound(), key));
      if (!answer.allowed) continue;
      const { id } = answer;
      await twice(index + 1, (engine) =>
        engine.extend(world.actor, id, { usedMs: 30_000, wantedMs: 60_000 }),
      );
      if (worker % 4 === 0) {
        await twice(index + 2, (engine) => engine.release(world.actor, id));
      } else {
        const settled = await twice(index + 2, (engine) =>
          engine.settle(world.actor, id, { usedMs: 45_000 + worker * 1000 }),
        );
        charged += settled.charged.micros;
      }
      ended += 1;
    }
  });
  expect(ended).toBeGreaterThan(30);
  const book = await world.book();
  expect(book).toEqual({ balance: 10_000_000n - charged, held: 0n, inUse: { flex_port: 0 } });
  const { rows } = await world.open.pool.query(
    `select (select count(*)::int from admission_usage_records where account = $1) as records,
            (select sum(case credit_book when 'balance' then amount else -amount end)::bigint
             from wallet_journal where account = $1) as journal,
            (select bool_and(balance_after = running) from (
               select balance_after, sum(case credit_book when 'balance' then amount
                 else -amount end) over (order by sequence) as running
               from wallet_journal where account = $1) walk) as consistent`,
    [world.account.id],
  );
  expect(rows[0]).toEqual({ records: ended, journal: book.balance, consistent: true });
});

test('facts that change while calls cross are never decided on: no grant after a suspension', async () => {
  await world.found();
  await world.order({ flex_port: 1_000 });
  await world.buyMinutes('100.00');
  const engines = [world.services.admission, another()];
  let suspended = false;
  const crossing = many(20, async (index) => {
    for (let turn = 0; turn < 15; turn += 1) {
      const wasSuspended = suspended;
      const answer = await engines[index % 2]?.authorize(world.actor, inbound());
      // What was asked after the suspension had been committed must have been refused.
      if (wasSuspended) expect(answer?.allowed).toBe(false);
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { accounts } = world.services;
  const system = { kind: 'system', id: 'system', name: 'Test' } as const;
  await world.open.database.transaction((tx) =>
    accounts.suspend(tx, system, world.account.id, 'unpaid'),
  );
  suspended = true;
  await crossing;
});

test('connections that are cut under load lose no acknowledged operation and charge none twice', async () => {
  await world.found();
  await world.order({ flex_port: 500 });
  await world.buyMinutes('100.00');
  const { admission } = world.services;
  let running = true;
  let cuts = 0;
  const cutting = (async () => {
    while (running) {
      // Long enough for a new connection to get something done before it is cut as well.
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 150));
      const { rowCount } = await world.open.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()
           and query like '%admission_%'`,
      );
      cuts += rowCount ?? 0;
    }
  })();
  let calls = 0;
  const charges = await many(40, async () => {
    let total = 0n;
    for (let turn = 0; turn < 10 || cuts < 5; turn += 1) {
      calls += 1;
      const answer = await admission.authorize(world.actor, inbound());
      if (!answer.allowed) throw new Error('refused');
      const settled = await admission.settle(world.actor, answer.id, { usedMs: 10_000 });
      total += settled.charged.micros;
    }
    return total;
  });
  running = false;
  await cutting;
  const charged = charges.reduce((total, one) => total + one, 0n);
  expect(charged).toBe(BigInt(calls) * 1_000n);
  expect(await world.book()).toEqual({
    balance: 100_000_000n - charged,
    held: 0n,
    inUse: { flex_port: 0 },
  });
});
