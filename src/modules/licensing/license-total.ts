import type { LocalDate } from '../../kernel/calendar.ts';
import type { Money } from '../../kernel/money.ts';

/** Where a unit price comes from: a version of the catalog, or a contract. */
export type PriceSource =
  | { readonly kind: 'catalog'; readonly version: number }
  | { readonly kind: 'contract'; readonly contract: string };

export interface UnitPrice {
  /** Per license and month. */
  readonly price: Money;
  readonly source: PriceSource;
}

/** A lower total that was ordered and has not taken effect. At most one per license type. */
export interface PendingDecrease {
  /** Its row's number. */
  readonly change: bigint;
  readonly total: number;
  readonly effectiveOn: LocalDate;
}

/** A total that a contract raises to its floor at a coming period start. */
export interface ScheduledRaise {
  readonly total: number;
  readonly effectiveOn: LocalDate;
  readonly contract: string;
}

/** Someone who holds a license now. */
export interface Holder {
  readonly assignment: bigint;
  readonly employee: string;
  readonly name: string;
  /** The decreases, not cancelled, that take it away, and when. */
  readonly plannedEnds: readonly { readonly change: bigint; readonly effectiveOn: LocalDate }[];
}

/** One license type of an account as it stands, all that a decision about it needs. */
export interface LicenseTotal {
  readonly licenseType: string;
  readonly name: string;
  readonly kind: 'named' | 'pooled';
  readonly unit: 'seat' | 'port';
  readonly requires: readonly string[];
  /** In force now. */
  readonly total: number;
  readonly pending?: PendingDecrease;
  readonly holders: readonly Holder[];
}

/**
 * Those of `holders` who still hold the license on `day`, a coming period start, once the
 * decreases in `cancelled` are undone.
 */
export function heldOn(
  holders: readonly Holder[],
  day: LocalDate,
  cancelled: ReadonlySet<bigint> = new Set(),
): Holder[] {
  return holders.filter(
    ({ plannedEnds }) =>
      !plannedEnds.some((end) => end.effectiveOn <= day && !cancelled.has(end.change)),
  );
}
