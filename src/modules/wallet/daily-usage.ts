import { addDays, daysBetween, type LocalDate } from '../../kernel/calendar.ts';
import type { Currency } from '../../kernel/currency.ts';
import { divideDown } from '../../kernel/division.ts';
import { type Money, scaleToMicros, scaleUpToMinorUnit } from '../../kernel/money.ts';

/** What was used within some full local days: a fraction, so that nothing is rounded twice. */
export interface DailyUsage {
  readonly used: Money;
  /** Full local days that it was used in; 0 where there is no full day of usage yet. */
  readonly days: number;
}

/** The days that an average looks back over at most. */
export const AVERAGE_DAYS = 30;

/**
 * The days that count: the last 30 full local days, or those since the first usage. Half-open;
 * today is no full day. Empty where nothing was used before today.
 */
export function averageWindow(
  today: LocalDate,
  firstUsedOn: LocalDate | undefined,
): { from: LocalDate; to: LocalDate; days: number } {
  const longest = addDays(today, -AVERAGE_DAYS);
  const first = firstUsedOn ?? today;
  const from = first > longest ? first : longest;
  return {
    from: from < today ? from : today,
    to: today,
    days: Math.max(0, daysBetween(from, today)),
  };
}

/** The average of a day, half up to 10⁻⁶: for people; thresholds use the exact fraction. */
export function averagePerDay({ used, days }: DailyUsage): Money {
  return days === 0 ? zeroOf(used.currency) : scaleToMicros(used, 1n, BigInt(days));
}

/** So many days of the average, rounded up to the minor unit. */
export function daysOfUsage({ used, days }: DailyUsage, count: number): Money {
  if (days === 0) return zeroOf(used.currency);
  return scaleUpToMinorUnit(used, BigInt(count), BigInt(days));
}

/**
 * The day on which `available` runs out at the average: today where nothing is left, undefined
 * where nothing is being used.
 */
export function runOutOn(
  available: Money,
  usage: DailyUsage,
  today: LocalDate,
): LocalDate | undefined {
  if (usage.days === 0 || usage.used.micros <= 0n) return undefined;
  if (available.micros <= 0n) return today;
  const days = divideDown(available.micros * BigInt(usage.days), usage.used.micros);
  return days > FORECAST_DAYS_MAX ? undefined : addDays(today, Number(days));
}

/** Ten years: a forecast beyond that says nothing. */
const FORECAST_DAYS_MAX = 3_650n;

const zeroOf = (currency: Currency): Money => ({ micros: 0n, currency });
