import type { Comparison } from './difference.ts';

/** An account's book, and what its journal, leases and purchases say it should be. */
export interface BookFigures {
  readonly account: string;
  readonly balance: bigint;
  readonly held: bigint;
  readonly lastSequence: bigint;
  /** The sum of the open leases' holds. */
  readonly openHolds: bigint;
  /** Usage by quarters of an hour, the running one included. */
  readonly usageByQuarters: bigint;
}

export interface JournalRow {
  readonly sequence: bigint;
  readonly kind: string;
  readonly debitBook: string;
  readonly creditBook: string;
  readonly amount: bigint;
  readonly balanceAfter: bigint;
}

/** A credited or reversed purchase, and what the journal has moved for it. */
export interface PurchaseFigures {
  readonly id: string;
  readonly amount: bigint;
  readonly status: string;
  readonly credited: bigint;
  readonly reversed: bigint;
}

/** Walks the journal from its first entry: every balance it states must be the sum so far. */
export function compareBook(
  comparison: Comparison,
  book: BookFigures,
  journal: Iterable<JournalRow>,
): void {
  let balance = 0n;
  let sequence = 0n;
  let usage = 0n;
  for (const row of journal) {
    const subject = `${book.account} journal ${row.sequence}`;
    sequence += 1n;
    comparison.same(subject, 'sequence', sequence, row.sequence);
    sequence = row.sequence;
    if (row.creditBook === 'balance') balance += row.amount;
    if (row.debitBook === 'balance') balance -= row.amount;
    if (row.kind === 'usage') usage += row.amount;
    comparison.same(subject, 'balance after', balance, row.balanceAfter);
  }
  comparison.same(book.account, 'balance', balance, book.balance);
  comparison.same(book.account, 'journal length', sequence, book.lastSequence);
  comparison.same(book.account, 'held', book.openHolds, book.held);
  comparison.same(book.account, 'usage by quarters', usage, book.usageByQuarters);
}

/** Each purchase is on the balance once if it was credited, and off it again if reversed. */
export function comparePurchases(
  comparison: Comparison,
  purchases: readonly PurchaseFigures[],
): void {
  for (const { id, amount, status, credited, reversed } of purchases) {
    const wasCredited = status === 'credited' || status === 'reversed';
    comparison.same(id, 'amount credited', wasCredited ? amount : 0n, credited);
    comparison.same(id, 'amount reversed', status === 'reversed' ? amount : 0n, reversed);
  }
}
