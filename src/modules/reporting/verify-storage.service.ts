import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { type Money, money } from '../../kernel/money.ts';
import { daysInPeriod, type Period } from '../../kernel/period.ts';
import { type CatalogSnapshot, priceIn } from '../catalog/index.ts';
import { allowance, overage, storageFee } from '../storage-metering/index.ts';
import type { Comparison } from './difference.ts';
import type { DocumentRow } from './documents.ts';

/** A reading as it was written, and its figures as history gives them now. */
export interface ReadingFigures {
  readonly account: string;
  readonly day: LocalDate;
  readonly meter: string;
  readonly bytes: bigint;
  readonly users: number;
  readonly allowanceBytes: bigint;
  readonly meterVersion: number;
  readonly bytesByHistory: bigint;
  readonly usersByHistory: number;
}

export function compareReading(
  comparison: Comparison,
  snapshot: CatalogSnapshot,
  reading: ReadingFigures,
): void {
  const subject = `${reading.account} ${reading.day} ${reading.meter}`;
  const meter = versionOf(snapshot, reading.meter, reading.meterVersion);
  comparison.same(subject, 'bytes', reading.bytesByHistory, reading.bytes);
  comparison.same(subject, 'users', reading.usersByHistory, reading.users);
  const free =
    meter &&
    allowance(
      BigInt(meter.body.base_bytes),
      BigInt(meter.body.per_user_bytes),
      reading.usersByHistory,
    );
  comparison.same(subject, 'allowance', free, reading.allowanceBytes);
}

/** Readings have no gap: from an account's first day on, every day has as many as its meters. */
export function compareDays(
  comparison: Comparison,
  account: string,
  days: readonly LocalDate[],
): void {
  for (const [index, day] of days.entries()) {
    const before = days[index - 1];
    if (before === undefined) continue;
    comparison.same(account, 'day read next', addDays(before, 1), day);
  }
}

/** The storage lines of a document about `period` against the fees its readings come to. */
export function compareFees(
  comparison: Comparison,
  snapshot: CatalogSnapshot,
  period: Period,
  readings: readonly ReadingFigures[],
  { document, account, currency }: FeeContext,
): void {
  const lines = document?.lines.filter((line) => line.kind === 'storage') ?? [];
  const meters = new Set([...readings, ...lines].map(({ meter }) => meter ?? ''));
  for (const code of meters) {
    const subject = `${account} storage of ${period.start}, ${code}`;
    const overBytesDays = readings
      .filter(({ meter, day }) => meter === code && day >= period.start && day < period.end)
      .reduce((total, { bytes, allowanceBytes }) => total + overage(bytes, allowanceBytes), 0n);
    const line = lines.find(({ meter }) => meter === code);
    const named = line?.source.from === 'catalog' ? line.source.version : undefined;
    const price = priceOn(snapshot, code, period.start, currency, named);
    if (line !== undefined) {
      comparison.same(subject, 'price per gigabyte', price?.micros, line.unitPrice);
    }
    const fee = price && storageFee(price, overBytesDays, daysInPeriod(period));
    comparison.same(subject, 'fee', fee?.micros ?? 0n, line?.amount ?? 0n);
  }
}

export interface FeeContext {
  readonly document: DocumentRow | undefined;
  readonly account: string;
  readonly currency: string;
}

/** The price by the version that a line names, or by the newest that applied on the day. */
function priceOn(
  snapshot: CatalogSnapshot,
  code: string,
  day: LocalDate,
  currency: string,
  version: number | undefined,
): Money | undefined {
  const applied = snapshot.storage_meter
    .get(code)
    ?.filter((one) => one.effectiveOn === null || one.effectiveOn <= day);
  const found =
    version === undefined ? applied?.at(-1) : applied?.find((one) => one.version === version);
  const price = found && priceIn(found.body.prices, currency);
  return price && money(price.micros, currency);
}

function versionOf(snapshot: CatalogSnapshot, code: string, version: number) {
  return snapshot.storage_meter.get(code)?.find((one) => one.version === version);
}
