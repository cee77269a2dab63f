import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type OpenDatabase, openServer } from '../src/database/connect.ts';
import { startEmbedded } from '../src/database/embedded.ts';
import { silentLog } from '../src/database/log.ts';
import { migrate } from '../src/database/migrate.ts';
import type { ConnectionTarget } from '../src/database/target.ts';

export const ACCOUNTS = 1_000;

/** A PostgreSQL of the benchmark's own, durable like a real one, with 1,000 rich accounts. */
export interface BenchServer {
  readonly target: ConnectionTarget;
  readonly open: OpenDatabase;
  readonly accounts: readonly string[];
  readonly company: string;
  stop(): Promise<void>;
}

export async function startBenchServer(): Promise<BenchServer> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-bench-'));
  const embedded = await startEmbedded({
    dataDirectory: directory,
    log: silentLog,
    settings: { max_connections: '600', shared_buffers: '512MB', max_wal_size: '4GB' },
  });
  const open = await openServer(embedded.target, silentLog, 20);
  await migrate(open.pool);
  const company = 'co_bench';
  const accounts = Array.from({ length: ACCOUNTS }, (_, index) => accountOf(index));
  await open.pool.query(SEED, [company, accounts]);
  await open.pool.query('analyze');
  return {
    target: embedded.target,
    open,
    accounts,
    company,
    async stop() {
      await open.close();
      await embedded.stop();
      rmSync(directory, { recursive: true, force: true });
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
