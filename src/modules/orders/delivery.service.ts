import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { compare, moneyText } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { accountAt, type BillingAccount } from '../accounts/index.ts';
import type {
  Invoicing,
  IssuedDocument,
  Occasion,
  Receivables,
  Totals,
} from '../invoicing/index.ts';
import type { Licensing } from '../licensing/index.ts';
import type { Charging, FundingSources, Payment } from '../payments/index.ts';
import type { Wallet } from '../wallet/index.ts';
import type { Offer, Offers } from './offer.service.ts';
import { afterOrderEvent, type Order, type OrderEvent, sameLines } from './order.ts';
import { selectOrder, updateOrder } from './orders.store.ts';

export interface DeliveryDeps {
  readonly events: Events;
  readonly licensing: Licensing;
  readonly wallet: Wallet;
  readonly invoicing: Invoicing;
  readonly receivables: Receivables;
  readonly charging: Charging;
  readonly fundingSources: FundingSources;
  readonly offers: Offers;
}

export interface Delivery {
  /** Delivers an order that costs nothing. The account is locked, its `now` the order's. */
  deliverFree(tx: Transaction, account: BillingAccount, order: Order, offer: Offer): Promise<void>;
  /** Writes down that the order has moved on, and tells it. The account is locked. */
  move(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    event: OrderEvent,
    detail?: Record<string, unknown>,
  ): Promise<Order>;
}

/**
 * Gives what was ordered when its payment says so, and takes it back, or turns it into a debt,
 * when the payment fails later. It listens to payments, in the transaction that writes them.
 */
