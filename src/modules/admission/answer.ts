import { assert } from '../../kernel/assert.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Outcome } from './operation.ts';

/** A refusal's words as they were first sent, and are sent again. */
export type ReasonsText = string;

export interface Granted {
  readonly allowed: true;
  readonly id: string;
  /** From the start of the call. */
  readonly grantedMs: number;
  /** Nothing more would be granted now. */
  readonly final: boolean;
  readonly expiresAt: Date;
  /** License types that a place was taken in. */
  readonly places: readonly string[];
  readonly hold: Money;
  /** From where `used_seconds` of this activity counts. */
  readonly countsFrom: 'start' | 'answer';
}

export interface NotGranted {
  readonly allowed: false;
  /** JSON of the reasons: kept and repeated as text. */
  readonly reasons: ReasonsText;
}

export interface Extended {
  readonly grantedMs: number;
  readonly expiresAt: Date;
  readonly final: boolean;
}

export interface Settled {
  /** By this settlement: of a late one the difference only. */
  readonly charged: Money;
  readonly balance: Money;
  /** More was used than was held. */
  readonly overrun: boolean;
  /** The lease had ended without a settlement. */
  readonly late: boolean;
  /** Another figure than was reported or settled before; the first, or the higher, stands. */
  readonly conflict: boolean;
}

export interface Released {
  readonly id: string;
  /** How the lease ended: `released`, or otherwise before. */
  readonly outcome: string;
}

export function grantedOf(outcome: Outcome, countsFrom: Granted['countsFrom']): Granted {
  const { lease, grantedMs, expiresAt, currency, hold } = outcome;
  assert(lease !== null && grantedMs !== null && expiresAt !== null, 'a grant is whole');
  return {
    allowed: true,
    id: lease,
    grantedMs,
    final: outcome.final ?? false,
    expiresAt: new Date(expiresAt),
    places: [...(outcome.seats ?? []), ...(outcome.ports ?? [])],
    hold: money(hold ?? 0n, currency ?? ''),
    countsFrom,
  };
}

export function extendedOf({ grantedMs, expiresAt, final }: Outcome): Extended {
  assert(grantedMs !== null && expiresAt !== null, 'an extension is whole');
  return { grantedMs, expiresAt: new Date(expiresAt), final: final ?? false };
}

export function settledOf(outcome: Outcome): Settled {
  const { charged, balance, currency } = outcome;
  assert(charged !== null && balance !== null && currency !== null, 'a settlement is whole');
  return {
    charged: money(charged, currency),
    balance: money(balance, currency),
    overrun: outcome.overrun ?? false,
    late: outcome.late ?? false,
    conflict: outcome.conflict ?? false,
  };
}

export function releasedOf({ lease, outcome }: Outcome): Released {
  return { id: lease ?? '', outcome: outcome ?? 'released' };
}
