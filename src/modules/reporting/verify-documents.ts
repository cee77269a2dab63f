import { divideHalfUp } from '../../kernel/division.ts';
import { microsPerMinorUnit } from '../../kernel/money.ts';
import type { Comparison } from './difference.ts';
import type { DocumentRow } from './documents.ts';

/** A document's net is the sum of its lines, its tax that of its rates, and so on to the total. */
export function compareSums(comparison: Comparison, document: DocumentRow, currency: string): void {
  const subject = document.number;
  const net = document.lines.reduce((total, line) => total + line.amount, 0n);
  comparison.same(subject, 'net', net, document.net);
  const unit = microsPerMinorUnit(currency);
  let tax = 0n;
  for (const row of document.taxes) {
    const exact = row.net * BigInt(row.partsPerMillion);
    const amount = divideHalfUp(exact, 1_000_000n * unit) * unit;
    comparison.same(subject, `tax ${row.name}`, amount, row.amount);
    tax += amount;
  }
  comparison.same(subject, 'tax', tax, document.tax);
  comparison.same(subject, 'total', net + tax, document.total);
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
