import type { Conditions, Meter } from './conditions.ts';

/** The key under which a request may be repeated, and what it was asked with. */
export interface OperationKey {
  /** The company, or `operator`. */
  readonly scope: string;
  readonly key: string;
  /** SHA-256 of the request: the same key with another one is refused. */
  readonly hash: Buffer;
}

/** A pool that an activity takes a place in, and how many places it has at this instant. */
export interface Pool {
  readonly licenseType: string;
  readonly total: number;
}

interface OperationBase {
  /** The lease it is about; for an authorization the one it would make. */
  readonly lease: string;
  readonly key?: OperationKey | undefined;
}

/** Something about to be used, with the facts that its gates were decided on. */
export interface AuthorizeOperation extends OperationBase {
  /** A probe asks the same and takes nothing. */
  readonly op: 'authorize' | 'probe';
  readonly company: string;
  readonly account: string;
  /** Of the facts: the engine refuses to decide on others (`stale`). */
  readonly factsVersion: bigint;
  readonly catalogRevision: bigint;
  readonly employee?: string | undefined;
  readonly destination?: string | undefined;
  readonly reference?: string | undefined;
  /** Without a rate where nothing is metered, or where there is none (a failed gate). */
  readonly conditions: Conditions;
  /** Taken once per lease. */
  readonly ports: readonly Pool[];
  /** Taken once per employee, so there is one. */
  readonly seats: readonly Pool[];
  /** Codes of the gates that failed before pools and minutes: it cannot be granted. */
  readonly failed: readonly string[];
  readonly wantedMs: number;
  readonly segments?: number | undefined;
}

export interface ExtendOperation extends OperationBase {
  readonly op: 'extend';
  /** Whose lease it must be; undefined for the operator. */
  readonly company?: string | undefined;
  /** From the start of the call. */
  readonly usedMs: number;
  /** Wanted beyond `usedMs`. */
  readonly wantedMs: number;
}

export interface SettleOperation extends OperationBase {
  readonly op: 'settle';
  readonly company?: string | undefined;
  readonly usedMs: number;
  readonly segments?: number | undefined;
  /** When it ended, as the dialer says. */
  readonly reportedAt?: Date | undefined;
}

export interface ReleaseOperation extends OperationBase {
  readonly op: 'release';
  readonly company?: string | undefined;
}

/** Usage that nobody was asked about before. */
export interface ReportOperation extends OperationBase {
  readonly op: 'report';
  readonly company: string;
  readonly account: string;
  readonly employee?: string | undefined;
  readonly destination?: string | undefined;
  readonly reference?: string | undefined;
  readonly conditions: Conditions;
  readonly usedMs: number;
  readonly segments?: number | undefined;
  readonly startedAt: Date;
}

/** Ends every lease of the account that has expired. Any other operation does so as well. */
export interface ExpireOperation {
  readonly op: 'expire';
  readonly account: string;
  readonly key?: undefined;
}

/** The employee of a lease was hidden: unmetered it ends, metered it is extended no further. */
export interface HideOperation extends OperationBase {
  readonly op: 'hide';
}

export type Operation =
  | AuthorizeOperation
  | ExtendOperation
  | SettleOperation
  | ReleaseOperation
  | ReportOperation
  | ExpireOperation
  | HideOperation;

export type Verdict =
  | 'granted'
  | 'refused'
  | 'allowed'
  | 'extended'
  | 'settled'
  | 'released'
  | 'charged'
  /** Decided on facts that are no longer so: to be asked again with fresh ones. */
  | 'stale'
  | 'not_found'
  | 'key_reused';

/** What became of one operation. Which fields are set follows from the verdict. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly lease: string | null;
  readonly account: string | null;
  readonly currency: string | null;
  /** The instant on the account's clock at which it was decided, in epoch milliseconds. */
  readonly at: number | null;
  readonly activity: string | null;
  readonly meter: Meter | null;
  /** From the start of the call. */
  readonly grantedMs: number | null;
  /** Nothing more is granted for now. */
  readonly final: boolean | null;
  readonly expiresAt: number | null;
  /** Micro-units of the account's currency, here and below. */
  readonly hold: bigint | null;
  readonly ports: readonly string[] | null;
  readonly seats: readonly string[] | null;
  readonly charged: bigint | null;
  readonly balance: bigint | null;
  readonly available: bigint | null;
  /** The least that must be available; more than that is a failed gate. */
  readonly needed: bigint | null;
  readonly overrun: boolean | null;
  readonly late: boolean | null;
  readonly conflict: boolean | null;
  /** How the lease ended. */
  readonly outcome: string | null;
  /** Pools without room, and how many places each has taken. */
  readonly fullPools: readonly string[] | null;
  readonly fullInUse: readonly number[] | null;
  /** Whether an earlier request with the same key was answered so. */
  readonly replayed: boolean;
  /** What was added to a refusal before its first answer went out. */
  readonly kept?: unknown;
}

/** An outcome of which nothing is known yet. */
export const NOTHING: Outcome = {
  verdict: 'not_found',
  lease: null,
  account: null,
  currency: null,
  at: null,
  activity: null,
  meter: null,
  grantedMs: null,
  final: null,
  expiresAt: null,
  hold: null,
  ports: null,
  seats: null,
  charged: null,
  balance: null,
  available: null,
  needed: null,
  overrun: null,
  late: null,
  conflict: null,
  outcome: null,
  fullPools: null,
  fullInUse: null,
  replayed: false,
};
