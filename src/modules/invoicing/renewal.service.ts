import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { type Period, periodContaining } from '../../kernel/period.ts';
import {
  type Accounts,
  accountAt,
  type BillingAccount,
  type DueSource,
  dayStart,
} from '../accounts/index.ts';
import type { StorageReports } from '../storage-metering/index.ts';
import type { DocumentLine, Totals } from './document.ts';
import { type PricedLicenses, renewalLine, storageLine } from './document-line.ts';
import type { Invoicing } from './invoicing.service.ts';
import { selectRenewal } from './invoicing.store.ts';

/** The licenses paid for from `day` on, each with its price of that day. */
export type LicensesOn = (
  tx: Transaction,
  account: BillingAccount,
  day: LocalDate,
) => Promise<PricedLicenses[]>;

export interface RenewalDeps {
  readonly accounts: Accounts;
  readonly invoicing: Invoicing;
  readonly storage: StorageReports;
  readonly licensesOn: LicensesOn;
  /** Whether the account's default funding source is paid by hand. */
  readonly isPaidByHand: (tx: Transaction, account: string) => Promise<boolean>;
}

/** The invoice that the next period start would bring, were it today. */
export interface UpcomingInvoice extends Totals {
  readonly period: Period;
  readonly lines: readonly DocumentLine[];
}

export interface Renewals {
  readonly due: DueSource;
  upcoming(tx: Transaction, account: BillingAccount): Promise<UpcomingInvoice>;
}

/**
 * At each period start one invoice: licenses in advance at their totals of that day, storage of
 * the period that ended. Missed periods are made up for one by one, in order, each as of its own
 * first day, so a late run and a punctual one give the same invoices.
 */
export function createRenewals(deps: RenewalDeps): Renewals {
  const { accounts, invoicing, storage } = deps;

  async function linesOf(
    tx: Transaction,
    account: BillingAccount,
    period: Period,
  ): Promise<DocumentLine[]> {
    const licenses = await deps.licensesOn(tx, account, period.start);
    const ended = periodContaining(account.anchorDate, addDays(period.start, -1));
    const fee = await storage.feeForPeriod(tx, account, ended);
    return [
      ...licenses.filter(({ quantity }) => quantity > 0).map((one) => renewalLine(one, period)),
      ...fee.lines.map((line) => storageLine(line, ended)),
    ];
  }

  async function renew(tx: Transaction, account: BillingAccount): Promise<void> {
    const period = periodContaining(account.anchorDate, account.renewedUntil);
    if (dayStart(account, period.start) > account.now) return; // Somebody else has done it.
    const lines = account.standing === 'closed' ? [] : await linesOf(tx, account, period);
    // Everything is locked by now; the number of the invoice is taken last.
    await accounts.setRenewedUntil(tx, account, period.end);
    if (lines.length === 0) return;
    if ((await selectRenewal(tx, account.id, period.start)) !== undefined) return;
    const paidByHand = await deps.isPaidByHand(tx, account.id);
    await invoicing.issueInvoice(tx, SYSTEM, account, {
      occasion: 'renewal',
      lines,
      totals: await invoicing.totals(tx, account, lines),
      period,
      paidByHand,
      collect: !paidByHand,
    });
  }

  return {
    due: {
      name: 'renewals',
      rank: 30,
      async next(tx, id) {
        const account = await accounts.get(tx, SYSTEM, id);
        return account.standing === 'closed' ? undefined : dayStart(account, account.renewedUntil);
      },
      accountsDue: accounts.toRenew,
      run: renew,
    },

    async upcoming(tx, account) {
      const period = periodContaining(account.anchorDate, account.period.end);
      const start = dayStart(account, period.start);
      const lines = await linesOf(tx, accountAt(account, start), period);
      const totals = await invoicing.totals(tx, account, lines, period.start);
      return { period, lines, ...totals };
    },
  };
}
