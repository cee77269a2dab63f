import type { Transaction } from '../../database/transaction.ts';
import { addDays, addMonths, type LocalDate } from '../../kernel/calendar.ts';
import { formatAmount, type Money, sum } from '../../kernel/money.ts';
import { type Period, periodContaining } from '../../kernel/period.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { accountAt, type BillingAccount, dayStart } from '../accounts/index.ts';
import { type Catalog, type CatalogSnapshot, requirementChain } from '../catalog/index.ts';
import { type Contract, type Contracts, refuseOverlap, refuseTerms } from '../contracts/index.ts';
import {
  type DocumentLine,
  type Invoicing,
  pricedLicenses,
  renewalLines,
} from '../invoicing/index.ts';
import { loadLicensing } from '../licensing/index.ts';
import { planLines } from '../orders/index.ts';
import type { StorageReports } from '../storage-metering/index.ts';
import { SupposedLicenses } from './supposed-licenses.service.ts';
import type {
  Simulation,
  SupposedChange,
  SupposedCharge,
  SupposedInvoice,
  WhatIf,
} from './what-if.ts';

export interface Simulations {
  /**
   * The next invoices, and what is charged on the way, if what is supposed came true and nothing
   * else changed; by the code that charges, so it is what will be charged, to the cent. Changes
   * nothing. Refuses what an order or a contract would be refused, on the day that it is for.
   */
  simulate(tx: Transaction, account: BillingAccount, whatIf: WhatIf): Promise<Simulation>;
}

export interface SimulationsDeps {
  readonly catalog: Catalog;
  readonly contracts: Contracts;
  readonly storage: StorageReports;
  readonly invoicing: Invoicing;
}

/** The last day of this one is the last that calendars here know. */
const DAY_MAX = '2199-12-31';

export function createSimulations(deps: SimulationsDeps): Simulations {
  const { catalog, contracts, storage, invoicing } = deps;

  async function charge(
    tx: Transaction,
    account: BillingAccount,
    change: SupposedChange,
    { licenses, people, snapshot }: Supposed,
  ): Promise<SupposedCharge | undefined> {
    const wanted = wantedTotals(change, licenses, people, snapshot);
    if (Object.keys(wanted).length === 0) return undefined;
    const effectiveOn = change.effectiveOn;
    const plan = licenses.order({ totals: wanted, effectiveOn }, change.on);
    const on = accountAt(account, dayStart(account, change.on));
    const lines = planLines(plan, snapshot, on);
    if (lines.length === 0) return undefined;
    return { on: change.on, lines, ...(await invoicing.totals(tx, account, lines, change.on)) };
  }

  async function suppose(
    tx: Transaction,
    account: BillingAccount,
    whatIf: WhatIf,
  ): Promise<Supposed> {
    const snapshot = withPrices(await catalog.load(tx), whatIf, account.currency);
    const loaded = await loadLicensing(tx, deps, account);
    const signed = await contracts.list(tx, account);
    const licenses = new SupposedLicenses(loaded, { snapshot, contracts: signed });
    if (whatIf.contract !== undefined) {
      const contract = supposedContract(whatIf.contract, account);
      refuseTerms(snapshot, contract, account);
      refuseOverlap(signed, contract, account.today);
      licenses.sign(contract, account.today);
    }
    const assigned = [...loaded.state.types].map(([code, { holders }]): [string, number] => [
      code,
      holders.length,
    ]);
    return { licenses, snapshot, people: new People(new Map(assigned)) };
  }

  return {
    async simulate(tx, account, whatIf) {
      const supposed = await suppose(tx, account, whatIf);
      const periods = comingPeriods(account, whatIf.invoices);
      const changes = sortedChanges(whatIf, account, periods.at(-1));
      const charges: SupposedCharge[] = [];
      const licenseLines: DocumentLine[][] = [];
      for (const period of periods) {
        // What is ordered on the period's first day comes after its renewal.
        while (changes[0] !== undefined && changes[0].change.on < period.start) {
          const [{ change, index }] = changes.splice(0, 1) as [IndexedChange];
          const charged = await at(index, () => charge(tx, account, change, supposed));
          if (charged !== undefined) charges.push(charged);
        }
        licenseLines.push(licenseLinesOf(account, period, supposed));
      }
      const ended = periods.map(({ start }) =>
        periodContaining(account.anchorDate, addDays(start, -1)),
      );
      const usersOn = (day: LocalDate) => supposed.people.usersOn(day);
      const fees = await storage.feesIfUnchanged(tx, account, ended, usersOn);
      const invoices: SupposedInvoice[] = [];
      for (const [index, period] of periods.entries()) {
        const before = ended[index] ?? period;
        const feeLines = renewalLines([], period, fees[index] ?? [], before);
        const lines = [...(licenseLines[index] ?? []), ...feeLines];
        const totals = await invoicing.totals(tx, account, lines, period.start);
        invoices.push({ period, lines, ...totals });
      }
      return { charges, invoices, total: totalOf(charges, invoices, account.currency) };
    },
  };
}

/** The licenses that a renewal would charge as the period begins. */
function licenseLinesOf(
  account: BillingAccount,
  period: Period,
  { licenses, snapshot }: Supposed,
): DocumentLine[] {
  const priced = pricedLicenses(licenses.totalsOn(period.start), {
    snapshot,
    contracts: licenses.contracts,
    currency: account.currency,
    day: period.start,
  });
  return renewalLines(priced, period, [], period);
}

