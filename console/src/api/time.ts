import { locale } from '../words/language.ts';

/** A calendar day, such as `Nov 22, 2026`: a day has no time zone, so none is applied. */
export function sayDay(day: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** An instant in the reader's own zone. */
export function sayInstant(instant: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** How long ago, in the largest unit that fits: `4 minutes ago`. */
export function sayAgo(instant: string, now: number): string {
  const passed = new Date(instant).getTime() - now;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, ms] of UNITS) {
    if (Math.abs(passed) >= ms) return format.format(Math.trunc(passed / ms), unit);
  }
  return format.format(0, 'second');
}

/** Bytes in decimal units: MB = 10⁶, GB = 10⁹, as storage is charged. */
export function sayBytes(bytes: number): string {
  if (bytes >= 1e9) return `${trim(bytes / 1e9)} GB`;
  if (bytes >= 1e6) return `${trim(bytes / 1e6)} MB`;
  return `${trim(bytes / 1e3)} kB`;
}

function trim(value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

/** How long something took: `1:35 min`, `42 s`. */
export function saySeconds(seconds: number): string {
  if (seconds < 60) return `${trim(seconds)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return `${trim(minutes)}:${String(whole % 60).padStart(2, '0')} min`;
}

/** A calendar day without its year, such as `Nov 22`: for the marks of a chart. */
export function sayShortDay(day: string): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** The calendar day so many days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A whole number with its thousands apart: `100,000`. */
export function sayCount(count: number): string {
  return new Intl.NumberFormat(locale).format(count);
}
