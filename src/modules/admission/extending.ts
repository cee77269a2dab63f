import type { AccountDraft } from './account-draft.ts';
import { costOf, expiryOf, type Lease, type Rating, type UsageRecord } from './lease.ts';
import { type ExtendOperation, NOTHING, type Outcome } from './operation.ts';

/**
 * More time for an open lease, as far as the money goes. Counts are from the start of the call,
 * so repeating it changes nothing, and what was reported is never taken back.
 */
export function extend(
  op: ExtendOperation,
  draft: AccountDraft,
  lease: Lease,
  rating: Rating,
): Outcome {
  const { grantedMs, hold, final } = extended(op, draft, lease, rating);
  const usedMs = Math.max(lease.usedMs, op.usedMs);
  // A clock that went back shortens nothing.
  const expiresAt = Math.max(
    lease.expiresAt,
    expiryOf(lease.grantedAt, lease.conditions, grantedMs),
  );
  draft.change({ ...lease, usedMs, grantedMs, hold, expiresAt });
  return { ...outcomeOf(op, draft), grantedMs, expiresAt, hold, final };
}

/** An expired or ended lease never revives. */
export function extendEnded(
  op: ExtendOperation,
  draft: AccountDraft,
  { grantedMs, expiresAt, endedAt }: UsageRecord,
): Outcome {
  return { ...outcomeOf(op, draft), grantedMs, expiresAt: expiresAt ?? endedAt, final: true };
}

function extended(op: ExtendOperation, draft: AccountDraft, lease: Lease, rating: Rating) {
  const { grantedMs, hold, conditions } = lease;
  const { meter, rate } = conditions;
  const wanted = Math.max(grantedMs, op.usedMs + op.wantedMs);
  if (lease.final) return { grantedMs, hold, final: true };
  if (meter !== 'voice' || rate === undefined || wanted === grantedMs) {
    return { grantedMs: wanted, hold, final: false };
  }
  const budget = hold + (draft.available > 0n ? draft.available : 0n);
  const cost = costOf(rating, conditions, wanted, null);
  if (cost <= budget) return { grantedMs: wanted, hold: cost > hold ? cost : hold, final: false };
  const affordedMs = (rating.secondsFor(rate, budget) ?? 0) * 1000;
  const afforded = Math.max(grantedMs, affordedMs);
  const affordedCost = costOf(rating, conditions, afforded, null);
  return { grantedMs: afforded, hold: affordedCost > hold ? affordedCost : hold, final: true };
}

function outcomeOf(op: ExtendOperation, draft: AccountDraft): Outcome {
  const { account, at, state } = draft;
  const { currency } = state.book;
  return { ...NOTHING, verdict: 'extended', lease: op.lease, account, currency, at };
}
