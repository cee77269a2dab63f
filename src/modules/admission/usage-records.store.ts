import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';

/** What a charged call or message was, and by which rate; micro-units. */
export interface UsageRecord {
  readonly lease: string;
  readonly activity: string;
  readonly employee: string | null;
  readonly direction: string | null;
  readonly destination: string | null;
  readonly usedMs: number;
  readonly segments: number | null;
  /** Null where nothing was metered. */
  readonly rate: string | null;
  readonly price: bigint | null;
  readonly fee: bigint | null;
  readonly firstSeconds: number | null;
  readonly nextSeconds: number | null;
  /** Set aside for it when it ended. */
  readonly hold: bigint;
}

/** The records of `leases`, by lease; what came late is counted in. */
export async function usageRecordsOf(
  tx: Transaction,
  leases: readonly string[],
): Promise<ReadonlyMap<string, UsageRecord>> {
  if (leases.length === 0) return new Map();
  const { rows } = await sql<UsageRecord & { usedMs: bigint }>`
    select x.lease, x.activity, x.employee, x.direction, x.destination,
           coalesce(l.used_ms, x.used_ms) as "usedMs", coalesce(l.segments, x.segments) as segments,
           x.rate, x.price, x.fee, x.first_seconds as "firstSeconds",
           x.next_seconds as "nextSeconds", x.hold
    from admission_usage_records x
    left join admission_usage_records l on l.lease = x.lease and l.part = 2
    where x.part = 1 and x.lease = any (${[...leases]}::text[])
  `.execute(tx);
  return new Map(rows.map((row) => [row.lease, { ...row, usedMs: Number(row.usedMs) }]));
}