interface Supposed {
  readonly licenses: SupposedLicenses;
  readonly people: People;
  readonly snapshot: CatalogSnapshot;
}

/** How many employees hold each license, as people come and go. */
class People {
  readonly #assigned: Map<string, number>;
  readonly #users: { from: LocalDate; users: number }[] = [];

  constructor(assigned: ReadonlyMap<string, number>) {
    this.#assigned = new Map(assigned);
  }

  assigned(code: string): number {
    return this.#assigned.get(code) ?? 0;
  }

  /** `from` is the first day that begins with them, or without them. */
  change(code: string, people: number, from: LocalDate): void {
    const before = this.assigned(code);
    this.#assigned.set(code, Math.max(before + people, 0));
    if (code !== 'crm') return;
    if (this.#users.length === 0) this.#users.push({ from: '0000-01-01', users: before });
    this.#users.push({ from, users: this.assigned(code) });
  }

  /** Employees who hold `crm` as `day` begins: each adds to the storage allowances. */
  usersOn(day: LocalDate): number {
    return this.#users.findLast(({ from }) => from <= day)?.users ?? this.assigned('crm');
  }
}

/** The order that a change amounts to; empty where it needs none. */
function wantedTotals(
  change: SupposedChange,
  licenses: SupposedLicenses,
  people: People,
  snapshot: CatalogSnapshot,
): Record<string, number> {
  if (change.totals !== undefined) return { ...change.totals };
  const wanted: Record<string, number> = {};
  const present = licenses.totalsOn(change.on);
  const moved = change.hires ?? change.leavers;
  if (moved === undefined) return wanted;
  const chains = moved.licenses.flatMap((code) => requirementChain(snapshot, code, change.on));
  for (const code of new Set(chains)) {
    const total = present.get(code) ?? 0;
    if (change.hires !== undefined) {
      people.change(code, moved.people, addDays(change.on, 1));
      const needed = Math.max(total, people.assigned(code));
      // Below a floor nothing can be ordered, so whoever needs more orders the floor at least.
      const floor = licenses.floorOn(code, change.on);
      if (needed > total) wanted[code] = Math.max(needed, floor);
      continue;
    }
    people.change(code, -moved.people, addDays(change.on, 1));
    const left = Math.max(licenses.floorOn(code, change.on), people.assigned(code));
    if (left < total) wanted[code] = left;
  }
  return wanted;
}

function supposedContract(
  input: NonNullable<WhatIf['contract']>,
  account: BillingAccount,
): Contract {
  return {
    ...input,
    id: 'ctr_supposed',
    account: account.id,
    endsOn: addMonths(input.startsOn, input.months),
    signedAt: account.now,
    notices: [],
  };
}

/** The coming period starts, each with the period that its renewal pays for. */
function comingPeriods(account: BillingAccount, count: number): Period[] {
  const periods: Period[] = [];
  let start = account.period.end;
  while (periods.length < count && start < DAY_MAX) {
    const period = periodContaining(account.anchorDate, start);
    periods.push(period);
    start = period.end;
  }
  return periods;
}

/** A change, and its place among those that were supposed. */
interface IndexedChange {
  readonly change: SupposedChange;
  readonly index: number;
}

/** In the order of their days; a change that no invoice would show is a mistake. */
function sortedChanges(
  whatIf: WhatIf,
  account: BillingAccount,
  last: Period | undefined,
): IndexedChange[] {
  const indexed = whatIf.changes.map((change, index) => ({ change, index }));
  for (const { change, index } of indexed) {
    if (change.on >= account.today && last !== undefined && change.on < last.start) continue;
    throw new Refusal('invalid_value', {
      message: say('A change lies from today, {today}, to the last invoice, {start}.', {
        today: account.today,
        start: last?.start ?? '',
      }),
      pointer: `/changes/${index}/on`,
      facts: { today: account.today, last_invoice: last?.start },
    });
  }
  return indexed.sort((left, right) => (left.change.on < right.change.on ? -1 : 1));
}

/** A refusal of a supposed order says which one it was. */
async function at<T>(index: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const pointer = `/changes/${index}${error.details.pointer ?? ''}`;
    throw new Refusal(error.code, { ...error.details, pointer });
  }
}

/** The catalog as it would be with the supposed prices. */
function withPrices(
  snapshot: CatalogSnapshot,
  { prices }: WhatIf,
  currency: string,
): CatalogSnapshot {
  if (prices === undefined) return snapshot;
  const types = new Map(snapshot.license_type);
  for (const [code, price] of Object.entries(prices.prices)) {
    const versions = types.get(code) ?? [];
    const newest = versions.at(-1);
    if (newest === undefined) {
      throw new Refusal('unknown_code', {
        message: say('There is no license type "{code}" in the catalog.', { code }),
        pointer: `/prices/prices/${code}`,
        facts: { code },
      });
    }
    const amount = formatAmount(price);
    const body = { ...newest.body, prices: { ...newest.body.prices, [currency]: amount } };
    const version = { ...newest, body, version: newest.version + 1, effectiveOn: prices.from };
    types.set(code, [...versions, version]);
  }
  return { ...snapshot, license_type: types };
}

function totalOf(
  charges: readonly SupposedCharge[],
  invoices: readonly SupposedInvoice[],
  currency: string,
): Money {
  return sum(
    [...charges, ...invoices].map(({ total }) => total),
    currency,
  );
}
