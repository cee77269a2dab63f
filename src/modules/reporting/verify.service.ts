import type { Transaction } from '../../database/transaction.ts';
import { addDays, localDateAt } from '../../kernel/calendar.ts';
import { type Period, periodContaining } from '../../kernel/period.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import type { Catalog, CatalogSnapshot } from '../catalog/index.ts';
import type { Contracts } from '../contracts/index.ts';
import { CHECKS, type Check, Comparison, type Difference } from './difference.ts';
import type { DocumentRow } from './documents.ts';
import {
  countAccounts,
  selectBook,
  selectDocuments,
  selectJournal,
  selectNotesBefore,
  selectPurchases,
  selectReadingsAndHistory,
  selectSeries,
  selectTotalChanges,
  selectUsage,
} from './verify.store.ts';
import { comparePurchases, JournalWalk } from './verify-balances.ts';
import { compareNumbers, compareSums } from './verify-documents.ts';
import { compareIncrease, compareRenewal, type LicenseHistory } from './verify-licenses.service.ts';
import { compareDunning, compareStanding } from './verify-standing.service.ts';
import { selectDunningFigures, selectStandingFigures } from './verify-standing.store.ts';
import {
  compareDays,
  compareFees,
  compareReading,
  type ReadingFigures,
} from './verify-storage.service.ts';
import {
  compareTaxes,
  type DecideAgain,
  type TaxHistoryDeps,
  taxHistory,
} from './verify-taxes.service.ts';
import { compareUsage } from './verify-usage.service.ts';

/** How many figures each check compared, and what of them was not as it should be. */
export interface Verification {
  readonly accounts: number;
  readonly compared: ReadonlyMap<Check, number>;
  /** How many of them differ. */
  readonly differing: ReadonlyMap<Check, number>;
  /** The first ones of each check. */
  readonly differences: readonly Difference[];
}

export interface VerifierDeps extends TaxHistoryDeps {
  readonly accounts: Accounts;
  readonly catalog: Catalog;
  readonly contracts: Contracts;
}

/** Hears how many accounts are done, of how many. */
export type VerifyProgress = (done: number, total: number) => void;

export interface Verifier {
  /** Recomputes everything that was ever charged, over one snapshot. Changes nothing. */
  verify(tx: Transaction, onProgress?: VerifyProgress): Promise<Verification>;
}

/** Rows read at once: enough to be quick, few enough for any account's length to fit. */
const PAGE = 5_000;
/** Each comes with all its lines. */
const DOCUMENTS_PAGE = 500;

type Comparisons = Record<Check, Comparison>;

export function createVerifier(deps: VerifierDeps): Verifier {
  return {
    async verify(tx, onProgress) {
      const comparisons = Object.fromEntries(
        CHECKS.map((check) => [check, new Comparison(check)]),
      ) as Comparisons;
      const snapshot = await deps.catalog.load(tx);
      const total = await countAccounts(tx);
      let accounts = 0;
      let after: string | undefined;
      for (;;) {
        const page = await deps.accounts.list(tx, { after, limit: 100 });
        for (const account of page) {
          await verifyAccount(tx, deps, snapshot, account, comparisons);
          accounts += 1;
          onProgress?.(accounts, total);
        }
        after = page.at(-1)?.id;
        if (after === undefined) break;
      }
      compareNumbers(comparisons['document numbers'], await selectSeries(tx));
      const all = Object.values(comparisons);
      return {
        accounts,
        compared: new Map(CHECKS.map((check) => [check, comparisons[check].compared])),
        differing: new Map(CHECKS.map((check) => [check, comparisons[check].differing])),
        differences: all.flatMap((comparison) => comparison.differences),
      };
    },
  };
}

async function verifyAccount(
  tx: Transaction,
  deps: VerifierDeps,
  snapshot: CatalogSnapshot,
  account: BillingAccount,
  comparisons: Comparisons,
): Promise<void> {
  await verifyBalance(tx, account, comparisons.balances);
  await verifyUsage(tx, snapshot, account, comparisons['usage charges']);
  const readings = await selectReadingsAndHistory(tx, account.id);
  const readingComparison = comparisons['storage readings'];
  for (const reading of readings) compareReading(readingComparison, snapshot, reading);
  compareDays(readingComparison, account.id, [...new Set(readings.map(({ day }) => day))]);
  const changes = await selectTotalChanges(tx, account.id);
  const contracts = await deps.contracts.list(tx, account);
  const history = { account, snapshot, contracts, changes };
  const decideAgain = await taxHistory(tx, deps, account.id);
  await verifyDocuments(tx, { history, readings, decideAgain, comparisons });
  const dunnings = await selectDunningFigures(tx, account.id);
  for (const dunning of dunnings) compareDunning(comparisons.standing, account, dunning);
  const standing = await selectStandingFigures(tx, account.id);
  compareStanding(comparisons.standing, account.id, standing, dunnings);
}

