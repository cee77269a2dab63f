import type { AccountDraft } from './account-draft.ts';
import type { Changes } from './changes.ts';
import { costOf, type Lease, type LeaseEnd, type Rating, type UsageRecord } from './lease.ts';
import {
  type HideOperation,
  NOTHING,
  type Outcome,
  type ReportOperation,
  type SettleOperation,
  type Verdict,
} from './operation.ts';

/** What a lease's end is told by; the charge is for `usedMs` and `segments`. */
interface End {
  readonly outcome: LeaseEnd;
  readonly usedMs: number;
  readonly segments: number | null;
  readonly charged: bigint;
  readonly reportedEnd?: number | undefined;
  /** Where somebody settled it. */
  readonly settledMs?: number;
  readonly conflict?: boolean;
}

/** Charges what was used and gives the rest back. The first settlement stands. */
export function settle(
  op: SettleOperation,
  draft: AccountDraft,
  lease: Lease,
  rating: Rating,
): Outcome {
  const usedMs = Math.max(lease.usedMs, op.usedMs);
  const segments = op.segments ?? lease.segments;
  const record = end(draft, lease, {
    outcome: 'settled',
    usedMs,
    segments,
    charged: costOf(rating, lease.conditions, usedMs, segments),
    reportedEnd: op.reportedAt?.getTime(),
    settledMs: op.usedMs,
    conflict: op.usedMs < lease.usedMs,
  });
  return told('settled', draft, record);
}

/** A settlement of what has ended: the first one again, or late. */
export function settleEnded(
  op: SettleOperation,
  draft: AccountDraft,
  record: UsageRecord,
  rating: Rating,
  changes: Changes,
): Outcome {
  if (record.settledMs === null) return settleLate(op, draft, record, rating, changes);
  const isOther =
    record.settledMs !== op.usedMs ||
    (op.segments ?? record.settledSegments) !== record.settledSegments;
  const conflict = record.conflict || isOther;
  if (conflict) {
    changes.conflicts.push({
      account: draft.account,
      lease: op.lease,
      reportedMs: op.usedMs,
      reportedSegments: op.segments ?? null,
      at: draft.at,
    });
  }
  return { ...told('settled', draft, record), conflict };
}

/** The lease ended without a settlement, so only the difference is charged. */
function settleLate(
  op: SettleOperation,
  draft: AccountDraft,
  before: UsageRecord,
  rating: Rating,
  changes: Changes,
): Outcome {
  const usedMs = Math.max(before.usedMs, op.usedMs);
  const segments = op.segments ?? before.segments;
  const difference = costOf(rating, before.conditions, usedMs, segments) - before.charged;
  const charged = difference > 0n ? difference : 0n;
  draft.isTouched = true;
  draft.charge(charged, before.lease);
  const record: UsageRecord = {
    ...before,
    part: 2,
    outcome: 'late',
    endedAt: draft.at,
    reportedEnd: op.reportedAt?.getTime() ?? null,
    usedMs,
    segments,
    charged,
    balanceAfter: draft.balance,
    settledMs: op.usedMs,
    settledSegments: segments,
    overrun: charged > 0n && charged + before.charged > before.hold,
    conflict: op.usedMs < before.usedMs,
  };
  changes.records.push(record);
  draft.note(record);
  return told('settled', draft, record);
}

/** Places and hold are given back; nothing is charged. */
export function release(draft: AccountDraft, lease: Lease): Outcome {
  const { usedMs, segments } = lease;
  const ended: End = { outcome: 'released', usedMs, segments, charged: 0n };
  return told('released', draft, end(draft, lease, ended));
}

/** The first end stands. */
export function releaseEnded(draft: AccountDraft, { lease, outcome }: UsageRecord): Outcome {
  return {
    ...ofAccount(draft),
    verdict: 'released',
    lease,
    outcome,
    charged: 0n,
    balance: draft.balance,
  };
}

