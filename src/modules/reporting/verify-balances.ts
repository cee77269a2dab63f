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

/**
 * Walks the journal from its first entry: every balance it states must be the sum so far. It
 * keeps sums and no entries, so a journal of any length fits.
 */
export class JournalWalk {
  readonly #comparison: Comparison;
  readonly #book: BookFigures;
  #balance = 0n;
  #sequence = 0n;
  #usage = 0n;

  constructor(comparison: Comparison, book: BookFigures) {
    this.#comparison = comparison;
    this.#book = book;
  }

  /** The entries follow in the order of their sequence. */
  step(row: JournalRow): void {
    const subject = `${this.#book.account} journal ${row.sequence}`;
    this.#comparison.same(subject, 'sequence', this.#sequence + 1n, row.sequence);
    this.#sequence = row.sequence;
    if (row.creditBook === 'balance') this.#balance += row.amount;
    if (row.debitBook === 'balance') this.#balance -= row.amount;
    if (row.kind === 'usage') this.#usage += row.amount;
    this.#comparison.same(subject, 'balance after', this.#balance, row.balanceAfter);
  }

  /** After the last entry: the book must stand where the journal has led. */
  end(): void {
    const { account, balance, lastSequence, held, openHolds, usageByQuarters } = this.#book;
    this.#comparison.same(account, 'balance', this.#balance, balance);
    this.#comparison.same(account, 'journal length', this.#sequence, lastSequence);
    this.#comparison.same(account, 'held', openHolds, held);
    this.#comparison.same(account, 'usage by quarters', this.#usage, usageByQuarters);
  }
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
