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

const DAY_MS = 86_400_000;

// The three below run for every line of every renewal. Days of UTC have no clock changes, so
// whole days can be counted in milliseconds, ten times faster than by way of Temporal.

export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** `months` after `day`, or the last day of that month where it has no such day. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const firstDay = dateOf(Math.floor(month / 12), month % 12);
  const lastDay = addDays(dateOf(Math.floor((month + 1) / 12), (month + 1) % 12), -1);
  return firstDay.slice(0, 8) + (day.slice(8) < lastDay.slice(8) ? day : lastDay).slice(8);
}

/** Days from `from` (included) to `to` (excluded); negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

function dateOf(year: number, monthIndex: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(monthIndex + 1).padStart(2, '0')}-01`;
}

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
