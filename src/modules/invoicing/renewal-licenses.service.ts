import type { Transaction } from '../../database/transaction.ts';
import { assert } from '../../kernel/assert.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type Catalog, type CatalogSnapshot, priceIn, versionOn } from '../catalog/index.ts';
import { type Contract, type Contracts, signedBy } from '../contracts/index.ts';
import { type Licensing, type UnitPrice, unitPriceOn } from '../licensing/index.ts';
import type { PriceSource } from './document.ts';
import type { PricedLicenses } from './document-line.ts';

/** The licenses that each account pays for from its `today` on, at that day's prices. */
export type LicensesOn = (
  tx: Transaction,
  accounts: readonly BillingAccount[],
) => Promise<Map<string, PricedLicenses[]>>;

/** Finds what is paid for from a day on, and at which price: contract first, then catalog. */
export function createLicensesOn(deps: {
  catalog: Catalog;
  contracts: Contracts;
  licensing: Licensing;
}): LicensesOn {
  return async (tx, accounts) => {
    const days = accounts.map((account) => ({ account, day: account.today }));
    const totals = await deps.licensing.totalsOnAll(tx, days);
    const snapshot = await deps.catalog.load(tx);
    const contracts = await deps.contracts.listAll(tx, accounts);
    return new Map(
      accounts.map((account) => [
        account.id,
        pricedLicenses(totals.get(account.id) ?? new Map(), {
          snapshot,
          // A late run must find what a punctual one would have found.
          contracts: signedBy(contracts.get(account.id) ?? [], account.now),
          currency: account.currency,
          day: account.today,
        }),
      ]),
    );
  };
}

/** What prices follow from. */
export interface Pricing {
  readonly snapshot: CatalogSnapshot;
  readonly contracts: readonly Contract[];
  readonly currency: string;
  /** The day it is priced as of. */
  readonly day: LocalDate;
}

/** The totals, by code, each with its price on the day and where that is from. */
export function pricedLicenses(
  totals: ReadonlyMap<string, number>,
  { snapshot, contracts, currency, day }: Pricing,
): PricedLicenses[] {
  return [...totals].sort(byCode).map(([code, quantity]) => {
    const wanted = { code, currency, day };
    const price = unitPriceOn(snapshot, contracts, wanted) ?? lastPriceOn(snapshot, wanted);
    assert(price !== undefined, `a ${code} license that was bought has had a price`);
    return {
      licenseType: code,
      name: versionOn(snapshot, 'license_type', code, day)?.body.name ?? code,
      quantity,
      unitPrice: price.price,
      priceSource: sourceOf(code, price),
    };
  });
}

/**
 * The last price that the type had in the currency: what goes on being charged where a later
 * version left the currency out. Taking a price away stops sales, not what was sold.
 */
function lastPriceOn(
  snapshot: CatalogSnapshot,
  { code, currency, day }: { code: string; currency: string; day: LocalDate },
): UnitPrice | undefined {
  const versions = snapshot.license_type.get(code) ?? [];
  for (const { body, version, effectiveOn } of versions.toReversed()) {
    if (effectiveOn !== null && effectiveOn > day) continue;
    const price = priceIn(body.prices, currency);
    if (price !== undefined) return { price, source: { kind: 'catalog', version } };
  }
  return undefined;
}

function sourceOf(code: string, { source }: UnitPrice): PriceSource {
  return source.kind === 'contract'
    ? { from: 'contract', contract: source.contract }
    : { from: 'catalog', code, version: source.version };
}

function byCode([left]: [string, number], [right]: [string, number]): number {
  return left < right ? -1 : 1;
}
