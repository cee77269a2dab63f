import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type OpenDatabase, openServer } from '../src/database/connect.ts';
import { startEmbedded } from '../src/database/embedded.ts';
import { silentLog } from '../src/database/log.ts';
import { migrate } from '../src/database/migrate.ts';
import type { ConnectionTarget } from '../src/database/target.ts';
import { slowDisk } from './slow-disk.ts';

export const ACCOUNTS = 1_000;

/** A PostgreSQL of the benchmark's own, durable like a real one, with 1,000 rich accounts. */
export interface BenchServer {
  readonly target: ConnectionTarget;
  readonly open: OpenDatabase;
  readonly accounts: readonly string[];
  readonly company: string;
  /** Another database of the same server, as this one was at first. */
  another(name: string): Promise<BenchServer>;
  stop(): Promise<void>;
}

/** Its disk is slower by `flushDelayMs` for each flush. */
export async function startBenchServer(flushDelayMs = 0): Promise<BenchServer> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-bench-'));
  const embedded = await startEmbedded({
    dataDirectory: directory,
    log: silentLog,
    settings: { max_connections: '600', shared_buffers: '512MB', max_wal_size: '4GB' },
    environment: slowDisk(flushDelayMs),
  });
  return await seeded(embedded.target, async () => {
    await embedded.stop();
    rmSync(directory, { recursive: true, force: true });
  });
}

async function seeded(target: ConnectionTarget, stop: () => Promise<void>): Promise<BenchServer> {
  const open = await openServer(target, silentLog, 20);
  await migrate(open.pool);
  const company = 'co_bench';
  const accounts = Array.from({ length: ACCOUNTS }, (_, index) => accountOf(index));
  await open.pool.query(SEED, [company, accounts]);
  await open.pool.query('analyze');
  return {
    target,
    open,
    accounts,
    company,
    async another(name) {
      await open.pool.query(`create database ${name}`);
      return await seeded({ ...target, database: name }, async () => {});
    },
    async stop() {
      await open.close();
      await stop();
    },
  };
}

function accountOf(index: number): string {
  // Digits spread by a multiplier, so that neighbours do not share a lane by their names.
  return `ba_${String((index * 7_919) % 1_000_003).padStart(26, '0')}`;
}

/** Through SQL, because a thousand accounts through the services would take longer than a run. */
const SEED = `
  with company as (
    insert into companies (id, name, created_at) values ($1, 'Bench', now())
  ), account as (
    insert into accounts (id, company, name, currency, time_zone, anchor_date, opened_at,
                          renewed_until, next_renewal_at)
    select id, $1, id, 'USD', 'UTC', '2026-11-01', now(), '2027-01-01', '2027-01-01'
    from unnest($2::text[]) id
  ), book as (
    insert into wallet_books (account, currency, balance, last_sequence)
    select id, 'USD', 1000000000000, 1 from unnest($2::text[]) id
  ), entry as (
    insert into wallet_journal (account, sequence, kind, debit_book, credit_book, amount,
                                balance_after, subject, occurred_at)
    select id, 1, 'purchase', 'purchases', 'balance', 1000000000000, 1000000000000, 'bench', now()
    from unnest($2::text[]) id
  )
  insert into licensing_total_changes (account, license_type, total, kind, effective_on,
                                       effective_at, ordered_at, told)
  select id, 'flex_port', 1000000, 'increase', '2026-01-01', '2026-01-01', '2026-01-01', true
  from unnest($2::text[]) id`;