async function verifyBalance(
  tx: Transaction,
  account: BillingAccount,
  comparison: Comparison,
): Promise<void> {
  const book = await selectBook(tx, account.id);
  comparison.same(account.id, 'book', 1, book === undefined ? 0 : 1);
  if (book === undefined) return;
  const walk = new JournalWalk(comparison, book);
  for (let after = 0n; ; ) {
    const rows = await selectJournal(tx, account.id, after, PAGE);
    for (const row of rows) walk.step(row);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.sequence;
  }
  walk.end();
  comparePurchases(comparison, await selectPurchases(tx, account.id));
}

async function verifyUsage(
  tx: Transaction,
  snapshot: CatalogSnapshot,
  account: BillingAccount,
  comparison: Comparison,
): Promise<void> {
  let after = { lease: '', part: 0 };
  for (;;) {
    const rows = await selectUsage(tx, account.id, after, PAGE);
    for (const row of rows) compareUsage(comparison, snapshot, row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** What the documents of an account are compared with. */
interface DocumentContext {
  readonly history: LicenseHistory;
  readonly readings: readonly ReadingFigures[];
  readonly decideAgain: DecideAgain;
  readonly comparisons: Comparisons;
}

/** Page by page; of those that were read only what later ones are asked about is kept. */
async function verifyDocuments(tx: Transaction, context: DocumentContext): Promise<void> {
  const { account } = context.history;
  const renewed = new Set<string>();
  const charged = new Map<string, Set<string>>();
  for (let after = ''; ; ) {
    const page = await selectDocuments(tx, account.id, after, DOCUMENTS_PAGE);
    for (const document of page) {
      const earlier = document.type === 'credit_note' ? await selectNotesBefore(tx, document) : [];
      verifyDocument(context, document, earlier);
      if (document.kind === 'renewal') renewed.add(document.periodStart ?? '');
      if (document.order !== null) addCharged(charged, document.order, document);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  compareBought(context.comparisons['license lines'], context.history, charged);
  let ended = periodOf(account, account.openedAt);
  while (ended.end < account.renewedUntil) {
    const period = periodContaining(account.anchorDate, ended.end);
    if (!renewed.has(period.start)) verifyRenewal(context, period, undefined);
    ended = period;
  }
}

function verifyDocument(
  context: DocumentContext,
  document: DocumentRow,
  earlier: readonly DocumentRow[],
): void {
  const { history, readings, decideAgain, comparisons } = context;
  const { account } = history;
  compareSums(comparisons['document sums'], document);
  compareTaxes(comparisons.taxes, document, earlier, decideAgain, account.currency);
  for (const line of document.lines) {
    // What was carried over from another document is checked there.
    if (line.kind !== 'license_increase' || line.source.from === 'document') continue;
    compareIncrease(comparisons['license lines'], history, document, line);
  }
  if (document.kind === 'closing') {
    compareClosing(comparisons['storage fees'], history, document, readings);
  }
  if (document.kind === 'renewal' && document.periodStart !== null) {
    const period = periodContaining(account.anchorDate, document.periodStart);
    verifyRenewal(context, period, document);
  }
}

/** The renewal at a period's start, and that there is none where nothing was to be charged. */
function verifyRenewal(
  { history, readings, comparisons }: DocumentContext,
  period: Period,
  document: DocumentRow | undefined,
): void {
  const { account, snapshot } = history;
  compareRenewal(comparisons['license lines'], history, period, document);
  const ended = periodContaining(account.anchorDate, addDays(period.start, -1));
  const context = { document, account: account.id, currency: account.currency };
  compareFees(comparisons['storage fees'], snapshot, ended, readings, context);
}

function addCharged(
  charged: Map<string, Set<string>>,
  order: string,
  { lines }: DocumentRow,
): void {
  const types = charged.get(order) ?? new Set();
  for (const { licenseType } of lines) if (licenseType !== null) types.add(licenseType);
  charged.set(order, types);
}

/** The last storage fee of a closed account: of the days of its last period that it saw. */
function compareClosing(
  comparison: Comparison,
  { account, snapshot }: LicenseHistory,
  document: DocumentRow,
  readings: readonly ReadingFigures[],
): void {
  const wasRead = readings.some(({ day }) => day === document.issuedOn);
  if (!wasRead && readings.length > 0) return; // Its own day is read a millisecond later.
  const period = periodContaining(account.anchorDate, document.issuedOn);
  const context = { document, account: account.id, currency: account.currency };
  compareFees(comparison, snapshot, period, readings, context);
}

/** Every increase that an order made has its line on a receipt or invoice of that order. */
function compareBought(
  comparison: Comparison,
  { changes }: LicenseHistory,
  charged: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  for (const { order, kind, licenseType } of changes) {
    if (kind !== 'increase' || order === null) continue;
    const types = charged.get(order);
    // A debit that has not cleared yet has no document; it is charged when it clears or bounces.
    if (types === undefined) continue;
    const found = types.has(licenseType) ? 'yes' : 'no';
    comparison.same(`${order}, ${licenseType}`, 'charged', 'yes', found);
  }
}

function periodOf(account: BillingAccount, instant: Date): Period {
  const day = localDateAt(instant, account.timeZone);
  return periodContaining(account.anchorDate, day);
}
