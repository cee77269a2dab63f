import { daysBetween, type LocalDate } from '../../kernel/calendar.ts';
import { divideHalfUp } from '../../kernel/division.ts';
import type { Month } from './months.ts';

/** What a line charged, and the days that it was charged for. A credit's amount is negative. */
export interface ChargedLine {
  readonly currency: string;
  readonly category: string;
  readonly issuedOn: LocalDate;
  /** The days that it pays for, half-open; none where what it charges has no days. */
  readonly first?: LocalDate | undefined;
  readonly end?: LocalDate | undefined;
  /** Net, in micro-units. */
  readonly amount: bigint;
}

/**
 * How much of a line is earned before `day`: as much of it as of its days have passed, each day
 * the same, nothing before it is issued. What has no days, or only days gone by (storage, billed
 * in arrears), is earned when it is issued. In micro-units, rounded once: months are differences
 * of two such figures, so they add up to the line exactly.
 */
export function recognizedBefore(line: ChargedLine, day: LocalDate): bigint {
  const { issuedOn, first, end, amount } = line;
  if (day <= issuedOn) return 0n;
  if (first === undefined || end === undefined || day >= end) return amount;
  if (day <= first) return 0n;
  const days = BigInt(daysBetween(first, end));
  return divideHalfUp(amount * BigInt(daysBetween(first, day)), days);
}

/** One month, currency and category. */
export interface RevenueRow {
  readonly month: string;
  readonly currency: string;
  readonly category: string;
  /** Charged in the month, credits taken off. */
  readonly charged: bigint;
  /** Earned in the month. */
  readonly recognized: bigint;
  /** Charged and not earned yet, at the end of the month. */
  readonly deferred: bigint;
}

interface Sums {
  charged: bigint;
  recognized: bigint;
}

/** Adds lines up month by month, however many there are; it keeps sums and no lines. */
export class Revenue {
  readonly #months: readonly Month[];
  readonly #groups = new Map<string, { opening: bigint; months: Sums[] }>();

  constructor(months: readonly Month[]) {
    this.#months = months;
  }

  add(line: ChargedLine): void {
    const [first] = this.#months;
    if (first === undefined) return;
    const group = this.#groupOf(line);
    let before = recognizedBefore(line, first.start);
    if (line.issuedOn < first.start) group.opening += line.amount - before;
    for (const [index, month] of this.#months.entries()) {
      if (month.end <= line.issuedOn) continue;
      const sums = group.months[index];
      if (sums === undefined) continue;
      if (line.issuedOn >= month.start) sums.charged += line.amount;
      if (before === line.amount) break; // Nothing of it is left to be earned.
      const until = recognizedBefore(line, month.end);
      sums.recognized += until - before;
      before = until;
    }
  }

  rows(): RevenueRow[] {
    return [...this.#groups].sort().flatMap(([key, { opening, months }]) => {
      const [currency = '', category = ''] = key.split(' ');
      let deferred = opening;
      return months.map(({ charged, recognized }, index) => {
        deferred += charged - recognized;
        const month = this.#months[index]?.name ?? '';
        return { month, currency, category, charged, recognized, deferred };
      });
    });
  }

  #groupOf({ currency, category }: ChargedLine) {
    const key = `${currency} ${category}`;
    const months = () => this.#months.map(() => ({ charged: 0n, recognized: 0n }));
    const group = this.#groups.get(key) ?? { opening: 0n, months: months() };
    this.#groups.set(key, group);
    return group;
  }
}
