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
  const full = fullPools(op, draft);
  const afforded = affordable(op, draft, rating);
  const isShort = afforded.needed !== null && afforded.needed > draft.available;
  const asked: Outcome = {
    ...NOTHING,
    verdict: 'refused',
    lease: op.lease,
    account: draft.account,
    currency: draft.state.book.currency,
    at: draft.at,
    activity: op.conditions.activity,
    meter: op.conditions.meter,
    ports: op.conditions.ports,
    seats: op.conditions.seats,
    fullPools: codesOf(full),
    fullInUse: full.map((pool) => draft.inUse(pool.licenseType)),
    balance: draft.balance,
    available: draft.available,
    ...afforded,
  };
  if (op.failed.length > 0 || full.length > 0 || isShort) {
    if (op.op === 'authorize') changes.refusals.push(refusalOf(op, draft, full, isShort));
    return asked;
  }
  if (op.op === 'probe') return { ...asked, verdict: 'allowed' };
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
function fullPools(op: AuthorizeOperation, draft: AccountDraft): Pool[] {
  const isFull = ({ licenseType, total }: Pool) => draft.inUse(licenseType) >= total;
  const isHeld = ({ licenseType }: Pool) =>
    op.employee !== undefined && draft.seatLeases(op.employee, licenseType) > 0;
  return [...op.ports.filter(isFull), ...op.seats.filter((seat) => isFull(seat) && !isHeld(seat))];
}

interface Afforded {
  readonly grantedMs: number;
  readonly final: boolean;
  readonly hold: bigint;
  /** The least that must be available; null where nothing is metered. */
  readonly needed: bigint | null;
}

/** As much of what is wanted as the money that is neither spent nor held pays for. */
function affordable(op: AuthorizeOperation, draft: AccountDraft, rating: Rating): Afforded {
  const { wantedMs, segments = 0 } = op;
  const { rate } = op.conditions;
  const whole = { grantedMs: wantedMs, final: false, hold: 0n };
  if (rate === undefined) return { ...whole, needed: null };
  const needed = rating.chargeFor(rate, 1, segments);
  if (needed > draft.available) return { ...whole, needed };
  const hold = rating.chargeFor(rate, wantedMs, segments);
  if (hold <= draft.available) return { ...whole, hold, needed };
  const seconds = rating.secondsFor(rate, draft.available) ?? 0;
  const grantedMs = seconds * 1000;
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

function refusalOf(op: AuthorizeOperation, draft: AccountDraft, full: Pool[], isShort: boolean) {
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
