import type { Currency } from '../../kernel/currency.ts';

/** Prices by currency as decimal text, exactly as the operator typed them. */
export type Prices = Readonly<Record<Currency, string>>;

/** What can be licensed. Data, never an `if`: admission and orders read these fields. */
export interface LicenseType {
  readonly name: string;
  /** Named: assigned ≤ total. Pooled: only what is in use at once is limited. */
  readonly kind: 'named' | 'pooled';
  /** A seat is taken once per employee; a port once per lease. */
  readonly unit: 'seat' | 'port';
  /** Codes of the types an employee must hold first. */
  readonly requires: readonly string[];
  /** Per unit and month. */
  readonly prices: Prices;
}

/** What an employee or the product may be allowed to do. */
export interface Activity {
  readonly name: string;
  /** The permission it needs; absent where no employee is concerned. */
  readonly permission?: string;
  /** Codes of the license types the employee must hold. */
  readonly licenses: readonly string[];
  /** Codes of the license types whose pools it takes a place in. */
  readonly places: readonly string[];
  readonly metered: 'voice' | 'sms' | 'none';
  /** Which rate a metered activity pays, unless the request names another. */
  readonly direction?: Direction;
  /** From where `used_seconds` counts. */
  readonly counts_from: 'start' | 'answer';
  /** How long it may ring before its seconds begin; part of a lease's life. */
  readonly ring_seconds: number;
}

export type Direction = 'outbound' | 'inbound';

/** What a minute of a call or a segment of a message costs. */
export interface Rate {
  readonly kind: 'voice' | 'sms';
  /** Digits of an E.164 prefix, or `default`. */
  readonly prefix: string;
  /** Absent: both directions. */
  readonly direction?: Direction;
  /** Per minute (voice) or per segment (sms). */
  readonly prices: Prices;
  /** The first increment: charged in full however short the call. */
  readonly first_seconds: number;
  /** Each further increment. */
  readonly next_seconds: number;
  readonly connection_fees: Prices;
}

/** One kind of stored data that is measured and charged above an allowance. */
export interface StorageMeter {
  readonly name: string;
  readonly base_bytes: number;
  readonly per_user_bytes: number;
  /** Per 10⁹ bytes and month. */
  readonly prices: Prices;
}

export interface CatalogBodies {
  license_type: LicenseType;
  activity: Activity;
  rate: Rate;
  storage_meter: StorageMeter;
}

export type CatalogKind = keyof CatalogBodies;

/** One published version of one catalog entry. Never changes. */
export interface CatalogVersion<Kind extends CatalogKind = CatalogKind> {
  readonly kind: Kind;
  /** The entry's code; for a rate `kind/prefix/direction`. */
  readonly code: string;
  /** Counts from 1 within its code. */
  readonly version: number;
  readonly body: CatalogBodies[Kind];
  /** A UTC calendar day; null: from its publication, whatever the day. */
  readonly effectiveOn: string | null;
  readonly publishedAt: Date;
  /** Counts over the whole catalog; the newest one is the catalog's own. */
  readonly revision: bigint;
}

/** The code under which a rate's versions follow one another. */
export function rateCode(rate: Pick<Rate, 'kind' | 'prefix' | 'direction'>): string {
  return `${rate.kind}/${rate.prefix}/${rate.direction ?? 'any'}`;
}
