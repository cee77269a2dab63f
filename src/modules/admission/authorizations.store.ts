import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';

/** One authorization as it stands, or as it ended; usage without one likewise. */
export interface AuthorizationRow {
  readonly id: string;
  readonly company: string;
  readonly account: string;
  readonly currency: string;
  readonly employee: string | null;
  readonly activity: string;
  readonly direction: string | null;
  readonly destination: string | null;
  readonly reference: string | null;
  /** `open`, or how it ended. */
  readonly state: string;
  readonly grantedAt: Date;
  readonly expiresAt: Date | null;
  readonly endedAt: Date | null;
  readonly grantedMs: number;
  readonly usedMs: number;
  readonly segments: number | null;
  /** Micro-units. */
  readonly hold: bigint;
  readonly charged: bigint;
  readonly rate: string | null;
  readonly rateVersion: number | null;
  readonly places: readonly string[];
  readonly overrun: boolean;
  readonly late: boolean;
  readonly conflict: boolean;
}

/** Which ones: narrowed by whatever is given. */
export interface AuthorizationFilter {
  readonly id?: string | undefined;
  readonly company?: string | undefined;
  readonly account?: string | undefined;
  readonly employee?: string | undefined;
  readonly reference?: string | undefined;
  /** The last identifier of the page before: older ones follow. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * The newest first. One that has expired, but that no request or job has met since, is told as
 * expired: `test_now`, or `now` for accounts in real time, decides.
 */
export async function selectAuthorizations(
  tx: Transaction,
  filter: AuthorizationFilter,
  now: Date,
): Promise<AuthorizationRow[]> {
  const { id, company, account, employee, reference, before, limit } = filter;
  const narrowed = (name: string) => sql`
    (${id ?? null}::text is null or ${sql.ref(name)} = ${id ?? null})
    and (${before ?? null}::text is null or ${sql.ref(name)} < ${before ?? null})
    and (${company ?? null}::text is null or x.company = ${company ?? null})
    and (${account ?? null}::text is null or x.account = ${account ?? null})
    and (${employee ?? null}::text is null or x.employee = ${employee ?? null})
    and (${reference ?? null}::text is null or x.reference = ${reference ?? null})
    order by ${sql.ref(name)} desc limit ${limit}`;
  const { rows } = await sql<AuthorizationRow & { grantedMs: bigint; usedMs: bigint }>`
    select found.*, b.currency from (
      (select x.id, x.company, x.account, x.employee, x.activity, x.direction, x.destination,
              x.reference,
              case when x.expires_at <= coalesce(w.test_now, ${now}) then 'expired' else 'open' end
                as state,
              x.granted_at as "grantedAt", x.expires_at as "expiresAt",
              null::timestamptz as "endedAt", x.granted_ms as "grantedMs", x.used_ms as "usedMs",
              x.segments, x.hold, 0::bigint as charged, x.rate, x.rate_version as "rateVersion",
              x.seats || x.ports as places, false as overrun, false as late, false as conflict
       from admission_leases x join wallet_books w on w.account = x.account
       where ${narrowed('x.id')})
      union all
      (select x.lease, x.company, x.account, x.employee, x.activity, x.direction, x.destination,
              x.reference, x.outcome, x.granted_at, x.expires_at, x.ended_at, x.granted_ms,
              coalesce(l.used_ms, x.used_ms), coalesce(l.segments, x.segments), 0,
              x.charged + coalesce(l.charged, 0), x.rate, x.rate_version, x.seats || x.ports,
              coalesce(l.overrun, x.overrun), l.lease is not null,
              coalesce(l.conflict, x.conflict)
       from admission_usage_records x
       left join admission_usage_records l on l.lease = x.lease and l.part = 2
       where x.part = 1 and ${narrowed('x.lease')})
    ) found
    join wallet_books b on b.account = found.account
    order by found.id desc limit ${limit}
  `.execute(tx);
  return rows.map((row) => ({
    ...row,
    grantedMs: Number(row.grantedMs),
    usedMs: Number(row.usedMs),
  }));
}
