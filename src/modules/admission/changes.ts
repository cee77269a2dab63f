import type { Lease, UsageRecord } from './lease.ts';
import type { OperationKey, Outcome } from './operation.ts';

/** Everything that a batch changes: written in one transaction, each table once. */
export interface Changes {
  readonly opened: Lease[];
  /** Extended, or made final. */
  readonly changed: Lease[];
  /** Open leases that end with this record. */
  readonly ended: UsageRecord[];
  /** Records without an open lease: late settlements, and usage that nobody asked about. */
  readonly records: UsageRecord[];
  readonly charges: Charge[];
  readonly refusals: RefusalRecord[];
  readonly usageQuarters: UsageQuarter[];
  readonly peaks: Peak[];
  readonly conflicts: Conflict[];
  readonly keys: KeptOutcome[];
}

/** One transfer in the journal, from the balance to usage. */
export interface Charge {
  readonly account: string;
  readonly sequence: bigint;
  readonly amount: bigint;
  readonly balanceAfter: bigint;
  readonly lease: string;
  readonly at: number;
}

/** For advice, and for "why cannot this person dial". */
export interface RefusalRecord {
  readonly account: string;
  readonly employee: string | null;
  readonly activity: string;
  readonly direction: string | null;
  readonly codes: readonly string[];
  readonly fullPools: readonly string[];
  readonly at: number;
}

export interface UsageQuarter {
  readonly account: string;
  readonly quarter: number;
  readonly amount: bigint;
}

export interface Peak {
  readonly account: string;
  readonly quarter: number;
  readonly licenseType: string;
  readonly peak: number;
}

/** A settlement that came after the first one with other figures. It changes nothing. */
export interface Conflict {
  readonly account: string;
  readonly lease: string;
  readonly reportedMs: number;
  readonly reportedSegments: number | null;
  readonly at: number;
}

/** An outcome that is kept under its request's key. */
export interface KeptOutcome {
  readonly key: OperationKey;
  readonly outcome: Outcome;
}

export function noChanges(): Changes {
  return {
    opened: [],
    changed: [],
    ended: [],
    records: [],
    charges: [],
    refusals: [],
    usageQuarters: [],
    peaks: [],
    conflicts: [],
    keys: [],
  };
}
