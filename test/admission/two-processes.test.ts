import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../src/database/test-database.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import type { OperationKey } from '../../src/modules/admission/index.ts';
import { type Calls, EngineProcess } from './engine-process.ts';
import { World } from './world.ts';

/** Two processes on one database, beside the one that looks on. */
let world: World;
let processes: [EngineProcess, EngineProcess];
beforeAll(async () => {
  world = new World(await freshDatabase());
  const start = () => EngineProcess.start(world.open.target, world.clock.now());
  processes = await Promise.all([start(), start()]);
});
afterAll(async () => {
  await Promise.all(processes.map((one) => one.stop()));
  await world.open.close();
});

const ACCOUNTS = 5;
const WORKERS = 64;
const TURNS = 5;
const PORTS = 4;
/** Of a call that is asked for 60 seconds: eight of them, and every settlement makes it fewer. */
const MONEY = 48_000n;

interface Payer {
  readonly account: string;
  readonly actor: Actor;
}

interface Acknowledged {
  readonly account: string;
  readonly charged: bigint;
}

async function foundScarce(): Promise<Payer> {
  await world.found();
  await world.order({ flex_port: PORTS });
  await world.buyMinutes('0.048');
  return { account: world.account.id, actor: world.actor };
}

test('64 workers on five scarce accounts, a third sent twice through two processes: all adds up', async () => {
  expect(new Set([process.pid, ...processes.map(({ pid }) => pid)]).size).toBe(3);
  const payers: Payer[] = [];
  for (let count = 0; count < ACCOUNTS; count += 1) payers.push(await foundScarce());
  const accounts = payers.map(({ account }) => account);
  const acknowledged = new Map<string, Acknowledged>();
  const watch = watchLimits(accounts);
  const working = Array.from({ length: WORKERS }, (_, worker) =>
    work(worker, payers, acknowledged),
  );
  await Promise.all(working);
  expect(await watch.stop()).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(ACCOUNTS * PORTS);
  for (const account of accounts) {
    const ours = [...acknowledged].filter(([, one]) => one.account === account);
    const charged = ours.reduce((sum, [, one]) => sum + one.charged, 0n);
    const { rows } = await world.open.pool.query(
      `select balance, held, pools_in_use,
              (select array_agg(lease order by lease) from admission_usage_records
               where account = $1) as records,
              (select sum(amount) from wallet_journal
               where account = $1 and kind = 'usage')::bigint as journal
       from wallet_books where account = $1`,
      [account],
    );
    expect(rows[0]).toEqual({
      balance: MONEY - charged,
      held: 0n,
      pools_in_use: [0],
      records: ours.map(([lease]) => lease).sort(),
      journal: charged,
    });
  }
});

/** Authorizes and ends calls on one account after another. */
async function work(
  worker: number,
  payers: readonly Payer[],
  acknowledged: Map<string, Acknowledged>,
): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { account, actor } = payers[(worker + turn) % payers.length] as Payer;
    const isTwice = (worker + turn) % 3 === 0;
    const request = { billingAccount: account, activity: 'call.inbound_acd' };
    const key = keyOf(actor);
    const answer = await send(worker, isTwice, (to) => to.authorize(actor, request, key));
    if (!answer.allowed) continue;
    const settling = keyOf(actor);
    const input = { usedMs: 1_000 * (1 + (worker % 20)) };
    const { charged } = await send(worker + 1, isTwice, (to) =>
      to.settle(actor, answer.id, input, settling),
    );
    expect(acknowledged.has(answer.id)).toBe(false);
    acknowledged.set(answer.id, { account, charged: charged.micros });
  }
}

/** To one process, or to both at once, which then answer alike. */
async function send<Answer>(
  worker: number,
  isTwice: boolean,
  ask: (to: Calls) => Promise<Answer>,
): Promise<Answer> {
  const [one, other] = processes;
  if (!isTwice) return await ask(worker % 2 === 0 ? one : other);
  const [first, second] = await Promise.all([ask(one), ask(other)]);
  expect(second).toEqual(first);
  return first;
}

function keyOf(actor: Actor): OperationKey {
  const key = randomUUID();
  return { scope: actor.company ?? '', key, hash: createHash('sha256').update(key).digest() };
}

/** Looks again and again whether any account holds more than it has, or more ports than it pays. */
function watchLimits(accounts: readonly string[]) {
  const broken: object[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const { rows } = await world.open.pool.query(
        `select account, balance, held, pools_in_use from wallet_books
         where account = any ($1) and (balance < held or $2 < any (pools_in_use))`,
        [accounts, PORTS],
      );
      broken.push(...rows);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      return broken;
    },
  };
}

test('money that is bought while calls cross is neither lost nor spent twice', async () => {
  await world.found();
  await world.order({ flex_port: 500 });
  const { account, actor } = world;
  let isOver = false;
  let charged = 0n;
  const calls = Promise.all(
    Array.from({ length: 24 }, async (_, index) => {
      while (!isOver) {
        const admission = processes[index % 2] as EngineProcess;
        const request = { billingAccount: account.id, activity: 'call.inbound_acd' };
        const answer = await admission.authorize(actor, request);
        if (!answer.allowed) continue;
        const settled = await admission.settle(actor, answer.id, { usedMs: 3_000 });
        charged += settled.charged.micros;
      }
    }),
  );
  for (let count = 0; count < 25; count += 1) await world.buyMinutes('0.01');
  isOver = true;
  await calls;
  expect(charged).toBeGreaterThan(0n);
  expect(await world.book()).toMatchObject({ balance: 250_000n - charged, held: 0n });
});
