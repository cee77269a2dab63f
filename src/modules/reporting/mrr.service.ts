import type { Transaction } from '../../database/transaction.ts';
import { addDays, localDateAt } from '../../kernel/calendar.ts';
import { type Accounts, type BillingAccount, dayStart } from '../accounts/index.ts';
import { type Catalog, type CatalogSnapshot, snapshotAsOf } from '../catalog/index.ts';
import { type Contract, type Contracts, signedBy } from '../contracts/index.ts';
import { pricedLicenses } from '../invoicing/index.ts';
import type { TotalChange } from './documents.ts';
import type { Month } from './months.ts';
import { type AccountMrr, Mrr, type MrrRow } from './mrr.ts';
import type { ReportScope } from './report-scope.ts';
import { selectTotalChangesOf } from './verify.store.ts';

export interface MrrDeps {
  readonly accounts: Accounts;
  readonly catalog: Catalog;
  readonly contracts: Contracts;
}

/** Accounts looked at together. */
const PAGE = 500;

/** Monthly recurring revenue and why it moved, page by page over the accounts. */
export async function mrrReport(
  tx: Transaction,
  deps: MrrDeps,
  scope: ReportScope,
  months: readonly Month[],
): Promise<MrrRow[]> {
  const mrr = new Mrr(months);
  const snapshot = await deps.catalog.load(tx);
  let after: string | undefined;
  do {
    const page = await deps.accounts.list(tx, { company: scope.company, after, limit: PAGE });
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
    const counted = page.filter((account) => isInScope(account, scope));
    const changes = await selectTotalChangesOf(
      tx,
      counted.map(({ id }) => id),
    );
    const contracts = await deps.contracts.listAll(tx, counted);
    for (const account of counted) {
      const history = {
        changes: changes.get(account.id) ?? [],
        contracts: contracts.get(account.id) ?? [],
        snapshot,
      };
      mrr.add(accountMrr(account, history, months));
    }
  } while (after !== undefined);
  return mrr.rows();
}

function isInScope({ id, testClock }: BillingAccount, scope: ReportScope): boolean {
  if (scope.account !== undefined) return id === scope.account;
  return scope.company !== undefined || testClock === null;
}

interface MrrHistory {
  readonly changes: readonly TotalChange[];
  readonly contracts: readonly Contract[];
  readonly snapshot: CatalogSnapshot;
}

/** An account's level at each turn of a month: what the totals in force cost a month then. */
function accountMrr(
  account: BillingAccount,
  history: MrrHistory,
  months: readonly Month[],
): AccountMrr {
  const [first] = months;
  const turns = first === undefined ? [] : [first.start, ...months.map(({ end }) => end)];
  // What is in force at this instant counts too: the running month ends just after it.
  const soon = new Date(account.now.getTime() + 1);
  const instants = turns.map((day) => {
    const turn = dayStart(account, day);
    return turn < soon ? turn : soon;
  });
  return {
    currency: account.currency,
    levels: instants.map((instant) => levelAt(account, history, instant)),
    paidBefore: history.changes.some(
      ({ total, effectiveAt }) =>
        total > 0 && instants[0] !== undefined && effectiveAt < instants[0],
    ),
  };
}

/** Just before the instant: what takes effect as a month begins moves the month that begins. */
function levelAt(account: BillingAccount, history: MrrHistory, instant: Date): bigint {
  const totals = new Map<string, { total: number; at: Date }>();
  for (const { licenseType, total, effectiveAt } of history.changes) {
    if (effectiveAt >= instant) continue;
    const known = totals.get(licenseType);
    if (known === undefined || effectiveAt >= known.at) {
      totals.set(licenseType, { total, at: effectiveAt });
    }
  }
  const paid = [...totals].flatMap(([code, { total }]): [string, number][] =>
    total > 0 ? [[code, total]] : [],
  );
  if (paid.length === 0) return 0n;
  const today = localDateAt(instant, account.timeZone);
  const isTurn = dayStart(account, today).getTime() === instant.getTime();
  const priced = pricedLicenses(new Map(paid), {
    // A test clock's instants say nothing about when the catalog was published.
    snapshot:
      account.testClock === null ? snapshotAsOf(history.snapshot, instant) : history.snapshot,
    contracts: signedBy(history.contracts, instant),
    currency: account.currency,
    day: isTurn ? addDays(today, -1) : today,
  });
  return priced.reduce((sum, one) => sum + one.unitPrice.micros * BigInt(one.quantity), 0n);
}
