import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { type OpenDatabase, openServer } from '../src/database/connect.ts';
import { startEmbedded } from '../src/database/embedded.ts';
import { silentLog } from '../src/database/log.ts';
import { migrate } from '../src/database/migrate.ts';
import { createDueWork } from '../src/jobs/due-work.ts';
import { createRenewalRun } from '../src/jobs/renewal-run.ts';
import { createServices } from '../src/services.ts';
import { seedRenewalAccounts, seedSellerAndTax } from './renewal-accounts.ts';

export interface RenewalResult {
  readonly accounts: number;
  readonly workers: number;
  readonly ours_s: number;
  readonly ours_us_per_invoice: number;
  readonly copy_us_per_invoice: number;
  /** Ours ÷ a plain INSERT … SELECT of the same rows. */
  readonly ratio: number;
}

/** All accounts are renewed as of this day, whenever the benchmark runs. */
const DUE_ON = '2026-01-01';
const NOW = new Date('2026-01-02T00:00:00Z');
const SEED = { dueOn: DUE_ON, storeAndBearTax: true };
/** Ours and the copy take turns so often for one size, so that both meet the same machine. */
const TURNS = 10;
const TURN_MIN = 1_000;

/** Renews each number of accounts, on a PostgreSQL of its own, durable like a real one. */
export async function benchRenewals(
  sizes: readonly number[],
  workers: number,
): Promise<RenewalResult[]> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-bench-'));
  const settings = { shared_buffers: '512MB', max_wal_size: '4GB' };
  const embedded = await startEmbedded({ dataDirectory: directory, log: silentLog, settings });
  const open = await openServer(embedded.target, silentLog, 10);
  try {
    await migrate(open.pool);
    await seedSellerAndTax(open.pool);
    // Not counted: plans are made, functions compiled, caches filled.
    await seedRenewalAccounts(open.pool, { ...SEED, count: 500, name: 'warm' });
    await renew(open, workers, 500);
    const results: RenewalResult[] = [];
    for (const size of sizes) results.push(await benchSize(open, size, workers));
    return results;
  } finally {
    await open.close();
    await embedded.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function benchSize(
  open: OpenDatabase,
  accounts: number,
  workers: number,
): Promise<RenewalResult> {
  await seedRenewalAccounts(open.pool, { ...SEED, count: accounts, name: `n${accounts}` });
  const turn = Math.max(TURN_MIN, Math.ceil(accounts / TURNS));
  let oursMs = 0;
  let copyMs = 0;
  for (let done = 0; done < accounts; done += turn) {
    const before = await marksOf(open.pool);
    oursMs += await timed(() => renew(open, workers, turn));
    copyMs += await timed(() => copyRows(open.pool, before));
  }
  const { rows } = await open.pool.query<{ count: bigint }>(
    `select count(*) from invoicing_documents where account like $1 and number < ${COPIED}`,
    [`ba_n${accounts}_%`],
  );
  const invoices = Number(rows[0]?.count);
  if (invoices !== accounts) throw new Error(`${invoices} invoices of ${accounts} accounts`);
  await expectWhole(open.pool, accounts);
  return {
    accounts,
    workers,
    ours_s: Math.round(oursMs / 100) / 10,
    ours_us_per_invoice: Math.round((oursMs * 1000) / accounts),
    copy_us_per_invoice: Math.round((copyMs * 1000) / accounts),
    ratio: Math.round((oursMs / copyMs) * 100) / 100,
  };
}

/** What is measured is the whole invoice: three lines of licenses, one of storage, a tax. */
async function expectWhole(pool: pg.Pool, accounts: number): Promise<void> {
  const { rows } = await pool.query<{ whole: bigint }>(
    `select count(*) as whole from invoicing_documents document
     where account like $1 and number < ${COPIED} and tax > 0
       and (select count(*) from invoicing_lines line where line.document = document.id) = 4`,
    [`ba_n${accounts}_%`],
  );
  const whole = Number(rows[0]?.whole);
  if (whole !== accounts) throw new Error(`${whole} whole invoices of ${accounts}`);
}

/** Renews so many of the accounts that are due, by the code that a server runs. */
async function renew(open: OpenDatabase, workers: number, accounts: number): Promise<void> {
  const clock = { now: () => NOW };
  const services = createServices(open, clock);
  const { database } = open;
  const sources = services.dueSources;
  const dueWork = createDueWork({ ...services, database, sources });
  const log = { error: (details: object, message: string) => console.error(message, details) };
  const run = createRenewalRun({ ...services, database, clock, sources, dueWork, log });
  const share = Math.ceil(accounts / workers);
  const worker = async () => {
    let done = 0;
    const count = await run.work({
      isStopped: () => done >= share,
      onBatch: ({ accounts: soFar }) => {
        done = soFar;
      },
    });
    if (count.failed > 0) throw new Error(`${count.failed} renewals failed`);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

/** Where each table ends, so that what came later can be told from what was there. */
interface Marks {
  readonly number: bigint;
  readonly event: bigint;
  readonly audit: bigint;
}

/** Numbers of copies begin here, far above those of originals. */
const COPIED = 1_000_000_000_000n;

async function marksOf(pool: pg.Pool): Promise<Marks> {
  const { rows } = await pool.query<Marks>(`
    select (select last_number from invoicing_series where code = 'invoice') as number,
      (select coalesce(max(sequence), 0) from platform_events) as event,
      (select coalesce(max(sequence), 0) from platform_audit_entries) as audit`);
  const [marks] = rows;
  if (marks === undefined) throw new Error('a select without a table has a row');
  return marks;
}

/**
 * Writes the rows of a turn once more, into the same tables with the same indexes, keys and
 * triggers, one INSERT … SELECT a table, and moves the accounts on: the least that any program
 * could do to store these invoices.
 */
async function copyRows(pool: pg.Pool, { number, event, audit }: Marks): Promise<void> {
  const since = `series = 'invoice' and number > ${number} and number < ${COPIED}`;
  const issued = `(select id from invoicing_documents where ${since})`;
  const client = await pool.connect();
  const copy = async (table: string, where: string, changed: Record<string, string>) => {
    await client.query(await copyStatement(client, table, where, changed));
  };
  try {
    await client.query('begin');
    await copy('invoicing_documents', since, {
      id: "'cp_' || id",
      number: `number + ${COPIED}`,
      period_start: 'period_start - 40000',
    });
    await copy('invoicing_lines', `document in ${issued}`, { document: "'cp_' || document" });
    await copy('invoicing_open_items', `invoice in ${issued}`, { invoice: "'cp_' || invoice" });
    const told = { id: "'cp_' || id", subject: "'cp_' || subject" };
    await copy('platform_events', `sequence > ${event}`, told);
    await copy('platform_audit_entries', `sequence > ${audit}`, told);
    await client.query(
      `update accounts set next_renewal_at = next_renewal_at + interval '1 second'
       where id in (select account from invoicing_documents where ${since})`,
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** INSERT … SELECT of a table into itself, with some columns changed; identities count on. */
async function copyStatement(
  client: pg.PoolClient,
  table: string,
  where: string,
  changed: Record<string, string>,
): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = ''
       and attgenerated = ''
     order by attnum`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => changed[name] ?? name);
  return `insert into ${table} (${names}) select ${values} from ${table} where ${where}`;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