/** An expired lease is charged what was last reported; a message that nobody reported, nothing. */
export function expire(draft: AccountDraft, lease: Lease, rating: Rating): void {
  const { usedMs, segments } = lease;
  const charged = costOf(rating, lease.conditions, usedMs, null);
  end(draft, lease, { outcome: 'expired', usedMs, segments, charged });
}

/** The employee was hidden: unmetered it ends, metered it is extended no further. */
export function hide(op: HideOperation, draft: AccountDraft, lease: Lease | undefined): Outcome {
  const outcome: Outcome = { ...ofAccount(draft), verdict: 'released', lease: op.lease };
  if (lease === undefined) return outcome;
  if (lease.conditions.meter !== 'none') {
    draft.change({ ...lease, final: true });
    return outcome;
  }
  const { usedMs } = lease;
  const ended: End = { outcome: 'ended', usedMs, segments: null, charged: 0n };
  return told('released', draft, end(draft, lease, ended));
}

/** Usage that nobody was asked about before is charged once, however often it is reported. */
export function report(
  op: ReportOperation,
  draft: AccountDraft,
  before: UsageRecord | undefined,
  rating: Rating,
  changes: Changes,
): Outcome {
  if (before !== undefined) {
    const { charged, balanceAfter: balance, outcome } = before;
    return { ...ofAccount(draft), verdict: 'charged', lease: op.lease, charged, balance, outcome };
  }
  const segments = op.segments ?? null;
  const charged = costOf(rating, op.conditions, op.usedMs, segments);
  draft.isTouched = true;
  draft.charge(charged, op.lease);
  const record = recordOf(op, draft, charged, segments);
  changes.records.push(record);
  draft.note(record);
  return told('charged', draft, record);
}

function recordOf(
  op: ReportOperation,
  draft: AccountDraft,
  charged: bigint,
  segments: number | null,
): UsageRecord {
  const startedAt = op.startedAt.getTime();
  return {
    lease: op.lease,
    part: 1,
    company: op.company,
    account: op.account,
    employee: op.employee ?? null,
    destination: op.destination ?? null,
    reference: op.reference ?? null,
    conditions: op.conditions,
    segments,
    grantedAt: startedAt,
    grantedMs: 0,
    usedMs: op.usedMs,
    expiresAt: null,
    hold: 0n,
    outcome: 'unauthorized',
    endedAt: draft.at,
    reportedEnd: startedAt,
    charged,
    balanceAfter: draft.balance,
    settledMs: op.usedMs,
    settledSegments: segments,
    overrun: false,
    conflict: false,
  };
}

/** Ends an open lease: its charge in the journal, its record, its places and hold free. */
function end(draft: AccountDraft, lease: Lease, ended: End): UsageRecord {
  const { outcome, usedMs, segments, charged, settledMs = null, conflict = false } = ended;
  draft.charge(charged, lease.id);
  const record: UsageRecord = {
    // One by one, because to leave two fields out of a copy costs more than to decide all of it.
    company: lease.company,
    account: lease.account,
    employee: lease.employee,
    destination: lease.destination,
    reference: lease.reference,
    conditions: lease.conditions,
    grantedAt: lease.grantedAt,
    grantedMs: lease.grantedMs,
    expiresAt: lease.expiresAt,
    hold: lease.hold,
    lease: lease.id,
    part: 1,
    outcome,
    endedAt: draft.at,
    reportedEnd: ended.reportedEnd ?? null,
    usedMs,
    segments,
    charged,
    balanceAfter: draft.balance,
    settledMs,
    settledSegments: settledMs === null ? null : segments,
    overrun: charged > lease.hold,
    conflict,
  };
  draft.end(lease, record);
  return record;
}

function ofAccount({ account, at, state }: AccountDraft): Outcome {
  return { ...NOTHING, account, currency: state.book.currency, at };
}

function told(verdict: Verdict, draft: AccountDraft, record: UsageRecord): Outcome {
  return {
    ...ofAccount(draft),
    verdict,
    lease: record.lease,
    charged: record.charged,
    balance: record.balanceAfter,
    overrun: record.overrun,
    late: record.part === 2,
    conflict: record.conflict,
    outcome: record.outcome,
  };
}
