import { type Selectable, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { type AccountsTable, recordOf } from './accounts.store.ts';
import type { AccountRecord } from './billing-account.ts';

interface RenewalTables {
  accounts: AccountsTable;
}

/** An account, and the first instant of the period start that it is to be renewed for. */
export interface RecordToRenew {
  readonly record: AccountRecord;
  readonly dueAt: Date;
}

/**
 * Locks up to `limit` accounts on the real clock whose next renewal has come by `now`, longest
 * due first, and passes over those that another worker holds or that are waiting after a failure.
 */
export async function claimAccountsToRenew(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<RecordToRenew[]> {
  const rows = await tables<RenewalTables>(tx)
    .selectFrom('accounts')
    .selectAll()
    .where('next_renewal_at', '<=', now)
    .where('test_clock', 'is', null)
    .where('closed_at', 'is', null)
    .where((row) =>
      row.or([row('renewal_retry_at', 'is', null), row('renewal_retry_at', '<=', now)]),
    )
    .orderBy('next_renewal_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(toRenew);
}

/** The same without locking, page by page in the order of ids, for looking ahead. */
export async function selectAccountsToRenew(
  tx: Transaction,
  until: Date,
  page: { after?: string | undefined; limit: number },
): Promise<RecordToRenew[]> {
  let query = tables<RenewalTables>(tx)
    .selectFrom('accounts')
    .selectAll()
    .where('next_renewal_at', '<=', until)
    .where('test_clock', 'is', null)
    .where('closed_at', 'is', null);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  return (await query.orderBy('id').limit(page.limit).execute()).map(toRenew);
}

/** How many renewals are due by `now`, and how many accounts wait after a failure. */
export async function countAccountsToRenew(
  tx: Transaction,
  now: Date,
): Promise<{ due: number; failed: number }> {
  const { rows } = await sql<{ due: bigint; failed: bigint }>`
    select count(*) as due, count(*) filter (where renewal_failures > 0) as failed
    from accounts where next_renewal_at <= ${now} and test_clock is null and closed_at is null
  `.execute(tx);
  return { due: Number(rows[0]?.due ?? 0n), failed: Number(rows[0]?.failed ?? 0n) };
}

/** Every period start before `until` has been renewed; `nextRenewalAt` is its first instant. */
export async function updateRenewedUntil(
  tx: Transaction,
  renewed: readonly { id: string; until: LocalDate; nextRenewalAt: Date }[],
): Promise<void> {
  await sql`
    update accounts
    set renewed_until = until, next_renewal_at = next_at, renewal_failures = 0,
        renewal_failure = null, renewal_retry_at = null
    from unnest(
      ${renewed.map(({ id }) => id)}::text[], ${renewed.map(({ until }) => until)}::date[],
      ${renewed.map(({ nextRenewalAt }) => nextRenewalAt)}::timestamptz[]
    ) as renewed(account, until, next_at)
    where id = account
  `.execute(tx);
}

/** An account whose renewal failed, and when it is tried again. */
export interface RenewalFailure {
  readonly account: string;
  readonly company: string;
  /** The period start that is due. */
  readonly renewalOn: LocalDate;
  readonly reason: string;
  /** In a row. */
  readonly failures: number;
  readonly retryAt: Date;
}

/** How often in a row the account's renewal has failed, this time included. */
export async function noteFailure(
  tx: Transaction,
  account: string,
  reason: string,
): Promise<number> {
  const row = await tables<RenewalTables>(tx)
    .updateTable('accounts')
    .set((old) => ({ renewal_failure: reason, renewal_failures: old('renewal_failures', '+', 1) }))
    .where('id', '=', account)
    .returning('renewal_failures')
    .executeTakeFirst();
  return row?.renewal_failures ?? 0;
}

export async function updateRetryAt(tx: Transaction, account: string, at: Date): Promise<void> {
  await tables<RenewalTables>(tx)
    .updateTable('accounts')
    .set({ renewal_retry_at: at })
    .where('id', '=', account)
    .execute();
}

/** In the order of the accounts' ids. */
export async function selectRenewalFailures(
  tx: Transaction,
  page: { account?: string | undefined; after?: string | undefined; limit: number },
): Promise<RenewalFailure[]> {
  let query = tables<RenewalTables>(tx)
    .selectFrom('accounts')
    .selectAll()
    .where('renewal_failures', '>', 0);
  if (page.account !== undefined) query = query.where('id', '=', page.account);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  const rows = await query.orderBy('id').limit(page.limit).execute();
  return rows.map((row) => ({
    account: row.id,
    company: row.company,
    renewalOn: row.renewed_until,
    reason: row.renewal_failure ?? '',
    failures: row.renewal_failures,
    retryAt: row.renewal_retry_at ?? row.next_renewal_at,
  }));
}

function toRenew(row: Selectable<AccountsTable>): RecordToRenew {
  return { record: recordOf(row), dueAt: row.next_renewal_at };
}
