import type { AccountDraft } from './account-draft.ts';
import type { Changes } from './changes.ts';
import { expiryOf, type Lease, type Rating, type UsageRecord } from './lease.ts';
import { type AuthorizeOperation, NOTHING, type Outcome, type Pool } from './operation.ts';

/**
 * May this be done now? Everything asked before pools and minutes is in `op.failed`; here it is
 * decided what the others say, and a grant takes its places and holds its money.
 */
export function authorize(
  op: AuthorizeOperation,
  draft: AccountDraft,
  rating: Rating,
  changes: Changes,
): Outcome {
  const { conditions } = op;
  const { available } = draft;
  const full = fullPools(op, draft);
  const afforded = affordable(op, available, rating);
  const { needed } = afforded;
  const isShort = needed !== null && needed > available;
  const isRefused = op.failed.length > 0 || full.length > 0 || isShort;
  if (isRefused && op.op === 'authorize') {
    changes.refusals.push(refusalOf(op, draft, full, isShort));
  }
  const asked: Outcome = {
    ...NOTHING,
    verdict: isRefused ? 'refused' : 'allowed',
    lease: op.lease,
    account: draft.account,
    currency: draft.state.book.currency,
    at: draft.at,
    activity: conditions.activity,
    meter: conditions.meter,
    ports: conditions.ports,
    seats: conditions.seats,
    fullPools: codesOf(full),
    fullInUse: full.map((pool) => draft.inUse(pool.licenseType)),
    balance: draft.balance,
    available,
    needed,
    grantedMs: afforded.grantedMs,
    final: afforded.final,
    hold: afforded.hold,
  };
  if (isRefused || op.op === 'probe') return asked;
  const lease = leaseOf(op, draft.at, afforded);
  draft.open(lease);
  return { ...asked, verdict: 'granted', expiresAt: lease.expiresAt };
}

/** Asked again after its answer was lost: what it was granted. */
export function alreadyGranted(
  draft: AccountDraft,
  found: Lease | UsageRecord,
  final: boolean,
): Outcome {
  const { activity, meter, ports, seats } = found.conditions;
  return {
    ...NOTHING,
    verdict: 'granted',
    lease: 'id' in found ? found.id : found.lease,
    account: draft.account,
    currency: draft.state.book.currency,
    at: draft.at,
    activity,
    meter,
    grantedMs: found.grantedMs,
    final,
    expiresAt: found.expiresAt,
    hold: found.hold,
    ports,
    seats,
  };
}

/** Pools without room. A seat that the employee holds already is shared, and so has room. */
function fullPools({ ports, seats, employee }: AuthorizeOperation, draft: AccountDraft): Pool[] {
  const isFull = ({ licenseType, total }: Pool) => draft.inUse(licenseType) >= total;
  const full = ports.filter(isFull);
  for (const seat of seats) {
    const isHeld = employee !== undefined && draft.seatLeases(employee, seat.licenseType) > 0;
    if (isFull(seat) && !isHeld) full.push(seat);
  }
  return full;
}

interface Afforded {
  readonly grantedMs: number;
  readonly final: boolean;
  readonly hold: bigint;
}

/**
 * As much of what is wanted as the money that is neither spent nor held pays for, and the least
 * that must be available; null where nothing is metered.
 */
function affordable(
  op: AuthorizeOperation,
  available: bigint,
  rating: Rating,
): Afforded & { readonly needed: bigint | null } {
  const { wantedMs, segments = 0 } = op;
  const { rate } = op.conditions;
  if (rate === undefined) return { grantedMs: wantedMs, final: false, hold: 0n, needed: null };
  const needed = rating.chargeFor(rate, 1, segments);
  if (needed > available) return { grantedMs: wantedMs, final: false, hold: 0n, needed };
  const hold = rating.chargeFor(rate, wantedMs, segments);
  if (hold <= available) return { grantedMs: wantedMs, final: false, hold, needed };
  const grantedMs = (rating.secondsFor(rate, available) ?? 0) * 1000;
  return { grantedMs, final: true, hold: rating.chargeFor(rate, grantedMs, segments), needed };
}

function leaseOf(op: AuthorizeOperation, at: number, { grantedMs, hold }: Afforded): Lease {
  return {
    id: op.lease,
    company: op.company,
    account: op.account,
    employee: op.employee ?? null,
    destination: op.destination ?? null,
    reference: op.reference ?? null,
    conditions: op.conditions,
    segments: op.segments ?? null,
    grantedAt: at,
    grantedMs,
    usedMs: 0,
    expiresAt: expiryOf(at, op.conditions, grantedMs),
    hold,
    final: false,
  };
}

function refusalOf(
  op: AuthorizeOperation,
  draft: AccountDraft,
  full: readonly Pool[],
  isShort: boolean,
) {
  const codes = [...op.failed];
  if (full.some((pool) => op.ports.includes(pool))) codes.push('insufficient_ports');
  if (full.some((pool) => op.seats.includes(pool))) codes.push('seats_exhausted');
  if (isShort) codes.push('insufficient_minutes');
  return {
    account: draft.account,
    employee: op.employee ?? null,
    activity: op.conditions.activity,
    direction: op.conditions.direction,
    codes,
    fullPools: codesOf(full),
    at: draft.at,
  };
}

function codesOf(pools: readonly Pool[]): string[] {
  return pools.map((pool) => pool.licenseType);
}
