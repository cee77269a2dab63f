import type { Events } from '../../database/events.ts';
import type { Database, Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { type Money, money, subtract } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount, DueSource } from '../accounts/index.ts';
import type { Invoicing, OpenItem, Receivables } from '../invoicing/index.ts';
import type { Charging } from './charging.service.ts';
import type { DunningService } from './dunning.service.ts';
import type { FundingSource } from './funding-source.ts';
import { type FundingSources, noValidSource } from './funding-sources.service.ts';
import { selectFundingSources } from './funding-sources.store.ts';
import { nextSource } from './next-source.ts';
import type { Payment } from './payment.ts';
import { selectPaymentsOf } from './payments.store.ts';

export interface InvoiceCollection {
  readonly due: DueSource;
  /**
   * Charges for an invoice now, because somebody asks for it: the source named first, then the
   * default and its backups. Opens transactions of its own; the invoice says what became of it.
   * Refuses `invoice_not_open`, `no_valid_funding_source` and `invalid_value`.
   */
  collect(actor: Actor, invoice: string, named: string | undefined): Promise<void>;
}

export interface InvoiceCollectionDeps {
  readonly database: Database;
  readonly events: Events;
  readonly accounts: Accounts;
  readonly invoicing: Invoicing;
  readonly receivables: Receivables;
  readonly fundingSources: FundingSources;
  readonly dunning: DunningService;
  readonly charging: Charging;
}

/** Somebody has to find the message and their phone; the next attempt is not far then. */
const CONFIRM_MS = 2 * 86_400_000;

/**
 * Charges funding sources for invoices: the default, then each backup, one after another. When
 * all have failed the invoice stays open with what was tried, and is tried again as the dunning
 * schedule says, when a funding source is added, or when somebody asks for it.
 */
