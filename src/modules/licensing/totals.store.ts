import { type Generated, type Selectable, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';

export type TotalChangeKind = 'increase' | 'decrease' | 'contract_raise';

/** One row of a total's history, or of its future. */
export interface TotalChange {
  readonly sequence: bigint;
  readonly account: string;
  readonly licenseType: string;
  readonly total: number;
  readonly kind: TotalChangeKind;
  readonly effectiveOn: LocalDate;
  readonly effectiveAt: Date;
  readonly orderedAt: Date;
  readonly orderedBy: string | null;
  readonly contract: string | null;
  readonly cancelledAt: Date | null;
}

interface TotalTables {
  licensing_total_changes: {
    sequence: Generated<bigint>;
    account: string;
    license_type: string;
    total: number;
    kind: TotalChangeKind;
    effective_on: LocalDate;
    effective_at: Date;
    ordered_at: Date;
    ordered_by: string | null;
    contract: string | null;
    cancelled_at: Generated<Date | null>;
    told: boolean;
  };
}

type Row = Selectable<TotalTables['licensing_total_changes']>;

const changeOf = (row: Row): TotalChange => ({
  sequence: row.sequence,
  account: row.account,
  licenseType: row.license_type,
  total: row.total,
  kind: row.kind,
  effectiveOn: row.effective_on,
  effectiveAt: row.effective_at,
  orderedAt: row.ordered_at,
  orderedBy: row.ordered_by,
  contract: row.contract,
  cancelledAt: row.cancelled_at,
});

/** The totals in force at `instant`, by license type; a type that never had one is left out. */
export async function selectTotalsAt(
  tx: Transaction,
  account: string,
  instant: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ license_type: string; total: number }>`
    select distinct on (license_type) license_type, total from licensing_total_changes
    where account = ${account} and effective_at <= ${instant} and cancelled_at is null
    order by license_type, effective_at desc, sequence desc
  `.execute(tx);
  return new Map(rows.map((row) => [row.license_type, row.total]));
}

/**
 * The totals of accounts as a day of each begins at its instant, those at 0 left out. What was
 * scheduled for that instant counts, an increase ordered in it does not, because that one is
 * charged by its order.
 */
export async function selectTotalsAsDaysBegin(
  tx: Transaction,
  days: readonly { account: string; instant: Date }[],
): Promise<Map<string, Map<string, number>>> {
  const { rows } = await sql<{ account: string; license_type: string; total: number }>`
    select asked.account, license_type, total
    from unnest(${days.map(({ account }) => account)}::text[],
                ${days.map(({ instant }) => instant)}::timestamptz[]) as asked(account, instant)
    cross join lateral (
      select distinct on (license_type) license_type, total
      from licensing_total_changes change
      where change.account = asked.account and cancelled_at is null
        and (effective_at < instant or (effective_at = instant and kind <> 'increase'))
      order by license_type, effective_at desc, sequence desc
    ) as in_force
    where total > 0
  `.execute(tx);
  const totals = new Map(days.map(({ account }) => [account, new Map<string, number>()]));
  for (const row of rows) totals.get(row.account)?.set(row.license_type, row.total);
  return totals;
}

/** What is to take effect after `now`, the soonest first. */
export async function selectComing(
  tx: Transaction,
  account: string,
  now: Date,
): Promise<TotalChange[]> {
  const rows = await tables<TotalTables>(tx)
    .selectFrom('licensing_total_changes')
    .selectAll()
    .where('account', '=', account)
    .where('cancelled_at', 'is', null)
    .where('effective_at', '>', now)
    .orderBy('effective_at')
    .orderBy('sequence')
    .execute();
  return rows.map(changeOf);
}

/** The whole history and future of an account's totals, cancelled rows included, in order. */
export async function selectHistory(tx: Transaction, account: string): Promise<TotalChange[]> {
  const rows = await tables<TotalTables>(tx)
    .selectFrom('licensing_total_changes')
    .selectAll()
    .where('account', '=', account)
    .orderBy('sequence')
    .execute();
  return rows.map(changeOf);
}

export async function insertChange(
  tx: Transaction,
  change: Omit<TotalChange, 'sequence' | 'cancelledAt'>,
): Promise<bigint> {
  const row = await tables<TotalTables>(tx)
    .insertInto('licensing_total_changes')
    .values({
      account: change.account,
      license_type: change.licenseType,
      total: change.total,
      kind: change.kind,
      effective_on: change.effectiveOn,
      effective_at: change.effectiveAt,
      ordered_at: change.orderedAt,
      ordered_by: change.orderedBy,
      contract: change.contract,
      // An increase is told when it is ordered; the others when their day comes.
      told: change.kind === 'increase',
    })
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return row.sequence;
}

export async function cancelChange(tx: Transaction, sequence: bigint, at: Date): Promise<void> {
  await tables<TotalTables>(tx)
    .updateTable('licensing_total_changes')
    .set({ cancelled_at: at })
    .where('sequence', '=', sequence)
    .execute();
}

/** The account's changes that have taken effect by `now` and were not told; now they are. */
export async function takeChangesDue(
  tx: Transaction,
  account: string,
  now: Date,
): Promise<TotalChange[]> {
  const rows = await tables<TotalTables>(tx)
    .updateTable('licensing_total_changes')
    .set({ told: true })
    .where('account', '=', account)
    .where('told', '=', false)
    .where('cancelled_at', 'is', null)
    .where('effective_at', '<=', now)
    .returningAll()
    .execute();
  return rows.map(changeOf).sort((left, right) => Number(left.sequence - right.sequence));
}
