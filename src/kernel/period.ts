import { addMonths, daysBetween, type LocalDate } from './calendar.ts';

/** A billing period in local calendar days, half-open: `end` is the next period's first day. */
export interface Period {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** The first day of the period `n` months from the anchor; `n` may be negative. */
export function periodStart(anchor: LocalDate, n: number): LocalDate {
  return addMonths(anchor, n); // Always from the anchor, so the 31st comes back after February.
}

/** The period that `day` lies in. */
export function periodContaining(anchor: LocalDate, day: LocalDate): Period {
  let n = monthsBetween(anchor, day);
  if (periodStart(anchor, n) > day) n -= 1;
  return { start: periodStart(anchor, n), end: periodStart(anchor, n + 1) };
}

/** The first period start that is `day` or later. */
export function periodStartOnOrAfter(anchor: LocalDate, day: LocalDate): LocalDate {
  const period = periodContaining(anchor, day);
  return period.start === day ? day : period.end;
}

export function isPeriodStart(anchor: LocalDate, day: LocalDate): boolean {
  return periodContaining(anchor, day).start === day;
}

export function daysInPeriod(period: Period): number {
  return daysBetween(period.start, period.end);
}

/** Days left in the period, `day` included: the days an increase on `day` is charged for. */
export function daysRemaining(period: Period, day: LocalDate): number {
  return daysBetween(day, period.end);
}

function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [fromYear, fromMonth] = yearAndMonth(from);
  const [toYear, toMonth] = yearAndMonth(to);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth);
}

function yearAndMonth(day: LocalDate): [number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
}
