import type { Database, Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { money } from '../../kernel/money.ts';
import type { Accounts, BillingAccount, DueSource } from '../accounts/index.ts';
import type { OpenItem, Receivables } from '../invoicing/index.ts';
import type { Charging } from './charging.service.ts';
import { chargeable, type FundingSource } from './funding-source.ts';
import { selectFundingSources } from './funding-sources.store.ts';
import type { Payment } from './payment.ts';
import { selectPaymentsOf } from './payments.store.ts';

export interface InvoiceCollectionDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly receivables: Receivables;
  readonly charging: Charging;
}

/**
 * Charges funding sources for invoices: the default, then each backup, one after another. When
 * all have failed the invoice stays open with what was tried; it is tried again when a funding
 * source is added or somebody pays by hand.
 */
export function createInvoiceCollection(deps: InvoiceCollectionDeps): DueSource {
  const { database, accounts, receivables, charging } = deps;

  /** The next source of this round: what has failed in it, or bounced before, is left out. */
  async function nextSource(
    tx: Transaction,
    item: Pick<OpenItem, 'invoice' | 'account'>,
    round: Date,
  ): Promise<FundingSource | undefined> {
    const tried = (await selectPaymentsOf(tx, item.invoice)).filter(
      (payment) => payment.createdAt.getTime() === round.getTime() || payment.state === 'bounced',
    );
    const sources = chargeable(await selectFundingSources(tx, item.account));
    return sources.find(
      (source) =>
        source.kind !== 'offline' &&
        !tried.some(({ fundingSource }) => fundingSource === source.id),
    );
  }

  async function prepareNext(tx: Transaction, at: BillingAccount): Promise<Payment | undefined> {
    const item = await receivables.nextToCollect(tx, at.id);
    if (item?.collectAt == null || item.collectAt > at.now) return undefined;
    const account = { ...at, now: item.collectAt }; // The round that the attempt belongs to.
    const source = await nextSource(tx, item, item.collectAt);
    if (source === undefined) {
      const reason = 'no_valid_funding_source';
      const failure = { reason, retryAt: undefined };
      await receivables.paymentFailed(tx, SYSTEM, at, item.invoice, failure);
      return undefined;
    }
    await receivables.paymentStarted(tx, at, item.invoice);
    return await charging.prepare(tx, account, {
      purpose: 'invoice',
      subject: item.invoice,
      source,
      amount: money(item.outstanding, account.currency),
    });
  }

  charging.onChange('invoice', async (tx, account, payment, event) => {
    const { subject: invoice, amount } = payment;
    switch (payment.state) {
      case 'succeeded': {
        const paid = { amount, payment: payment.id, reference: referenceOf(payment) };
        await receivables.pay(tx, SYSTEM, account, invoice, paid);
        return;
      }
      case 'declined':
      case 'bounced': {
        // A bounce comes days later: the others are tried as of now, the same round otherwise.
        const round = payment.state === 'bounced' ? account.now : payment.createdAt;
        const next = await nextSource(tx, { invoice, account: account.id }, round);
        await receivables.paymentFailed(tx, SYSTEM, account, invoice, {
          reason: payment.failure ?? event,
          retryAt: next === undefined ? undefined : round,
        });
        return;
      }
      case 'reversed': {
        const reference = payment.failure ?? 'reversed';
        const reversal = { amount, payment: payment.id, reference };
        await receivables.reverse(tx, SYSTEM, account, invoice, reversal);
        return;
      }
      default: // Still under way: the invoice says so already.
    }
  });

  return {
    name: 'invoice collection',
    rank: 32, // After the renewal of the same instant, which issues what is to be collected.
    async next(tx, account) {
      return (await receivables.nextToCollect(tx, account))?.collectAt ?? undefined;
    },
    accountsDue: receivables.accountsToCollect,
    async run() {}, // The charge has to be written down and committed before the call.
    async outside(due) {
      const payment = await database.transaction(async (tx) => {
        const account = await accounts.lock(tx, SYSTEM, due.id);
        return await prepareNext(tx, account);
      });
      if (payment !== undefined) await charging.charge(payment.id);
    },
  };
}

function referenceOf(payment: Payment): string {
  return payment.providerReference ?? payment.id;
}
