import type { AccountState } from './account-state.ts';
import type { UsageRecord } from './lease.ts';
import type { OperationKey, Outcome } from './operation.ts';

/** An outcome kept under a key, and the hash of what was asked. */
export interface KnownKey {
  readonly hash: Buffer;
  readonly outcome: Outcome;
}

/** What a batch is decided on: remembered, or read for it. */
export interface Known {
  /** The newest catalog version's; undefined where nobody asked yet. */
  readonly catalogRevision: bigint | undefined;
  account(id: string): AccountState | undefined;
  /** Of an open or ended lease that has been met. */
  accountOf(lease: string): string | undefined;
  /** The newest record of a lease that has ended. */
  record(lease: string): UsageRecord | undefined;
  key(key: OperationKey): KnownKey | undefined;
}
