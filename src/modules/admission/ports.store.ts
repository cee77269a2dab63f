import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';

interface PortTables {
  admission_leases: {
    id: string;
    account: string;
    employee: string | null;
    activity: string;
    direction: string | null;
    granted_at: Date;
    expires_at: Date;
    ports: string[];
    seats: string[];
  };
}

/** A lease that holds a place at an instant. */
export interface OpenLease {
  readonly id: string;
  readonly employee: string | null;
  readonly activity: string;
  readonly direction: string | null;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
  readonly ports: readonly string[];
  readonly seats: readonly string[];
}

/** Rows shown of a pool at most; the counts are over all of them. */
const LEASES_SHOWN_MAX = 1_000;

/** The account's leases that are open at `now`, the longest first; expired ones hold nothing. */
export async function selectOpenLeases(
  tx: Transaction,
  account: string,
  now: Date,
): Promise<OpenLease[]> {
  const rows = await tables<PortTables>(tx)
    .selectFrom('admission_leases')
    .selectAll()
    .where('account', '=', account)
    .where('expires_at', '>', now)
    .orderBy('granted_at')
    .limit(LEASES_SHOWN_MAX)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    employee: row.employee,
    activity: row.activity,
    direction: row.direction,
    grantedAt: row.granted_at,
    expiresAt: row.expires_at,
    ports: row.ports,
    seats: row.seats,
  }));
}

/** Places taken at `now` by license type: a port per lease, a seat per employee. */
export async function selectPlacesInUse(
  tx: Transaction,
  account: string,
  now: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ license_type: string; in_use: number }>`
    select port as license_type, count(*)::int as in_use
    from admission_leases, unnest(ports) port
    where account = ${account} and expires_at > ${now} group by port
    union all
    select seat, count(distinct employee)::int
    from admission_leases, unnest(seats) seat
    where account = ${account} and expires_at > ${now} group by seat
  `.execute(tx);
  return new Map(rows.map((row) => [row.license_type, row.in_use]));
}

/** The most places of a type taken at once since `from`, by quarters of an hour. */
export async function selectPeak(
  tx: Transaction,
  account: string,
  licenseType: string,
  from: Date,
): Promise<number> {
  const { rows } = await sql<{ peak: number | null }>`
    select max(peak)::int as peak from (
      select peak from admission_pool_peaks
      where account = ${account} and license_type = ${licenseType} and quarter >= ${from}
      union all
      select pools_peak[array_position(pool_codes, ${licenseType})]
      from wallet_books where account = ${account}
    ) peaks
  `.execute(tx);
  return rows[0]?.peak ?? 0;
}

/** The most places of each type taken at once since `from`. */
export async function selectPeaksByType(
  tx: Transaction,
  account: string,
  from: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ license_type: string; peak: number }>`
    select license_type, max(peak)::int as peak from (
      select license_type, peak from admission_pool_peaks
      where account = ${account} and quarter >= ${from}
      union all
      select pool.* from wallet_books, unnest(pool_codes, pools_peak) pool
      where account = ${account}
    ) peaks group by license_type
  `.execute(tx);
  return new Map(rows.map((row) => [row.license_type, row.peak]));
}

/** Quarters of an hour in which the pool was used, with their peaks: the heat map's figures. */
export async function selectPeaks(
  tx: Transaction,
  account: string,
  licenseType: string,
  from: Date,
): Promise<{ quarter: Date; peak: number }[]> {
  const { rows } = await sql<{ quarter: Date; peak: number }>`
    select quarter, peak from admission_pool_peaks
    where account = ${account} and license_type = ${licenseType} and quarter >= ${from}
    order by quarter
  `.execute(tx);
  return rows;
}

/** Refusals because this pool was full, since `from`. */
export async function countPoolRefusals(
  tx: Transaction,
  account: string,
  licenseType: string,
  from: Date,
): Promise<number> {
  const { rows } = await sql<{ refusals: number }>`
    select count(*)::int as refusals from admission_refusals
    where account = ${account} and refused_at >= ${from} and ${licenseType} = any (full_pools)
  `.execute(tx);
  return rows[0]?.refusals ?? 0;
}

/** Erlangs offered to a pool within the busiest hour since `from`: call seconds ÷ 3,600. */
export async function selectBusiestHourErlangs(
  tx: Transaction,
  account: string,
  licenseType: string,
  from: Date,
): Promise<number> {
  // Each use is spread over the hours that it touched, so a long recording counts in each.
  const { rows } = await sql<{ erlangs: number | null }>`
    with uses as (
      select granted_at as began, ended_at as ended from admission_usage_records
      where account = ${account} and part = 1 and ended_at >= ${from}
        and expires_at >= ${from} -- Follows but for what was tidied late, and has an index.
        and ${licenseType} = any (ports) and ended_at > granted_at
    ), hours as (
      select hour, extract(epoch from
        least(uses.ended, hour + interval '1 hour') - greatest(uses.began, hour)) as seconds
      from uses, generate_series(date_trunc('hour', greatest(uses.began, ${from})),
                                 uses.ended, interval '1 hour') hour
    )
    select (max(total) / 3600)::float8 as erlangs
    from (select sum(greatest(seconds, 0)) as total from hours group by hour) sums
  `.execute(tx);
  return rows[0]?.erlangs ?? 0;
}
