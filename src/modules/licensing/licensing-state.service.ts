import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { periodStartOnOrAfter } from '../../kernel/period.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import {
  type Catalog,
  type CatalogSnapshot,
  licensePriceOn,
  versionsOn,
} from '../catalog/index.ts';
import type { Companies, Employees } from '../companies/index.ts';
import {
  type Contract,
  type Contracts,
  contractPriceOn,
  floorAgainst,
  floorOn,
} from '../contracts/index.ts';
import { prorate } from '../proration/index.ts';
import { type PlannedEndRow, selectHolders, selectPlannedEnds } from './assignments.store.ts';
import type { Holder, LicenseTotal, ScheduledRaise, UnitPrice } from './license-total.ts';
import type { LicensingRules, LicensingState } from './plan-totals.ts';
import { selectComing, selectTotalsAt, type TotalChange } from './totals.store.ts';

/** What licensing works with. */
export interface LicensingDeps {
  readonly events: Events;
  readonly catalog: Catalog;
  readonly companies: Companies;
  readonly employees: Employees;
  readonly accounts: Accounts;
  readonly contracts: Contracts;
}

/** An account's licenses at its instant, and the rules bound to it. */
export interface LoadedLicensing {
  readonly account: BillingAccount;
  readonly snapshot: CatalogSnapshot;
  readonly state: LicensingState;
  readonly rules: LicensingRules;
  readonly raises: ReadonlyMap<string, ScheduledRaise>;
  readonly coming: readonly TotalChange[];
}

/** Reads everything that a decision about the account's licenses needs, at its `now`. */
export async function loadLicensing(
  tx: Transaction,
  deps: Pick<LicensingDeps, 'catalog' | 'contracts'>,
  account: BillingAccount,
): Promise<LoadedLicensing> {
  const snapshot = await deps.catalog.load(tx);
  const contracts = await deps.contracts.list(tx, account);
  const totals = await selectTotalsAt(tx, account.id, account.now);
  const coming = await selectComing(tx, account.id, account.now);
  const holders = await loadHolders(tx, account);
  const types = new Map<string, LicenseTotal>();
  for (const { code, body } of versionsOn(snapshot, 'license_type', account.today)) {
    const decrease = coming.find(
      (change) => change.kind === 'decrease' && change.licenseType === code,
    );
    types.set(code, {
      licenseType: code,
      name: body.name,
      kind: body.kind,
      unit: body.unit,
      requires: body.requires,
      total: totals.get(code) ?? 0,
      ...(decrease !== undefined && {
        pending: {
          change: decrease.sequence,
          total: decrease.total,
          effectiveOn: decrease.effectiveOn,
        },
      }),
      holders: holders.get(code) ?? [],
    });
  }
  const { id, currency, anchorDate, today, period } = account;
  return {
    account,
    snapshot,
    state: { account: id, currency, anchorDate, today, period, types },
    rules: rulesOf(account, snapshot, contracts),
    raises: raisesOf(coming),
    coming,
  };
}

/** What other modules decide about an account's licenses, bound to the account's day. */
export function rulesOf(
  account: Pick<BillingAccount, 'anchorDate' | 'today' | 'currency'>,
  snapshot: CatalogSnapshot,
  contracts: readonly Contract[],
): LicensingRules {
  const { anchorDate, today, currency } = account;
  return {
    unitPriceOn: (code, day) => unitPriceOn(snapshot, contracts, { code, currency, day }),
    floorOn: (code, day) => floorOn(contracts, code, day, anchorDate),
    floorAgainst: (code, total, day) =>
      floorAgainst(contracts, { code, total, day, today }, anchorDate),
    raiseDays: contracts.map(({ startsOn }) => {
      const tomorrow = addDays(today, 1);
      return periodStartOnOrAfter(anchorDate, startsOn > today ? startsOn : tomorrow);
    }),
    prorate,
  };
}

/**
 * What one license costs per month on `day`: the contract's price for all units of the type,
 * else the catalog's. Undefined where neither has one in the currency.
 */
export function unitPriceOn(
  snapshot: CatalogSnapshot,
  contracts: readonly Contract[],
  { code, currency, day }: { code: string; currency: string; day: LocalDate },
): UnitPrice | undefined {
  const agreed = contractPriceOn(contracts, code, day);
  if (agreed !== undefined) {
    return { price: agreed.price, source: { kind: 'contract', contract: agreed.contract } };
  }
  const listed = licensePriceOn(snapshot, code, currency, day);
  return listed && { price: listed.price, source: { kind: 'catalog', version: listed.version } };
}

async function loadHolders(
  tx: Transaction,
  account: BillingAccount,
): Promise<Map<string, Holder[]>> {
  const rows = await selectHolders(tx, account.id, account.now);
  const ends = await selectPlannedEnds(tx, account.id, account.now);
  const endsByAssignment = Map.groupBy(ends, (end: PlannedEndRow) => end.assignment);
  const holders = new Map<string, Holder[]>();
  for (const row of rows) {
    const list = holders.get(row.licenseType) ?? [];
    list.push({
      assignment: row.id,
      employee: row.employee,
      name: row.name,
      plannedEnds: endsByAssignment.get(row.id) ?? [],
    });
    holders.set(row.licenseType, list);
  }
  return holders;
}

function raisesOf(coming: readonly TotalChange[]): Map<string, ScheduledRaise> {
  const raises = new Map<string, ScheduledRaise>();
  for (const { kind, licenseType, total, effectiveOn, contract } of coming) {
    if (kind !== 'contract_raise' || contract === null || raises.has(licenseType)) continue;
    raises.set(licenseType, { total, effectiveOn, contract });
  }
  return raises;
}
