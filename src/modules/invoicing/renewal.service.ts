import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { addDays } from '../../kernel/calendar.ts';
import { type Period, periodContaining } from '../../kernel/period.ts';
import {
  type Accounts,
  accountAt,
  type BillingAccount,
  type DueSource,
  dayStart,
  type RenewalsDue,
} from '../accounts/index.ts';
import type { StorageReports } from '../storage-metering/index.ts';
import type { DocumentLine, Totals } from './document.ts';
import { renewalLines } from './document-line.ts';
import type { Invoicing } from './invoicing.service.ts';
import type { LicensesOn } from './renewal-licenses.service.ts';

export interface RenewalDeps {
  readonly accounts: Accounts;
  readonly renewalsDue: RenewalsDue;
  readonly invoicing: Invoicing;
  readonly storage: StorageReports;
  readonly licensesOn: LicensesOn;
  /** Those of the accounts whose default funding source is paid by hand. */
  readonly paidByHand: (
    tx: Transaction,
    accounts: readonly string[],
  ) => Promise<ReadonlySet<string>>;
}

/** What a renewal charges. Without lines no invoice is made. */
export interface RenewalDraft extends Totals {
  readonly account: BillingAccount;
  /** Paid for in advance. */
  readonly period: Period;
  readonly lines: readonly DocumentLine[];
}

export interface Renewals {
  readonly due: DueSource;
  /**
   * Renews accounts that are locked and stand at their due instants: an invoice each, none where
   * nothing is charged. How many invoices were issued.
   */
  renewAll(tx: Transaction, accounts: readonly BillingAccount[]): Promise<number>;
  /** What the accounts' due renewals would charge; changes nothing. */
  draftAll(tx: Transaction, accounts: readonly BillingAccount[]): Promise<RenewalDraft[]>;
  /** The invoice that the next period start would bring, were it today. */
  upcoming(tx: Transaction, account: BillingAccount): Promise<RenewalDraft>;
}

/**
 * At each period start one invoice: licenses in advance at their totals of that day, storage of
 * the period that ended. Missed periods are made up for one by one, in order, each as of its own
 * first day, so a late run and a punctual one give the same invoices.
 */
export function createRenewals(deps: RenewalDeps): Renewals {
  const { accounts, renewalsDue, invoicing, storage, licensesOn } = deps;

  /** Of accounts that stand at the first instant of `period`; a few queries for all of them. */
  async function draft(
    tx: Transaction,
    wanted: readonly { account: BillingAccount; period: Period }[],
  ): Promise<RenewalDraft[]> {
    const periods = wanted.map(({ account, period }) => ({
      account,
      period,
      // A zone may have skipped the first day altogether; it is priced as of that day even so.
      onFirstDay: { ...account, today: period.start },
      ended: periodContaining(account.anchorDate, addDays(period.start, -1)),
    }));
    const licenses = await licensesOn(
      tx,
      periods.map(({ onFirstDay }) => onFirstDay),
    );
    const fees = await storage.feesForPeriods(
      tx,
      periods.map(({ account, ended }) => ({ account, period: ended })),
    );
    const drafts = periods.map(({ account, period, onFirstDay, ended }) => ({
      account,
      period,
      onFirstDay,
      lines: renewalLines(
        licenses.get(account.id) ?? [],
        period,
        fees.get(account.id) ?? [],
        ended,
      ),
    }));
    const totals = await invoicing.totalsOfAll(
      tx,
      drafts.map(({ onFirstDay, lines }) => ({ account: onFirstDay, lines })),
    );
    return drafts.map(({ account, period, lines }, index) => {
      const own = totals[index];
      assert(own !== undefined, 'every draft has its totals');
      return { account, period, lines, ...own };
    });
  }

  const draftAll: Renewals['draftAll'] = (tx, all) =>
    draft(
      tx,
      all.map((account) => ({
        account,
        period: periodContaining(account.anchorDate, account.renewedUntil),
      })),
    );

  const renewAll: Renewals['renewAll'] = async (tx, all) => {
    const drafts = await draftAll(tx, all);
    // Everything is locked by now; the numbers of the invoices are taken last.
    await renewalsDue.setRenewedUntil(
      tx,
      drafts.map(({ account, period }) => ({ account, until: period.end })),
    );
    const charging = drafts.filter(({ lines }) => lines.length > 0);
    const ids = charging.map(({ account }) => account.id);
    const byHand = await deps.paidByHand(tx, ids);
    const inputs = charging.map(({ account, period, lines, ...totals }) => ({
      account,
      input: {
        occasion: 'renewal' as const,
        lines,
        totals,
        period,
        paidByHand: byHand.has(account.id),
        collect: !byHand.has(account.id),
      },
    }));
    return (await invoicing.issueInvoices(tx, SYSTEM, inputs)).length;
  };

  return {
    renewAll,
    draftAll,

    due: {
      name: 'renewals',
      rank: 30,
      async next(tx, id) {
        const account = await accounts.get(tx, SYSTEM, id);
        return account.standing === 'closed' ? undefined : dayStart(account, account.renewedUntil);
      },
      // On the real clock whole batches of accounts are renewed by the renewal run.
      accountsDue: async () => [],
      async run(tx, account) {
        if (dayStart(account, account.renewedUntil) > account.now) return; // Somebody has.
        await renewAll(tx, [account]);
      },
    },

    async upcoming(tx, account) {
      const period = periodContaining(account.anchorDate, account.period.end);
      const start = dayStart(account, period.start);
      const [upcoming] = await draft(tx, [{ account: accountAt(account, start), period }]);
      assert(upcoming !== undefined, 'one account has one draft');
      return upcoming;
    },
  };
}
