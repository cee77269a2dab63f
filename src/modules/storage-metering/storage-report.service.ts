import type { Transaction } from '../../database/transaction.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/calendar.ts';
import { type Money, sum, zero } from '../../kernel/money.ts';
import { daysInPeriod, type Period } from '../../kernel/period.ts';
import { sayName } from '../../kernel/words/shipped-name.ts';
import type { BillingAccount } from '../accounts/index.ts';
import {
  type Catalog,
  type CatalogSnapshot,
  priceIn,
  versionOn,
  versionsOn,
} from '../catalog/index.ts';
import { type MeterLevel, type PurgeRow, purgePlan } from './purge-plan.ts';
import { readDay, type UsersAt } from './readings.service.ts';
import { selectOverages, selectReadings, selectSchedule } from './readings.store.ts';
import { selectBytesNow, selectPurgeCandidates } from './storage.store.ts';
import {
  allowance,
  monthlyFee,
  overage,
  overageOf,
  projectedOverage,
  type Reading,
  storageFee,
} from './storage-fee.ts';

/** How many objects of each sort a purge plan looks at: more than anybody reads. */
const CANDIDATES_MAX = 5_000;

export interface MeterReport extends MeterLevel {
  readonly overBytes: bigint;
  /** This period's fee if nothing changes from now on. */
  readonly projectedFee: Money;
  /** What a whole month at today's level costs. */
  readonly feePerMonth: Money;
}

export interface StorageReport {
  readonly period: Period;
  /** Employees who hold `crm` now: each adds to every allowance. */
  readonly users: number;
  readonly meters: readonly MeterReport[];
  readonly projectedFee: Money;
  readonly feePerMonth: Money;
  readonly purgePlan: readonly PurgeRow[];
}

/** One meter's line on a renewal invoice, with all that explains it. */
export interface StorageFeeLine {
  readonly meter: string;
  readonly name: string;
  readonly overBytesDays: bigint;
  readonly daysInPeriod: number;
  readonly pricePerGb: Money;
  /** The catalog version that the price is from: the one in force on the period's first day. */
  readonly meterVersion: number;
  readonly amount: Money;
}

export interface StorageReports {
  /** How the account stands now, what this period will cost, and how to get below. */
  report(tx: Transaction, account: BillingAccount): Promise<StorageReport>;
  /**
   * The fee of a period, a line for each meter that has one. In the middle of the period (an
   * account is being closed) only the days up to today count.
   */
  feeForPeriod(
    tx: Transaction,
    account: BillingAccount,
    period: Period,
  ): Promise<{ lines: StorageFeeLine[]; amount: Money }>;
  /**
   * The same lines for many accounts at once, by account, each account once; accounts that store
   * nothing are left out.
   */
  feesForPeriods(
    tx: Transaction,
    wanted: readonly { account: BillingAccount; period: Period }[],
  ): Promise<Map<string, StorageFeeLine[]>>;
  /**
   * What the running and later periods would cost if what is stored stayed as it is: their fees
   * in the order of `periods`. `usersOn` says how many would hold `crm` as a coming day begins.
   */
  feesIfUnchanged(
    tx: Transaction,
    account: BillingAccount,
    periods: readonly Period[],
    usersOn: (day: LocalDate) => number,
  ): Promise<StorageFeeLine[][]>;
}

