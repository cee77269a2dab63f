import type { Comparison } from './difference.ts';
import type { DocumentRow } from './documents.ts';

/**
 * A document's net is the sum of its lines less the taxes that they include, its tax that of its
 * rates, and so on to the total.
 */
export function compareSums(comparison: Comparison, document: DocumentRow): void {
  const subject = document.number;
  const priced = document.lines.reduce((total, line) => total + line.amount, 0n);
  const tax = document.taxes.reduce((total, row) => total + row.amount, 0n);
  const included = document.taxes.filter((row) => row.isIncluded);
  const inside = included.reduce((total, row) => total + row.amount, 0n);
  comparison.same(subject, 'net', priced - inside, document.net);
  comparison.same(subject, 'tax', tax, document.tax);
  comparison.same(subject, 'total', priced - inside + tax, document.total);
  if (document.outstanding === null) return;
  const owed = document.total - document.settled;
  comparison.same(subject, 'outstanding', owed > 0n ? owed : 0n, document.outstanding);
}

/** A series of numbers, and those that were given. */
export interface Series {
  readonly code: string;
  readonly lastNumber: bigint;
  readonly given: bigint;
  readonly lowest: bigint | null;
  readonly highest: bigint | null;
}

/** Numbers are unique, so as many as the highest, from 1, leave no gap. */
export function compareNumbers(comparison: Comparison, series: readonly Series[]): void {
  for (const { code, lastNumber, given, lowest, highest } of series) {
    comparison.same(code, 'last number given', lastNumber, highest ?? 0n);
    comparison.same(code, 'documents in the series', lastNumber, given);
    if (given > 0n) comparison.same(code, 'first number', 1n, lowest ?? undefined);
  }
}
