import type { CallRate } from '../rating/index.ts';

export type Meter = 'voice' | 'sms' | 'none';

/** The rate without its currency, which is the account's. */
export type LeaseRate = Omit<CallRate, 'currency'>;

/**
 * Under what conditions something is granted: the same for all calls of one kind, so they are
 * written once and named by their content. They hold for the whole call.
 */
export interface Conditions {
  /** A hash of all the rest, above zero; of what was granted before there were any, below. */
  readonly id: bigint;
  readonly activity: string;
  readonly direction: string | null;
  readonly meter: Meter;
  /** Absent where nothing is metered, or where there is none: that is never granted. */
  readonly rate: LeaseRate | undefined;
  readonly ringMs: number;
  /** License types that each lease takes a place in. */
  readonly ports: readonly string[];
  /** License types that the employee takes one place in, shared by their leases. */
  readonly seats: readonly string[];
}
