import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';

/** Micro-units moved at an instant; of usage, within the quarter of an hour that begins there. */
export interface Moved {
  readonly at: Date;
  readonly micros: bigint;
}

/** What was used in each quarter of an hour since `from`, the running one included. */
export async function selectUsageSince(
  tx: Transaction,
  account: string,
  from: Date,
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select quarter as at, amount as micros from wallet_usage_quarters
    where account = ${account} and quarter >= ${from}
    union all
    select usage_quarter, usage_amount from wallet_books
    where account = ${account} and usage_quarter >= ${from}
  `.execute(tx);
  return rows;
}

/** Purchases and refunds since `from`; reversals below zero. */
export async function selectAdditionsSince(
  tx: Transaction,
  account: string,
  from: Date,
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select occurred_at as at,
           case credit_book when 'balance' then amount else -amount end as micros
    from wallet_journal
    where account = ${account} and kind <> 'usage' and occurred_at >= ${from}
  `.execute(tx);
  return rows;
}

/**
 * The first sequence of the journal that happened at `at` or later, or one above the last.
 * Sequences rise with time, so some twenty looks into the primary key find it among a million:
 * an index by time would be written by every call.
 */
export async function sequenceAt(tx: Transaction, account: string, at: Date): Promise<bigint> {
  const { rows } = await sql<{ sequence: bigint }>`
    with recursive search as (
      select 1::bigint as low, last_sequence + 1 as high
      from wallet_books where account = ${account}
      union all
      select case when is_before then middle + 1 else low end,
             case when is_before then high else middle end
      from (
        select low, high, middle,
               (select occurred_at < ${at} from wallet_journal
                where account = ${account} and sequence = middle) as is_before
        from (select low, high, (low + high) / 2 as middle from search where low < high) halved
      ) looked
    )
    select low as sequence from search where low >= high
  `.execute(tx);
  return rows[0]?.sequence ?? 1n;
}