export function createInvoiceCollection(deps: InvoiceCollectionDeps): InvoiceCollection {
  const { database, accounts, invoicing, receivables, fundingSources, dunning, charging } = deps;

  async function sourceFor(
    tx: Transaction,
    { invoice, account, roundFrom }: OpenItem,
  ): Promise<FundingSource | undefined> {
    const { order } = await invoicing.invoice(tx, SYSTEM, invoice);
    const forOrder = order === undefined ? [] : await selectPaymentsOf(tx, order);
    const own = await selectPaymentsOf(tx, invoice);
    return nextSource(await selectFundingSources(tx, account), {
      ever: [...own, ...forOrder],
      inRound: own.slice(roundFrom),
    });
  }

  async function fail(
    tx: Transaction,
    account: BillingAccount,
    invoice: string,
    reason: string,
  ): Promise<void> {
    const next = await dunning.attemptFailed(tx, account, invoice);
    const failure = { reason, backupFollows: false, ...next };
    await receivables.paymentFailed(tx, SYSTEM, account, invoice, failure);
  }

  /** Writes down the next charge of the round; undefined where it is over. */
  async function prepare(
    tx: Transaction,
    account: BillingAccount,
    item: OpenItem,
    named?: FundingSource,
  ): Promise<Payment | undefined> {
    if (item.collectAt === null || item.collectAt > account.now) return undefined;
    const source = named ?? (await sourceFor(tx, item));
    if (source === undefined) {
      await fail(tx, account, item.invoice, 'no_valid_funding_source');
      return undefined;
    }
    await receivables.paymentStarted(tx, account, item.invoice);
    await dunning.attemptBegan(tx, account, item.invoice);
    return await charging.prepare(tx, account, {
      purpose: 'invoice',
      subject: item.invoice,
      source,
      amount: money(item.outstanding, account.currency),
      confirmBy: new Date(account.now.getTime() + CONFIRM_MS),
    });
  }

  async function sourceAskedFor(
    tx: Transaction,
    account: BillingAccount,
    item: OpenItem,
    named: string | undefined,
  ): Promise<FundingSource> {
    const source =
      named === undefined
        ? await sourceFor(tx, item)
        : await fundingSources.toCharge(tx, account, named);
    if (source === undefined) throw noValidSource(account);
    if (source.kind !== 'offline') return source;
    throw new Refusal('invalid_value', {
      message: say('A check or wire cannot be charged; name a card or bank account.'),
      pointer: '/funding_source',
    });
  }

  /** Sees to it that somebody may ask, and that the invoice is due to be collected now. */
  async function ask(
    tx: Transaction,
    actor: Actor,
    id: string,
    named: string | undefined,
  ): Promise<Payment | undefined> {
    const { account: accountId } = await invoicing.invoice(tx, actor, id);
    const account = await accounts.lock(tx, actor, accountId);
    const { state, outstanding, number } = await invoicing.invoice(tx, actor, id);
    if (state === 'payment_pending') {
      throw new Refusal('invoice_not_open', {
        message: say('A payment of this invoice is under way; wait for what becomes of it.'),
      });
    }
    if (outstanding.micros === 0n) throw new Refusal('invoice_not_open');
    await receivables.collectAt(tx, id, account.now);
    const item = await receivables.itemOf(tx, id);
    const source = await sourceAskedFor(tx, account, item, named);
    await deps.events.record(tx, {
      actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type: 'invoice.collection_asked',
      subject: id,
      after: { number, funding_source: source.id },
    });
    return await prepare(tx, account, item, source);
  }

  async function next(tx: Transaction, invoice: string): Promise<Payment | undefined> {
    const { account: accountId } = await receivables.itemOf(tx, invoice);
    const account = await accounts.lock(tx, SYSTEM, accountId);
    return await prepare(tx, account, await receivables.itemOf(tx, invoice));
  }

  async function succeeded(
    tx: Transaction,
    account: BillingAccount,
    payment: Payment,
  ): Promise<void> {
    const { subject: invoice } = payment;
    const amount = subtract(payment.amount, payment.refunded);
    const { outstanding } = await receivables.itemOf(tx, invoice);
    if (outstanding === 0n) {
      // A credit note came while the money was on its way: nothing is owed, so it goes back.
      await charging.wantRefund(tx, account, payment);
      return;
    }
    const reference = payment.providerReference ?? payment.id;
    const paid = { amount, payment: payment.id, reference };
    await receivables.pay(tx, SYSTEM, account, invoice, paid);
  }

  /** Money that went back makes as much of the invoice owed again, unless it was credited. */
  async function wentBack(
    tx: Transaction,
    account: BillingAccount,
    { subject: invoice, id: payment, failure }: Payment,
    amount: Money,
  ): Promise<void> {
    const reversal = { amount, payment, reference: failure ?? 'refunded' };
    await receivables.reverse(tx, SYSTEM, account, invoice, reversal);
  }

  charging.onChange('invoice', async (tx, account, payment, event, before) => {
    const { subject: invoice, amount, refunded } = payment;
    if (event === 'refunded_in_part') {
      return await wentBack(tx, account, payment, subtract(refunded, before.refunded));
    }
    switch (payment.state) {
      case 'succeeded':
        return await succeeded(tx, account, payment);
      case 'declined':
      case 'bounced': {
        const reason = payment.failure ?? event;
        const source = await sourceFor(tx, await receivables.itemOf(tx, invoice));
        if (source === undefined) return await fail(tx, account, invoice, reason);
        const failure = { reason, backupFollows: true, retryAt: account.now };
        return await receivables.paymentFailed(tx, SYSTEM, account, invoice, failure);
      }
      case 'reversed':
        return await wentBack(tx, account, payment, subtract(amount, refunded));
      default: // Still under way: the invoice says so already.
    }
  });

  return {
    due: {
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
          const item = await receivables.nextToCollect(tx, due.id);
          return item && (await prepare(tx, account, item));
        });
        if (payment !== undefined) await charging.charge(payment.id);
      },
    },

    async collect(actor, invoice, named) {
      let payment = await database.transaction((tx) => ask(tx, actor, invoice, named));
      while (payment !== undefined) {
        await charging.charge(payment.id);
        payment = await database.transaction((tx) => next(tx, invoice));
      }
    },
  };
}
