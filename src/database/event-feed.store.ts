import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';

/** One thing that happened, as it is told to the outside. */
export interface RecordedEvent {
  readonly id: string;
  readonly type: string;
  readonly company: string | null;
  readonly account: string | null;
  readonly subject: string;
  /** The how-manieth event of its subject this is. */
  readonly version: number;
  readonly data: unknown;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

export interface FeedRow {
  readonly event: RecordedEvent;
  /** The place in the feed to go on from. */
  readonly cursor: string;
  /** Whether nothing can still appear before it: no older transaction is open any more. */
  readonly settled: boolean;
}

export interface FeedFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly company?: string | undefined;
  /** Of any of these. */
  readonly companies?: readonly string[] | undefined;
  readonly account?: string | undefined;
  readonly type?: string | undefined;
  readonly subject?: string | undefined;
}

interface EventRow {
  id: string;
  type: string;
  company: string | null;
  account: string | null;
  subject: string;
  version: bigint;
  data: unknown;
  occurred_at: Date;
  recorded_at: Date;
}

const eventOf = (row: EventRow): RecordedEvent => ({
  id: row.id,
  type: row.type,
  company: row.company,
  account: row.account,
  subject: row.subject,
  version: Number(row.version),
  data: row.data,
  occurredAt: row.occurred_at,
  recordedAt: row.recorded_at,
});

const CURSOR = /^(\d{1,19})-(\d{1,19})$/;

/** The place before which nothing can appear any more: to follow the feed from now on. */
export async function readFeedEnd(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ end: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text || '-0' as end
  `.execute(tx);
  return rows[0]?.end ?? '0-0';
}

/** Whether the place `left` is further on in the feed than `right`. */
export function isFurther(left: string, right: string): boolean {
  const [, leftTransaction = '0', leftSequence = '0'] = CURSOR.exec(left) ?? [];
  const [, rightTransaction = '0', rightSequence = '0'] = CURSOR.exec(right) ?? [];
  if (leftTransaction !== rightTransaction) {
    return BigInt(leftTransaction) > BigInt(rightTransaction);
  }
  return BigInt(leftSequence) > BigInt(rightSequence);
}

/** Events in the order in which their transactions began to write; the oldest first. */
export async function readEventFeed(tx: Transaction, filter: FeedFilter): Promise<FeedRow[]> {
  const [, transaction = '0', sequence = '0'] = CURSOR.exec(filter.after ?? '') ?? [];
  const { company = null, account = null, type = null, subject = null } = filter;
  const companies = filter.companies === undefined ? null : [...filter.companies];
  const { rows } = await sql<EventRow & { cursor: string; settled: boolean }>`
    select *, transaction_id::text || '-' || sequence as cursor,
           transaction_id < pg_snapshot_xmin(pg_current_snapshot()) as settled
    from platform_events
    where (transaction_id, sequence) > (${transaction}::xid8, ${sequence}::bigint)
      and (${company}::text is null or company = ${company})
      and (${companies}::text[] is null or company = any (${companies}::text[]))
      and (${account}::text is null or account = ${account})
      and (${type}::text is null or type = ${type})
      and (${subject}::text is null or subject = ${subject})
    order by transaction_id, sequence
    limit ${filter.limit}
  `.execute(tx);
  return rows.map((row) => ({ event: eventOf(row), cursor: row.cursor, settled: row.settled }));
}

export async function readEvent(tx: Transaction, id: string): Promise<RecordedEvent | undefined> {
  const { rows } = await sql<EventRow>`select * from platform_events where id = ${id}`.execute(tx);
  return rows[0] && eventOf(rows[0]);
}
