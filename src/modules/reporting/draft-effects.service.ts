import type { Transaction } from '../../database/transaction.ts';
import { addDays } from '../../kernel/calendar.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import type { Catalog, CatalogDraft, CatalogSnapshot } from '../catalog/index.ts';
import type { Contract, Contracts } from '../contracts/index.ts';
import { pricedLicenses } from '../invoicing/index.ts';
import type { Licensing } from '../licensing/index.ts';

/** What a license type's draft would change in one currency, from its day on. */
export interface DraftEffect {
  readonly currency: string;
  /** Accounts that pay for the type on that day, and how many licenses of it. */
  readonly accounts: number;
  readonly licenses: number;
  /** Licenses among them at a contract's price, for which the draft changes nothing. */
  readonly contracted: number;
  /** What the type's licenses come to a month, before tax, without the draft and with it. */
  readonly before: Money;
  readonly after: Money;
}

export interface DraftEffects {
  /**
   * Whom a license type's draft concerns, by currency; nobody where it is of another kind. Accounts
   * on test clocks are left out, as they are in every report.
   */
  of(tx: Transaction, draft: CatalogDraft): Promise<DraftEffect[]>;
}

export interface DraftEffectsDeps {
  readonly accounts: Accounts;
  readonly catalog: Catalog;
  readonly contracts: Contracts;
  readonly licensing: Licensing;
}

/** Accounts looked at together. */
const PAGE = 500;

interface Sums {
  accounts: number;
  licenses: number;
  contracted: number;
  before: bigint;
  after: bigint;
}

export function createDraftEffects(deps: DraftEffectsDeps): DraftEffects {
  return {
    async of(tx, draft) {
      if (draft.kind !== 'license_type') return [];
      const snapshot = await deps.catalog.load(tx);
      const supposed = withDraft(snapshot, draft);
      const sums = new Map<string, Sums>();
      let after: string | undefined;
      do {
        const page = await deps.accounts.list(tx, { after, limit: PAGE });
        after = page.length < PAGE ? undefined : page.at(-1)?.id;
        const counted = page.filter(({ testClock }) => testClock === null);
        const days = counted.map((account) => ({ account, day: dayOf(account, draft) }));
        // As the day ends: what is ordered today counts.
        const ends = days.map(({ account, day }) => ({ account, day: addDays(day, 1) }));
        const totals = await deps.licensing.totalsOnAll(tx, ends);
        const contracts = await deps.contracts.listAll(tx, counted);
        for (const { account, day } of days) {
          const total = totals.get(account.id)?.get(draft.code) ?? 0;
          if (total === 0) continue;
          const held = { code: draft.code, total, day, currency: account.currency };
          add(sums, held, contracts.get(account.id) ?? [], { snapshot, supposed });
        }
      } while (after !== undefined);
      return [...sums].sort().map(([currency, { before, after: with_, ...counts }]) => ({
        currency,
        ...counts,
        before: money(before, currency),
        after: money(with_, currency),
      }));
    },
  };
}

/** The draft's day, or the account's today where that has come. */
function dayOf({ today }: BillingAccount, { effectiveOn }: CatalogDraft): string {
  return effectiveOn !== null && effectiveOn > today ? effectiveOn : today;
}

function add(
  sums: Map<string, Sums>,
  held: { code: string; total: number; day: string; currency: string },
  contracts: readonly Contract[],
  catalogs: { snapshot: CatalogSnapshot; supposed: CatalogSnapshot },
): void {
  const { code, total, day, currency } = held;
  const priced = (snapshot: CatalogSnapshot) =>
    pricedLicenses(new Map([[code, total]]), { snapshot, contracts, currency, day })[0];
  const before = priced(catalogs.snapshot);
  const after = priced(catalogs.supposed);
  const sum = sums.get(currency) ?? {
    accounts: 0,
    licenses: 0,
    contracted: 0,
    before: 0n,
    after: 0n,
  };
  sum.accounts += 1;
  sum.licenses += total;
  if (before?.priceSource.from === 'contract') sum.contracted += total;
  sum.before += (before?.unitPrice.micros ?? 0n) * BigInt(total);
  sum.after += (after?.unitPrice.micros ?? 0n) * BigInt(total);
  sums.set(currency, sum);
}

/** The catalog as it would be once the draft were published. */
function withDraft(snapshot: CatalogSnapshot, draft: CatalogDraft): CatalogSnapshot {
  const types = new Map(snapshot.license_type);
  const versions = types.get(draft.code) ?? [];
  const newest = versions.at(-1);
  if (newest === undefined) return snapshot; // Nobody can hold what was never published.
  const { effectiveOn, savedAt: publishedAt } = draft;
  const body = draft.body as typeof newest.body;
  const version = newest.version + 1;
  types.set(draft.code, [...versions, { ...newest, body, version, effectiveOn, publishedAt }]);
  return { ...snapshot, license_type: types };
}
