import pg from 'pg';
import { columnTypes } from '../src/database/column-types.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { createServices } from '../src/services.ts';
import type { BenchServer } from './bench-server.ts';
import type { Worker } from './load.ts';

/** A way of admitting calls: each worker authorizes one and settles it, turn by turn. */
export interface Way {
  makeWorker(pick: () => string): Worker;
  stop(): Promise<void>;
}

/** The product itself: gates, ports, money, journal and usage record, through the service. */
export function oursWay({ open, company }: BenchServer): Way {
  const { admission } = createServices(open, systemClock);
  const actor = { kind: 'api_key', id: 'key_bench', name: 'Bench', company } as const;
  return {
    makeWorker(pick) {
      let lease: string | undefined;
      return async () => {
        if (lease !== undefined) {
          await admission.settle(actor, lease, { usedMs: 42_000 });
          lease = undefined;
          return;
        }
        const request = { billingAccount: pick(), activity: 'call.inbound_acd' };
        const answer = await admission.authorize(actor, request);
        if (!answer.allowed) throw new Error(`refused: ${answer.reasons}`);
        lease = answer.id;
      };
    },
    stop: () => admission.drained(),
  };
}

/** The usual way: a transaction an operation, lock the rows, ask, write, commit. */
export async function naiveWay({ target, open }: BenchServer, connections: number): Promise<Way> {
  await open.pool.query(`
    create table if not exists naive_books (account text primary key, balance bigint, held bigint,
                                            ports int, sequence bigint);
    create table if not exists naive_leases (id bigint generated always as identity primary key,
      account text, hold bigint, granted_at timestamptz, expires_at timestamptz);
    create index if not exists naive_leases_account on naive_leases (account);
    create table if not exists naive_journal (account text, sequence bigint, amount bigint,
      balance_after bigint, at timestamptz, primary key (account, sequence));
    insert into naive_books select account, 1000000000000, 0, 1000000, 0 from wallet_books
      on conflict do nothing`);
  const pool = new pg.Pool({ ...target, max: connections, types: columnTypes });
  pool.on('error', () => undefined); // A server that stops first is the end, and no fault.
  return {
    makeWorker(pick) {
      let lease: { id: bigint; account: string } | undefined;
      return async () => {
        const client = await pool.connect();
        try {
          await client.query('begin');
          if (lease === undefined) lease = await naiveAuthorize(client, pick());
          else {
            await naiveSettle(client, lease);
            lease = undefined;
          }
          await client.query('commit');
        } finally {
          client.release();
        }
      };
    },
    stop: () => pool.end(),
  };
}

const HOLD = 20_000n;

async function naiveAuthorize(client: pg.PoolClient, account: string) {
  const { rows } = await client.query(
    'select balance, held, ports from naive_books where account = $1 for update',
    [account],
  );
  const { rows: used } = await client.query(
    'select count(*)::int as used from naive_leases where account = $1 and expires_at > now()',
    [account],
  );
  const [book] = rows;
  if (book.balance - book.held < HOLD || used[0].used >= book.ports) throw new Error('refused');
  await client.query('update naive_books set held = held + $2 where account = $1', [account, HOLD]);
  const { rows: made } = await client.query(
    `insert into naive_leases (account, hold, granted_at, expires_at)
     values ($1, $2, now(), now() + interval '210 s') returning id`,
    [account, HOLD],
  );
  return { id: made[0].id as bigint, account };
}

async function naiveSettle(client: pg.PoolClient, lease: { id: bigint; account: string }) {
  const { rows } = await client.query(
    'select balance, sequence from naive_books where account = $1 for update',
    [lease.account],
  );
  const [book] = rows;
  await client.query('delete from naive_leases where id = $1', [lease.id]);
  await client.query(
    `update naive_books set balance = balance - $2, held = held - $2, sequence = sequence + 1
     where account = $1`,
    [lease.account, HOLD],
  );
  await client.query('insert into naive_journal values ($1, $2, $3, $4, now())', [
    lease.account,
    book.sequence + 1n,
    HOLD,
    book.balance - HOLD,
  ]);
}