export function createDelivery(deps: DeliveryDeps): Delivery {
  const { events, licensing, wallet, invoicing, receivables, charging, fundingSources, offers } =
    deps;

  async function move(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    event: OrderEvent,
    detail: Record<string, unknown> = {},
  ): Promise<Order> {
    const state = afterOrderEvent(order.state, event);
    const settledAt = state === 'payment_pending' ? null : account.now;
    await updateOrder(tx, order.id, state, settledAt);
    await events.record(tx, {
      actor: order.actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type: `order.${state}`,
      subject: order.id,
      before: { status: order.state },
      after: { status: state, due: moneyText(order.due), ...detail },
    });
    return { ...order, state, settledAt };
  }

  /** The offer as of the order's instant, if it still holds to the cent. */
  async function stillOffered(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
  ): Promise<Offer | undefined> {
    try {
      const offer = await offers.make(tx, accountAt(account, order.placedAt), order.request);
      // Its taxes are the order's own: a rate that changed meanwhile is not its concern.
      return sameLines(offer.lines, order.lines) ? offer : undefined;
    } catch (error) {
      if (error instanceof Refusal) return undefined; // Something forbids it by now.
      throw error;
    }
  }

  async function giveLicenses(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    offer: Offer,
  ): Promise<void> {
    if (!offer.changesLicenses) return;
    const asOfOrder = accountAt(account, order.placedAt);
    await licensing.apply(tx, order.actor, asOfOrder, offer.plan, order.id);
  }

  function totalsOf(order: Order, lines = order.lines): Totals {
    return invoicing.totalsBy(lines, order.taxTerms, order.due.currency);
  }

  async function issueReceipt(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    how: { paidWith?: string | undefined; invoice?: string | undefined },
  ): Promise<IssuedDocument> {
    const totals = totalsOf(order);
    assert(totals.total.micros === order.due.micros, 'a receipt says what was charged');
    return await invoicing.issueReceipt(tx, order.actor, account, {
      occasion: order.kind,
      lines: order.lines,
      totals,
      order: order.id,
      ...how,
    });
  }

  /** Paid at once: everything is given, and the receipt issued. */
  async function deliverPaid(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    payment: Payment,
  ): Promise<void> {
    const offer = order.changesLicenses ? await stillOffered(tx, account, order) : undefined;
    if (order.changesLicenses && offer === undefined) {
      await charging.wantRefund(tx, account, payment);
      await failMinutes(tx, account, order, 'undeliverable');
      await move(tx, account, order, 'undeliverable');
      return;
    }
    if (offer !== undefined) await giveLicenses(tx, account, order, offer);
    await creditMinutes(tx, account, order);
    const moved = await move(tx, account, order, 'paid', { payment: payment.id });
    const source = await fundingSources.labelOf(tx, payment.fundingSource);
    await issueReceipt(tx, account, moved, { paidWith: source });
  }

  /** On its way: licenses work at once, minutes wait. By hand it is an invoice to be paid. */
  async function deliverPending(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    payment: Payment,
  ): Promise<void> {
    const offer = order.changesLicenses ? await stillOffered(tx, account, order) : undefined;
    if (order.changesLicenses && offer === undefined) {
      // A payment that is on its way cannot be called back: it goes back when it arrives.
      await failMinutes(tx, account, order, 'undeliverable');
      await move(tx, account, order, 'undeliverable');
      return;
    }
    if (offer !== undefined) await giveLicenses(tx, account, order, offer);
    await move(tx, account, order, 'pending', { payment: payment.id });
    if (payment.provider !== 'offline') return;
    await invoicing.issueInvoice(tx, order.actor, account, {
      occasion: 'order',
      lines: order.lines,
      totals: totalsOf(order),
      order: order.id,
      paidByHand: true,
      collect: false,
    });
  }

  /** The money of a pending order has come. */
  async function clear(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    payment: Payment,
  ): Promise<void> {
    const invoice = await invoicing.invoiceOfOrder(tx, order.id);
    if (invoice !== undefined && (await minutesCredited(tx, invoice.id))) {
      await failMinutes(tx, account, order, 'credited');
    } else {
      await creditMinutes(tx, account, order);
    }
    await move(tx, account, order, 'paid', { payment: payment.id });
    const paidWith = await fundingSources.labelOf(tx, payment.fundingSource);
    await issueReceipt(tx, account, order, { paidWith, invoice: invoice?.id });
  }

  /** Whether the operator has taken the invoice's minutes back before it was paid. */
  async function minutesCredited(tx: Transaction, invoice: string): Promise<boolean> {
    const notes = await invoicing.creditNotes(tx, invoice);
    const taken = notes.filter((note) => note.kind !== 'tax'); // Which gives back the tax alone.
    return taken.some((note) => note.lines.some((line) => line.taxCategory === 'minutes'));
  }

  /** Licenses that were given stay, and are owed. */
  async function oweLicenses(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    occasion: Occasion,
  ): Promise<void> {
    const lines = order.lines.filter((line) => line.kind === 'license_increase');
    const totals = totalsOf(order, lines);
    if (totals.total.micros === 0n) return;
    await invoicing.issueInvoice(tx, SYSTEM, account, {
      occasion,
      lines,
      totals,
      order: order.id,
      paidByHand: false,
      collect: false,
    });
  }

  async function creditMinutes(tx: Transaction, account: BillingAccount, order: Order) {
    if (order.purchase !== null) {
      await wallet.creditPurchase(tx, order.actor, account, order.purchase);
    }
  }

  async function failMinutes(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    reason: string,
  ): Promise<void> {
    if (order.purchase !== null) {
      await wallet.failPurchase(tx, order.actor, account, order.purchase, reason);
    }
  }

  async function fail(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    payment: Payment,
  ): Promise<void> {
    const reason = payment.failure ?? 'declined';
    await failMinutes(tx, account, order, reason);
    const wasGiven = order.state === 'payment_pending';
    await move(tx, account, order, wasGiven ? 'bounced' : 'declined', { reason });
    const hasInvoice = (await invoicing.invoiceOfOrder(tx, order.id)) !== undefined;
    if (wasGiven && !hasInvoice) await oweLicenses(tx, account, order, 'unpaid_order');
  }

  async function reverse(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    payment: Payment,
  ): Promise<void> {
    const reason = payment.failure ?? 'reversed';
    if (order.purchase !== null) {
      await wallet.reversePurchase(tx, SYSTEM, account, order.purchase, reason);
    }
    await move(tx, account, order, 'reversed', { reason });
    await oweLicenses(tx, account, order, 'reversal');
  }

  /**
   * The money is here again: it pays what was owed for the licenses, and the minutes are back on
   * the balance. Where the licenses were settled in another way meanwhile, it all goes back.
   */
  async function reinstate(
    tx: Transaction,
    account: BillingAccount,
    order: Order,
    payment: Payment,
  ): Promise<void> {
    const owed = await invoicing.invoiceOfOrder(tx, order.id);
    const isOwed = owed?.state === 'open' && compare(owed.outstanding, owed.total) === 0;
    if (owed?.kind === 'reversal' && !isOwed) {
      await charging.wantRefund(tx, account, payment);
      return;
    }
    if (owed?.kind === 'reversal') {
      const reference = payment.providerReference ?? payment.id;
      const paid = { amount: owed.outstanding, payment: payment.id, reference };
      await receivables.pay(tx, SYSTEM, account, owed.id, paid);
    }
    if (order.purchase !== null) {
      await wallet.reinstatePurchase(tx, SYSTEM, account, order.purchase);
    }
    await move(tx, account, order, 'reinstated', { payment: payment.id });
  }

  charging.onChange('order', async (tx, account, payment, event) => {
    // Given back in part: minutes and licenses stay as they are; the journal has the money.
    if (event === 'refunded_in_part') return;
    const order = await selectOrder(tx, payment.subject);
    assert(order !== undefined, 'a payment for an order has one');
    if (order.state === 'refunded') {
      if (payment.state === 'succeeded') await charging.wantRefund(tx, account, payment);
      return;
    }
    switch (payment.state) {
      case 'succeeded':
        if (order.state === 'reversed') await reinstate(tx, account, order, payment);
        else if (order.state === 'charging') await deliverPaid(tx, account, order, payment);
        else await clear(tx, account, order, payment);
        return;
      case 'pending':
        return await deliverPending(tx, account, order, payment);
      case 'declined':
      case 'bounced':
        return await fail(tx, account, order, payment);
      case 'reversed':
        return await reverse(tx, account, order, payment);
      default: // In doubt, or going back: nothing that was ordered changes by it.
    }
  });

  return {
    move,
    async deliverFree(tx, account, order, offer) {
      await giveLicenses(tx, account, order, offer);
      const moved = await move(tx, account, order, 'paid');
      // A lower total, or an undone one, buys nothing; a free increase is still a purchase.
      if (order.lines.length > 0) await issueReceipt(tx, account, moved, {});
    },
  };
}

/** Who ordered, as it is kept with the order. */
export function orderedBy(
  actor: Actor,
  name: { firstName: string; lastName: string },
  terms: string,
) {
  return { ...actor, authorization: { ...name, termsVersion: terms } } satisfies Actor;
}
