import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Period } from '../../kernel/period.ts';
import type { Reading } from './storage-fee.ts';

interface ReadingTables {
  storage_readings: {
    account: string;
    day: LocalDate;
    meter: string;
    bytes: bigint;
    users: number;
    allowance_bytes: bigint;
    meter_version: number;
    instant: Date;
  };
  storage_reading_schedules: {
    account: string;
    next_day: LocalDate;
    next_at: Date | null;
    on_real_clock: boolean;
  };
}

/** The next day to read, and from which instant on it can be read. */
export interface ReadingSchedule {
  readonly nextDay: LocalDate;
  /** Undefined once the account is closed. */
  readonly nextAt: Date | undefined;
}

/** The readings of the days of `period`, by day. */
export async function selectReadings(
  tx: Transaction,
  account: string,
  period: Period,
): Promise<Reading[]> {
  const rows = await tables<ReadingTables>(tx)
    .selectFrom('storage_readings')
    .selectAll()
    .where('account', '=', account)
    .where('day', '>=', period.start)
    .where('day', '<', period.end)
    .orderBy('day')
    .orderBy('meter')
    .execute();
  return rows.map((row) => ({
    day: row.day,
    meter: row.meter,
    bytes: row.bytes,
    users: row.users,
    allowanceBytes: row.allowance_bytes,
    meterVersion: row.meter_version,
  }));
}

/** Of an account and the days of one period. */
export interface AccountPeriod {
  readonly account: string;
  readonly period: Period;
}

/**
 * For each account whose storage is read: the day to be read next, and the sum of the overages of
 * the period's days read so far, in byte-days by meter. Accounts that store nothing are left out.
 */
export async function selectOverages(
  tx: Transaction,
  wanted: readonly AccountPeriod[],
): Promise<Map<string, { nextDay: LocalDate; overBytesDays: Map<string, bigint> }>> {
  const { rows } = await sql<{
    account: string;
    next_day: LocalDate;
    meter: string | null;
    over_bytes_days: bigint | null;
  }>`
    select schedule.account, next_day, meter,
      sum(greatest(bytes - allowance_bytes, 0))::bigint as over_bytes_days
    from unnest(${wanted.map(({ account }) => account)}::text[],
                ${wanted.map(({ period }) => period.start)}::date[],
                ${wanted.map(({ period }) => period.end)}::date[]) as asked(id, first, until)
    join storage_reading_schedules schedule on schedule.account = asked.id
    left join storage_readings reading
      on reading.account = schedule.account and day >= first and day < until
    group by schedule.account, next_day, meter order by schedule.account, meter
  `.execute(tx);
  const overages = new Map<string, { nextDay: LocalDate; overBytesDays: Map<string, bigint> }>();
  for (const row of rows) {
    const own = overages.get(row.account) ?? { nextDay: row.next_day, overBytesDays: new Map() };
    overages.set(row.account, own);
    if (row.meter !== null) own.overBytesDays.set(row.meter, row.over_bytes_days ?? 0n);
  }
  return overages;
}

export async function insertReadings(
  tx: Transaction,
  account: string,
  instant: Date,
  readings: readonly Reading[],
): Promise<void> {
  if (readings.length === 0) return;
  await tables<ReadingTables>(tx)
    .insertInto('storage_readings')
    .values(
      readings.map((reading) => ({
        account,
        day: reading.day,
        meter: reading.meter,
        bytes: reading.bytes,
        users: reading.users,
        allowance_bytes: reading.allowanceBytes,
        meter_version: reading.meterVersion,
        instant,
      })),
    )
    .execute();
}

/** Begins an account's readings; does nothing where they have begun. */
export async function insertSchedule(
  tx: Transaction,
  account: string,
  schedule: { nextDay: LocalDate; nextAt: Date; onRealClock: boolean },
): Promise<void> {
  await tables<ReadingTables>(tx)
    .insertInto('storage_reading_schedules')
    .values({
      account,
      next_day: schedule.nextDay,
      next_at: schedule.nextAt,
      on_real_clock: schedule.onRealClock,
    })
    .onConflict((conflict) => conflict.column('account').doNothing())
    .execute();
}

export async function selectSchedule(
  tx: Transaction,
  account: string,
): Promise<ReadingSchedule | undefined> {
  const row = await tables<ReadingTables>(tx)
    .selectFrom('storage_reading_schedules')
    .selectAll()
    .where('account', '=', account)
    .executeTakeFirst();
  return row && { nextDay: row.next_day, nextAt: row.next_at ?? undefined };
}

export async function updateSchedule(
  tx: Transaction,
  account: string,
  { nextDay, nextAt }: ReadingSchedule,
): Promise<void> {
  await tables<ReadingTables>(tx)
    .updateTable('storage_reading_schedules')
    .set({ next_day: nextDay, next_at: nextAt ?? null })
    .where('account', '=', account)
    .execute();
}

/** Accounts on the real clock that can be read by `now`, longest waiting first. */
export async function selectAccountsDue(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from storage_reading_schedules
    where on_real_clock and next_at is not null and next_at <= ${now}
    order by next_at limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}
