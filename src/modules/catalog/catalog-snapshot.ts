import type { LocalDate } from '../../kernel/calendar.ts';
import type { Currency } from '../../kernel/currency.ts';
import { type Money, moneyOf } from '../../kernel/money.ts';
import type { CatalogKind, CatalogVersion, Prices } from './catalog-version.ts';

/** Every version of every entry, oldest first within its code. Pure data: rules read from it. */
export interface CatalogSnapshot {
  /** The newest version's revision: two snapshots with the same one are the same. */
  readonly revision: bigint;
  readonly license_type: ReadonlyMap<string, readonly CatalogVersion<'license_type'>[]>;
  readonly activity: ReadonlyMap<string, readonly CatalogVersion<'activity'>[]>;
  readonly rate: ReadonlyMap<string, readonly CatalogVersion<'rate'>[]>;
  readonly storage_meter: ReadonlyMap<string, readonly CatalogVersion<'storage_meter'>[]>;
}

/**
 * The version in force on `day`: the newest published one that has no effective day or whose
 * effective day has come. Undefined where there is none.
 *
 * `publishedBy` looks back: what a computation made at that instant would have found.
 */
export function versionOn<Kind extends CatalogKind>(
  snapshot: CatalogSnapshot,
  kind: Kind,
  code: string,
  day: LocalDate,
  publishedBy?: Date,
): CatalogVersion<Kind> | undefined {
  const versions = snapshot[kind].get(code) as readonly CatalogVersion<Kind>[] | undefined;
  return versions?.findLast(
    (version) =>
      (version.effectiveOn === null || version.effectiveOn <= day) &&
      (publishedBy === undefined || version.publishedAt <= publishedBy),
  );
}

/**
 * The catalog as it was known at `instant`: without what was published later. An entry that was
 * first published later is left as it is, since something must have been meant by it before.
 */
export function snapshotAsOf(snapshot: CatalogSnapshot, instant: Date): CatalogSnapshot {
  const known = <Kind extends CatalogKind>(
    entries: ReadonlyMap<string, readonly CatalogVersion<Kind>[]>,
  ) =>
    new Map(
      [...entries].map(([code, versions]) => {
        const then = versions.filter(({ publishedAt }) => publishedAt <= instant);
        return [code, then.length > 0 ? then : versions] as const;
      }),
    );
  return {
    revision: snapshot.revision,
    license_type: known(snapshot.license_type),
    activity: known(snapshot.activity),
    rate: known(snapshot.rate),
    storage_meter: known(snapshot.storage_meter),
  };
}

/** Every entry of a kind in force on `day`, in the order of first publication. */
export function versionsOn<Kind extends CatalogKind>(
  snapshot: CatalogSnapshot,
  kind: Kind,
  day: LocalDate,
): CatalogVersion<Kind>[] {
  return [...snapshot[kind].keys()]
    .map((code) => versionOn(snapshot, kind, code, day))
    .filter((version) => version !== undefined);
}

/** The price in one currency; undefined where the operator has set none (`no_price`). */
export function priceIn(prices: Prices, currency: Currency): Money | undefined {
  const amount = prices[currency];
  return amount === undefined ? undefined : moneyOf(amount, currency);
}

/** The monthly price of one license, and the version that says so. */
export function licensePriceOn(
  snapshot: CatalogSnapshot,
  code: string,
  currency: Currency,
  day: LocalDate,
  publishedBy?: Date,
): { price: Money; version: number } | undefined {
  const found = versionOn(snapshot, 'license_type', code, day, publishedBy);
  const price = found && priceIn(found.body.prices, currency);
  return found && price && { price, version: found.version };
}
