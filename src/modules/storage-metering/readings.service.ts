import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { addDays, type LocalDate, startOfDay } from '../../kernel/calendar.ts';
import type { BillingAccount, DueSource } from '../accounts/index.ts';
import { type Catalog, type CatalogSnapshot, versionsOn } from '../catalog/index.ts';
import { newlyFilled } from './filling.ts';
import {
  insertReadings,
  selectAccountsDue,
  selectReadings,
  selectSchedule,
  updateSchedule,
} from './readings.store.ts';
import { selectBytesAt } from './storage.store.ts';
import { allowance, type Reading } from './storage-fee.ts';

/** Employees who held `crm` from this account at an instant. */
export type UsersAt = (tx: Transaction, account: string, instant: Date) => Promise<number>;

/**
 * A day is read as of its first instant, everything that happened in that instant included.
 * So it can be read one millisecond later, the unit of our clocks, and gives the same whenever
 * it is read after that.
 */
export function readableAt(startOfTheDay: Date): Date {
  return new Date(startOfTheDay.getTime() + 1);
}

/** What every meter showed as `day` began, from history. */
export async function readDay(
  tx: Transaction,
  account: BillingAccount,
  day: LocalDate,
  { snapshot, usersAt }: { snapshot: CatalogSnapshot; usersAt: UsersAt },
): Promise<{ instant: Date; readings: Reading[] }> {
  const instant = startOfDay(day, account.timeZone);
  const bytes = await selectBytesAt(tx, account.id, instant);
  const users = await usersAt(tx, account.id, instant);
  const readings = versionsOn(snapshot, 'storage_meter', day).map((meter): Reading => {
    const base = BigInt(meter.body.base_bytes);
    return {
      day,
      meter: meter.code,
      bytes: bytes.get(meter.code) ?? 0n,
      users,
      allowanceBytes: allowance(base, BigInt(meter.body.per_user_bytes), users),
      meterVersion: meter.version,
    };
  });
  return { instant, readings };
}

export interface ReadingsDeps {
  readonly events: Events;
  readonly catalog: Catalog;
  readonly usersAt: UsersAt;
}

/** Tells which meters have filled so far that somebody should hear of it. */
async function tellFilled(
  tx: Transaction,
  events: Events,
  account: BillingAccount,
  readings: readonly Reading[],
): Promise<void> {
  const [first] = readings;
  // Most meters are far from full: what was read the day before need not be looked up for them.
  if (first === undefined || newlyFilled([], readings).length === 0) return;
  const yesterday = { start: addDays(first.day, -1), end: first.day };
  const before = await selectReadings(tx, account.id, yesterday);
  for (const { meter, percent } of newlyFilled(before, readings)) {
    await events.record(tx, {
      actor: SYSTEM,
      at: account.now,
      company: account.company,
      account: account.id,
      type: 'storage.allowance_reached',
      subject: account.id,
      after: { meter, percent, day: first.day },
    });
  }
}

/** Reads each local day of every account that has ever stored anything. */
export function createReadings(deps: ReadingsDeps): DueSource {
  return {
    name: 'storage readings',
    rank: 40,
    async next(tx, account) {
      return (await selectSchedule(tx, account))?.nextAt;
    },
    accountsDue: selectAccountsDue,
    async run(tx, account) {
      const schedule = await selectSchedule(tx, account.id);
      if (schedule?.nextAt === undefined || schedule.nextAt > account.now) return;
      // The day that the account was closed on was charged by its closing, so it is read too.
      const { closedAt, timeZone } = account;
      if (closedAt !== null && closedAt < startOfDay(schedule.nextDay, timeZone)) {
        await updateSchedule(tx, account.id, { ...schedule, nextAt: undefined });
        return;
      }
      const snapshot = await deps.catalog.load(tx);
      const { usersAt } = deps;
      const read = await readDay(tx, account, schedule.nextDay, { snapshot, usersAt });
      await insertReadings(tx, account.id, read.instant, read.readings);
      await tellFilled(tx, deps.events, account, read.readings);
      const nextDay = addDays(schedule.nextDay, 1);
      const nextAt = readableAt(startOfDay(nextDay, account.timeZone));
      await updateSchedule(tx, account.id, { nextDay, nextAt });
    },
  };
}
