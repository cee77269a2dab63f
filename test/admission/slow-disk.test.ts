import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../src/database/test-database.ts';
import { World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = new World(await freshDatabase(20));
  await world.found();
  await world.order({ flex_port: 500 });
  await world.buyMinutes('100.00');
  await world.open.pool.query(SLOW_FLUSH);
  // The first flush is what tells how slow the disk is.
  while (!(await isUnflushed())) await call();
});
afterAll(() => world.open.close());

const GATE = 71;

/** Takes two milliseconds, and waits for whoever holds the gate. */
const SLOW_FLUSH = `
  create or replace procedure admission_flush(inout waited_us bigint) language plpgsql as $$
  begin
    perform pg_sleep(0.002), pg_advisory_xact_lock_shared(${GATE});
    perform pg_logical_emit_message(true, 'tollkeeper', '');
    commit;
    waited_us := 2000;
  end $$`;

const authorize = () => {
  const request = { billingAccount: world.account.id, activity: 'call.inbound_acd' };
  return world.services.admission.authorize(world.actor, request);
};

async function call(): Promise<bigint> {
  const answer = await authorize();
  if (!answer.allowed) throw new Error('refused');
  const used = { usedMs: 10_000 };
  const { charged } = await world.services.admission.settle(world.actor, answer.id, used);
  return charged.micros;
}

/** Whether batches are written so that their commits do not wait. */
async function isUnflushed(): Promise<boolean> {
  const { rows } = await world.open.pool.query(
    `select from pg_stat_activity where datname = current_database()
     and query like '%synchronous_commit%admission_write%' and pid <> pg_backend_pid()`,
  );
  return rows.length > 0;
}

async function charged(): Promise<{ sum: bigint; open: number }> {
  const { rows } = await world.open.pool.query(
    `select coalesce(sum(charged), 0)::bigint as sum,
            count(*) filter (where outcome is null)::int as open
     from admission_authorizations`,
  );
  return rows[0];
}

test('what is written before it is on the disk is not answered before it is', async () => {
  const holder = await world.open.pool.connect();
  await holder.query('select pg_advisory_lock($1)', [GATE]);
  let answered = 0;
  const asked = Array.from({ length: 20 }, async () => {
    const answer = await authorize();
    answered += 1;
    return answer;
  });
  try {
    // Others see it already; whoever asked does not hear of it.
    while ((await charged()).open < 20) await sleep(5);
    await sleep(50);
    expect(answered).toBe(0);
  } finally {
    holder.release(true); // Opens the gate.
  }
  const ids = (await Promise.all(asked)).map((answer) => answer.allowed && answer.id);
  expect(new Set(ids).size).toBe(20);
  const release = (id: string | false) => id && world.services.admission.release(world.actor, id);
  await Promise.all(ids.map(release));
});

test('connections cut while flushes are waited for lose no call and charge none twice', async () => {
  const before = (await charged()).sum;
  let isOver = false;
  let cuts = 0;
  const cutting = (async () => {
    while (!isOver) {
      await sleep(50 + Math.random() * 100);
      const { rowCount } = await world.open.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()
           and query like $1`,
        // Now what writes, now what flushes, now both.
        [['%admission_write%', '%admission_flush%', '%admission_%'][cuts % 3]],
      );
      cuts += rowCount ?? 0;
    }
  })();
  const totals = await Promise.all(
    Array.from({ length: 40 }, async () => {
      let total = 0n;
      for (let turn = 0; turn < 10 || cuts < 9; turn += 1) total += await call();
      return total;
    }),
  );
  isOver = true;
  await cutting;
  const told = totals.reduce((sum, one) => sum + one, 0n);
  expect(told).toBeGreaterThan(0n);
  expect(await charged()).toEqual({ sum: before + told, open: 0 });
  expect(await world.book()).toMatchObject({ held: 0n, inUse: { flex_port: 0 } });
});