export function createStorageReports(deps: { catalog: Catalog; usersAt: UsersAt }): StorageReports {
  const { catalog, usersAt } = deps;

  /** The readings of the period's days before `until`; a day not read yet is read now. */
  async function readingsUntil(
    tx: Transaction,
    account: BillingAccount,
    period: Period,
    until: LocalDate,
  ): Promise<Reading[]> {
    const schedule = await selectSchedule(tx, account.id);
    if (schedule === undefined) return []; // Nothing was ever stored.
    const readings = await selectReadings(tx, account.id, period);
    const unread = await readDays(tx, account, later(schedule.nextDay, period.start), until);
    return [...readings, ...unread];
  }

  /** What the days from `from` up to `until` showed, from history. */
  async function readDays(
    tx: Transaction,
    account: BillingAccount,
    from: LocalDate,
    until: LocalDate,
  ): Promise<Reading[]> {
    const readings: Reading[] = [];
    const snapshot = await catalog.load(tx);
    for (let day = from; day < until; day = addDays(day, 1)) {
      readings.push(...(await readDay(tx, account, day, { snapshot, usersAt })).readings);
    }
    return readings;
  }

  async function feesForPeriods(
    tx: Transaction,
    wanted: readonly { account: BillingAccount; period: Period }[],
  ): Promise<Map<string, StorageFeeLine[]>> {
    const asked = wanted.map(({ account, period }) => ({ account: account.id, period }));
    const overages = await selectOverages(tx, asked);
    const fees = new Map<string, StorageFeeLine[]>();
    if (overages.size === 0) return fees; // Nobody stores anything.
    const snapshot = await catalog.load(tx);
    for (const { account, period } of wanted) {
      const read = overages.get(account.id);
      if (read === undefined) continue;
      const tomorrow = addDays(account.today, 1);
      const until = period.end < tomorrow ? period.end : tomorrow;
      const unread = await readDays(tx, account, later(read.nextDay, period.start), until);
      const overBytesDays = new Map(read.overBytesDays);
      for (const [meter, readings] of Map.groupBy(unread, (reading) => reading.meter)) {
        overBytesDays.set(meter, (overBytesDays.get(meter) ?? 0n) + overageOf(readings));
      }
      fees.set(account.id, feeLines(snapshot, { ...account, period }, overBytesDays));
    }
    return fees;
  }

  return {
    async report(tx, account) {
      const snapshot = await catalog.load(tx);
      const users = await usersAt(tx, account.id, account.now);
      const bytes = await selectBytesNow(tx, account.id);
      const { period, today, currency } = account;
      const readings = await readingsUntil(tx, account, period, addDays(today, 1));
      const meters = versionsOn(snapshot, 'storage_meter', today).map((meter) => {
        const level: MeterLevel = {
          meter: meter.code,
          name: sayName(meter.body.name),
          bytes: bytes.get(meter.code) ?? 0n,
          allowanceBytes: allowance(
            BigInt(meter.body.base_bytes),
            BigInt(meter.body.per_user_bytes),
            users,
          ),
          pricePerGb: priceOf(snapshot, account, meter.code)?.pricePerGb,
        };
        return meterReport(
          level,
          readings.filter((reading) => reading.meter === meter.code),
          account,
        );
      });
      const candidates = await selectPurgeCandidates(tx, account.id, CANDIDATES_MAX);
      return {
        period,
        users,
        meters,
        projectedFee: sum(
          meters.map((meter) => meter.projectedFee),
          currency,
        ),
        feePerMonth: sum(
          meters.map((meter) => meter.feePerMonth),
          currency,
        ),
        purgePlan: purgePlan(meters, candidates, account.timeZone),
      };
    },

    feesForPeriods,

    async feesIfUnchanged(tx, account, periods, usersOn) {
      const bytes = await selectBytesNow(tx, account.id);
      const read = await readingsUntil(tx, account, account.period, addDays(account.today, 1));
      if (bytes.size === 0 && read.length === 0) return periods.map(() => []);
      const snapshot = await catalog.load(tx);
      return periods.map((period) => {
        const over = new Map<string, bigint>();
        const note = (meter: string, more: bigint) =>
          over.set(meter, (over.get(meter) ?? 0n) + more);
        for (const reading of read) {
          if (reading.day < period.start || reading.day >= period.end) continue;
          note(reading.meter, overage(reading.bytes, reading.allowanceBytes));
        }
        const first = later(addDays(account.today, 1), period.start);
        for (let day = first; day < period.end; day = addDays(day, 1)) {
          for (const meter of versionsOn(snapshot, 'storage_meter', day)) {
            const { base_bytes: base, per_user_bytes: perUser } = meter.body;
            const free = allowance(BigInt(base), BigInt(perUser), usersOn(day));
            note(meter.code, overage(bytes.get(meter.code) ?? 0n, free));
          }
        }
        return feeLines(snapshot, { ...account, period }, over);
      });
    },

    async feeForPeriod(tx, account, period) {
      const lines = (await feesForPeriods(tx, [{ account, period }])).get(account.id) ?? [];
      const amounts = lines.map((line) => line.amount);
      return { lines, amount: sum(amounts, account.currency) };
    },
  };
}

/** A line for each meter that was over its allowance and has a price. */
function feeLines(
  snapshot: CatalogSnapshot,
  account: Pick<BillingAccount, 'currency' | 'period'>,
  overBytesDays: ReadonlyMap<string, bigint>,
): StorageFeeLine[] {
  const days = daysInPeriod(account.period);
  const lines: StorageFeeLine[] = [];
  for (const [meter, over] of overBytesDays) {
    const price = priceOf(snapshot, account, meter);
    if (price === undefined || over === 0n) continue;
    const amount = storageFee(price.pricePerGb, over, days);
    if (amount.micros === 0n) continue;
    lines.push({ ...price, meter, overBytesDays: over, daysInPeriod: days, amount });
  }
  return lines;
}

function later(left: LocalDate, right: LocalDate): LocalDate {
  return left > right ? left : right;
}

/** The price on the period's first day; undefined where there was none in the currency. */
function priceOf(
  snapshot: CatalogSnapshot,
  account: Pick<BillingAccount, 'currency' | 'period'>,
  code: string,
): { name: string; pricePerGb: Money; meterVersion: number } | undefined {
  const meter = versionOn(snapshot, 'storage_meter', code, account.period.start);
  const pricePerGb = meter && priceIn(meter.body.prices, account.currency);
  return meter && pricePerGb && { name: meter.body.name, pricePerGb, meterVersion: meter.version };
}

function meterReport(
  level: MeterLevel,
  readings: readonly Reading[],
  { period, today, currency }: BillingAccount,
): MeterReport {
  const overBytes = overage(level.bytes, level.allowanceBytes);
  const daysAfterToday = daysBetween(today, period.end) - 1;
  const overBytesDays = projectedOverage(readings, overBytes, daysAfterToday);
  const price = level.pricePerGb;
  return {
    ...level,
    overBytes,
    projectedFee: price ? storageFee(price, overBytesDays, daysInPeriod(period)) : zero(currency),
    feePerMonth: price ? monthlyFee(price, overBytes) : zero(currency),
  };
}
