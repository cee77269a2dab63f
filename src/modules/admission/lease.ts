import type { chargeFor, secondsFor } from '../rating/index.ts';
import type { Conditions } from './conditions.ts';

/** The rules of rating, which are another module's and so are given to the rules here. */
export interface Rating {
  readonly chargeFor: typeof chargeFor;
  readonly secondsFor: typeof secondsFor;
}

/** What was granted, whether it is still open or has ended. Instants are epoch milliseconds. */
interface Grant {
  readonly company: string;
  readonly account: string;
  readonly employee: string | null;
  readonly destination: string | null;
  readonly reference: string | null;
  readonly conditions: Conditions;
  readonly segments: number | null;
  readonly grantedAt: number;
  /** From the start of the call. */
  readonly grantedMs: number;
  /** The most that was reported. */
  readonly usedMs: number;
  /** Micro-units. */
  readonly hold: bigint;
}

/** An authorization that has not ended. */
export interface Lease extends Grant {
  readonly id: string;
  readonly expiresAt: number;
  /** Its employee was hidden: never extended again. */
  readonly final: boolean;
}

export type LeaseEnd = 'settled' | 'released' | 'expired' | 'ended' | 'late' | 'unauthorized';

/** What was used, for ever: part 1 is a lease's end, part 2 what a late settlement added. */
export interface UsageRecord extends Grant {
  readonly lease: string;
  readonly part: 1 | 2;
  readonly expiresAt: number | null;
  readonly outcome: LeaseEnd;
  readonly endedAt: number;
  /** As the dialer says. */
  readonly reportedEnd: number | null;
  /** By this part. */
  readonly charged: bigint;
  readonly balanceAfter: bigint;
  /** The figures of the first settlement, which stands; null where there was none. */
  readonly settledMs: number | null;
  readonly settledSegments: number | null;
  readonly overrun: boolean;
  /** The settlement was below what was reported before. */
  readonly conflict: boolean;
}

/** Time for the last report of a call to arrive after its granted seconds are over. */
const GRACE_MS = 30_000;

/** When a lease of this length expires unless it is extended. */
export function expiryOf(grantedAt: number, { ringMs }: Conditions, grantedMs: number): number {
  return grantedAt + ringMs + grantedMs + GRACE_MS;
}

/** Micro-units that this much use costs at the lease's own rate. */
export function costOf(
  { chargeFor }: Rating,
  { rate }: Pick<Conditions, 'rate'>,
  usedMs: number,
  segments: number | null,
): bigint {
  return rate === undefined ? 0n : chargeFor(rate, usedMs, segments ?? 0);
}
