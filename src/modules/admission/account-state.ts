import type { Lease } from './lease.ts';

/** How many places of a license type are taken, and the most in the running quarter hour. */
export interface PoolUse {
  readonly licenseType: string;
  readonly inUse: number;
  readonly peak: number;
}

/** The account's hot row. Money in micro-units, instants in epoch milliseconds. */
export interface Book {
  readonly account: string;
  readonly currency: string;
  /** The instant of its test clock; null: real time. */
  readonly testNow: number | null;
  readonly balance: bigint;
  readonly held: bigint;
  /** Of the journal. */
  readonly lastSequence: bigint;
  /** The quarter hour that usage was last charged in, and what was charged in it. */
  readonly usageQuarter: number | null;
  readonly usageAmount: bigint;
  readonly pools: readonly PoolUse[];
  /** No open lease expires earlier; null where there is none. */
  readonly nextExpiryAt: number | null;
  readonly factsVersion: bigint;
  /** Raised by every change of the row: what was decided on another one is not written. */
  readonly revision: bigint;
}

/** Leases found expired, and when the next one of those that stay open expires. */
export interface DueLeases {
  readonly expired: readonly Lease[];
  readonly nextExpiryAt: number | null;
}

/**
 * What is known of an account as of its book's revision. Whatever changes a lease or a seat of
 * the account raises the revision, so all of it is true or none.
 */
export interface AccountState {
  readonly book: Book;
  /** Open leases that have been met; there may be others. */
  readonly leases: Map<string, Lease>;
  /** Leases by employee and license type, for those that have been met; see `seatKey`. */
  readonly seats: Map<string, number>;
  /** Read once `nextExpiryAt` has passed. */
  readonly due?: DueLeases | undefined;
}

export function seatKey(employee: string, licenseType: string): string {
  return `${employee} ${licenseType}`;
}

/** The account's present instant. */
export function instantOf(book: Book, now: number): number {
  return book.testNow ?? now;
}

/** Whether leases may have expired that must be freed before anything else is decided. */
export function isExpiryDue(book: Book, now: number): boolean {
  return book.nextExpiryAt !== null && book.nextExpiryAt <= instantOf(book, now);
}
