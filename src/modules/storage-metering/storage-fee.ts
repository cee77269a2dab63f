import type { LocalDate } from '../../kernel/calendar.ts';
import { type Money, scaleToMinorUnit } from '../../kernel/money.ts';

/** A gigabyte as it is priced: 10⁹ bytes, not 2³⁰. */
export const BYTES_PER_GB = 1_000_000_000n;

/** What one meter showed at the first instant of one local day. */
export interface Reading {
  readonly day: LocalDate;
  readonly meter: string;
  readonly bytes: bigint;
  /** Employees who held `crm` then. */
  readonly users: number;
  readonly allowanceBytes: bigint;
  /** The catalog version that set the allowance. */
  readonly meterVersion: number;
}

/** The bytes that are free: a base, and more for every user. */
export function allowance(baseBytes: bigint, perUserBytes: bigint, users: number): bigint {
  return baseBytes + perUserBytes * BigInt(users);
}

export function overage(bytes: bigint, allowanceBytes: bigint): bigint {
  return bytes > allowanceBytes ? bytes - allowanceBytes : 0n;
}

/**
 * One meter's fee for a period: the mean daily overage × the price of a gigabyte and month,
 * exact until it is rounded once, half up, to the minor unit. Days without a reading are 0.
 *
 * @param overBytesDays the sum of the daily overages, in byte-days
 * @param days calendar days in the period
 */
export function storageFee(pricePerGb: Money, overBytesDays: bigint, days: number): Money {
  return scaleToMinorUnit(pricePerGb, overBytesDays, BigInt(days) * BYTES_PER_GB);
}

/** What a whole month at this level costs. */
export function monthlyFee(pricePerGb: Money, overBytes: bigint): Money {
  return scaleToMinorUnit(pricePerGb, overBytes, BYTES_PER_GB);
}

/**
 * The overage of a whole period in byte-days if nothing changes from now on: what was read so
 * far (today included, since a day is read as it begins) and today's level for the days after.
 */
export function projectedOverage(
  readings: readonly Reading[],
  overBytesNow: bigint,
  daysAfterToday: number,
): bigint {
  return overageOf(readings) + overBytesNow * BigInt(daysAfterToday);
}

/** The sum of the daily overages, in byte-days. */
export function overageOf(readings: readonly Reading[]): bigint {
  return readings.reduce(
    (total, reading) => total + overage(reading.bytes, reading.allowanceBytes),
    0n,
  );
}
