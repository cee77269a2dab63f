import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';

/** From the first moment at which a renewal is due until none is, and what it came to. */
export interface RenewalRunRecord {
  readonly id: string;
  readonly beganAt: Date;
  /** Null while it is under way. */
  readonly endedAt: Date | null;
  readonly accounts: number;
  /** Fewer than accounts: where nothing is charged no invoice is made. */
  readonly invoices: number;
}

/** The run that is under way, begun with `id` where none is. */
export async function beginRun(tx: Transaction, id: string, now: Date): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with begun as (
      insert into invoicing_renewal_runs (id, began_at) values (${id}, ${now})
      on conflict do nothing returning id
    )
    select id from begun
    union all select id from invoicing_renewal_runs where ended_at is null limit 1
  `.execute(tx);
  // Nothing only where another worker ended the run between the two: then ours was refused.
  return rows[0]?.id ?? (await beginRun(tx, id, now));
}

export async function endRun(tx: Transaction, now: Date): Promise<void> {
  await sql`update invoicing_renewal_runs set ended_at = ${now} where ended_at is null`.execute(tx);
}

export interface RenewalBatch {
  readonly run: string;
  readonly accounts: number;
  readonly invoices: number;
  readonly beganAt: Date;
  readonly endedAt: Date;
}

export async function insertBatch(tx: Transaction, batch: RenewalBatch): Promise<void> {
  await sql`
    insert into invoicing_renewal_batches (run, accounts, invoices, began_at, ended_at)
    values (${batch.run}, ${batch.accounts}, ${batch.invoices}, ${batch.beganAt}, ${batch.endedAt})
  `.execute(tx);
}

/** How many invoices the accounts' renewals of their given days came to. */
export async function countInvoicesOf(
  tx: Transaction,
  renewals: readonly { account: string; day: LocalDate }[],
): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) from invoicing_documents document
    join unnest(${renewals.map(({ account }) => account)}::text[],
                ${renewals.map(({ day }) => day)}::date[]) as asked(account, day)
      on document.account = asked.account and period_start = day
    where type = 'invoice' and kind = 'renewal'
  `.execute(tx);
  return Number(rows[0]?.count ?? 0n);
}

/** Newest first. */
export async function selectRuns(
  tx: Transaction,
  page: { after?: string | undefined; limit: number },
): Promise<RenewalRunRecord[]> {
  const { rows } = await sql<RenewalRunRecord>`
    select id, began_at as "beganAt", ended_at as "endedAt",
      (select coalesce(sum(accounts), 0)::int from invoicing_renewal_batches where run = id)
        as accounts,
      (select coalesce(sum(invoices), 0)::int from invoicing_renewal_batches where run = id)
        as invoices
    from invoicing_renewal_runs
    where ${page.after ?? null}::text is null or id < ${page.after ?? null}
    order by id desc limit ${page.limit}
  `.execute(tx);
  return rows;
}

/** How many accounts the run has renewed in batches that ended after `since`. */
export async function countRenewedSince(
  tx: Transaction,
  run: string,
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ accounts: number }>`
    select coalesce(sum(accounts), 0)::int as accounts
    from invoicing_renewal_batches where run = ${run} and ended_at > ${since}
  `.execute(tx);
  return rows[0]?.accounts ?? 0;
}

/** The latest renewal of each account, if any: its document and total. */
export async function selectLastRenewals(
  tx: Transaction,
  accounts: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ account: string; id: string }>`
    select asked.account, last.id
    from unnest(${accounts}::text[]) as asked(account)
    cross join lateral (
      select id from invoicing_documents
      where account = asked.account and type = 'invoice' and kind = 'renewal'
      order by period_start desc limit 1
    ) as last
  `.execute(tx);
  return new Map(rows.map((row) => [row.account, row.id]));
}
