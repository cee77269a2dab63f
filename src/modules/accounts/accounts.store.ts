import type { Generated, Selectable } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { AccountRecord } from './billing-account.ts';
import type { Standing } from './standing.ts';

/** The table as it is: the stores of this module share it. */
export interface AccountsTable {
  id: string;
  company: string;
  name: string;
  currency: string;
  time_zone: string;
  anchor_date: string;
  test_clock: string | null;
  opened_at: Date;
  renewed_until: string;
  next_renewal_at: Date;
  suspended_at: Date | null;
  suspended_reason: string | null;
  closed_at: Date | null;
  unpaid_suspends_at: Generated<Date | null>;
  unpaid_amount: Generated<bigint | null>;
  unpaid_told: Generated<boolean>;
  version: bigint;
  renewal_failures: Generated<number>;
  renewal_failure: Generated<string | null>;
  renewal_retry_at: Generated<Date | null>;
}

interface AccountTables {
  accounts: AccountsTable;
  accounts_standing_changes: {
    account: string;
    standing: Standing;
    reason: string;
    effective_at: Date;
  };
  accounts_test_clocks: { id: string; now: Date };
}

/** A record, and the instant of its test clock where it has one. */
export interface AccountRow {
  readonly record: AccountRecord;
  readonly clockNow: Date | null;
}

type Row = Selectable<AccountsTable>;

export const recordOf = (row: Row): AccountRecord => ({
  id: row.id,
  company: row.company,
  name: row.name,
  currency: row.currency,
  timeZone: row.time_zone,
  anchorDate: row.anchor_date,
  testClock: row.test_clock,
  openedAt: row.opened_at,
  renewedUntil: row.renewed_until,
  suspendedAt: row.suspended_at,
  suspendedReason: row.suspended_reason,
  closedAt: row.closed_at,
  unpaidSuspendsAt: row.unpaid_suspends_at,
  unpaidAmount: row.unpaid_amount,
  unpaidTold: row.unpaid_told,
  version: row.version,
});

const rowOf = (row: Row & { clock_now: Date | null }): AccountRow => ({
  clockNow: row.clock_now,
  record: recordOf(row),
});

const accounts = (tx: Transaction) =>
  tables<AccountTables>(tx)
    .selectFrom('accounts')
    .leftJoin('accounts_test_clocks as clock', 'clock.id', 'accounts.test_clock')
    .selectAll('accounts')
    .select('clock.now as clock_now');

export async function selectAccount(tx: Transaction, id: string): Promise<AccountRow | undefined> {
  const row = await accounts(tx).where('accounts.id', '=', id).executeTakeFirst();
  return row && rowOf(row);
}

/** Holds the account's row until the transaction ends. */
export async function lockAccount(tx: Transaction, id: string): Promise<void> {
  await tables<AccountTables>(tx)
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

export interface AccountFilter {
  readonly company?: string | undefined;
  readonly testClock?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export async function selectAccounts(
  tx: Transaction,
  { company, testClock, after, limit }: AccountFilter,
): Promise<AccountRow[]> {
  let query = accounts(tx);
  if (company !== undefined) query = query.where('accounts.company', '=', company);
  if (testClock !== undefined) query = query.where('accounts.test_clock', '=', testClock);
  if (after !== undefined) query = query.where('accounts.id', '>', after);
  return (await query.orderBy('accounts.id').limit(limit).execute()).map(rowOf);
}

export async function countAccounts(tx: Transaction, company: string): Promise<number> {
  const row = await tables<AccountTables>(tx)
    .selectFrom('accounts')
    .select((select) => select.fn.countAll<bigint>().as('accounts'))
    .where('company', '=', company)
    .executeTakeFirstOrThrow();
  return Number(row.accounts);
}

export interface StandingChange {
  readonly standing: Standing;
  readonly reason: string;
  readonly at: Date;
}

/** `nextRenewalAt` is the first instant of `renewedUntil`. */
export async function insertAccount(
  tx: Transaction,
  account: AccountRecord,
  nextRenewalAt: Date,
): Promise<void> {
  await tables<AccountTables>(tx)
    .insertInto('accounts')
    .values({
      id: account.id,
      company: account.company,
      name: account.name,
      currency: account.currency,
      time_zone: account.timeZone,
      anchor_date: account.anchorDate,
      test_clock: account.testClock,
      opened_at: account.openedAt,
      renewed_until: account.renewedUntil,
      next_renewal_at: nextRenewalAt,
      suspended_at: null,
      suspended_reason: null,
      closed_at: null,
      version: 1n,
    })
    .execute();
}

/** The operator's own decision, or the account's end. */
export async function updateStanding(
  tx: Transaction,
  id: string,
  change: StandingChange,
): Promise<void> {
  await tables<AccountTables>(tx)
    .updateTable('accounts')
    .set((row) => ({
      suspended_at: change.standing === 'suspended' ? change.at : null,
      suspended_reason: change.standing === 'suspended' ? change.reason : null,
      closed_at: change.standing === 'closed' ? change.at : null,
      version: row('version', '+', 1n),
    }))
    .where('id', '=', id)
    .execute();
}

/** From when on, and for how much, what is owed suspends the account. */
export async function updateUnpaid(
  tx: Transaction,
  id: string,
  unpaid: { suspendsAt: Date | null; amount: bigint | null; told: boolean },
): Promise<void> {
  await tables<AccountTables>(tx)
    .updateTable('accounts')
    .set((row) => ({
      unpaid_suspends_at: unpaid.suspendsAt,
      unpaid_amount: unpaid.amount,
      unpaid_told: unpaid.told,
      version: row('version', '+', 1n),
    }))
    .where('id', '=', id)
    .execute();
}

export async function insertStandingChange(
  tx: Transaction,
  account: string,
  change: StandingChange,
): Promise<void> {
  await tables<AccountTables>(tx)
    .insertInto('accounts_standing_changes')
    .values({
      account,
      standing: change.standing,
      reason: change.reason,
      effective_at: change.at,
    })
    .execute();
}

/** Accounts on the real clock whose suspension for what is owed has begun and is not told yet. */
export async function selectAccountsToTell(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await tables<AccountTables>(tx)
    .selectFrom('accounts')
    .select('id')
    .where('unpaid_suspends_at', '<=', now)
    .where('unpaid_told', '=', false)
    .where('test_clock', 'is', null)
    .where('suspended_at', 'is', null)
    .where('closed_at', 'is', null)
    .orderBy('unpaid_suspends_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
