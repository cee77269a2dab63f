import { Temporal } from 'temporal-polyfill';

/**
 * A day of some place's calendar, `YYYY-MM-DD`. As text it sorts in time's order, so `<` compares.
 * Always a day that exists: parse with `parseLocalDate`.
 */
export type LocalDate = string;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Undefined where the text is not a day that exists (`2026-02-30`). */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!ISO_DAY.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return undefined; // The only error it raises here says that the day does not exist.
  }
}

const KNOWN_ZONES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** Whether `zone` is an IANA time zone by its present name. */
export function isTimeZone(zone: string): boolean {
  return KNOWN_ZONES.has(zone);
}

/** The calendar day at `instant` in `zone`. */
export function localDateAt(instant: Date, zone: string): LocalDate {
  return zoned(instant, zone).toPlainDate().toString();
}

/** The first instant of `day` in `zone` that exists (some days begin at 01:00). */
export function startOfDay(day: LocalDate, zone: string): Date {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone);
  return new Date(start.epochMilliseconds);
}

export function addDays(day: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** `months` after `day`, or the last day of that month where it has no such day. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Days from `from` (included) to `to` (excluded); negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
