import { addMonths, type LocalDate } from '../../kernel/calendar.ts';

/** A calendar month, half-open: `end` is the next month's first day. */
export interface Month {
  /** `2026-11`. */
  readonly name: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** The months from `first` to `last`, both included and both as `2026-11`, in order. */
export function monthsBetween(first: string, last: string): Month[] {
  const months: Month[] = [];
  for (let start = `${first}-01`; start.slice(0, 7) <= last; start = addMonths(start, 1)) {
    months.push({ name: start.slice(0, 7), start, end: addMonths(start, 1) });
  }
  return months;
}
