import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, Whose } from '../accounts/index.ts';
import type { Invoice, Invoicing, IssuedDocument } from '../invoicing/index.ts';
import { type Charging, lastPaymentOf } from '../payments/index.ts';
import type { Order } from './order.ts';
import { selectOrder, selectOrders } from './orders.store.ts';

/** An order with the documents that it brought. */
export interface OrderView {
  readonly order: Order;
  readonly receipt: IssuedDocument | undefined;
  /** Where it is paid by hand, or was not paid in the end. */
  readonly invoice: Invoice | undefined;
  /** The page on which its customer has to confirm the payment, and until when. */
  readonly toConfirm: { readonly url: string; readonly by: Date } | undefined;
}

export interface Orders {
  /** Refuses `not_found`, also to other companies. */
  get(tx: Transaction, actor: Actor, id: string): Promise<OrderView>;
  /** Newest first. */
  list(
    tx: Transaction,
    whose: Whose,
    page: { after?: string | undefined; limit: number },
  ): Promise<OrderView[]>;
}

export interface OrdersDeps {
  readonly events: Events;
  readonly accounts: Accounts;
  readonly invoicing: Invoicing;
  readonly charging: Charging;
}

export function createOrders({ events, accounts, invoicing, charging }: OrdersDeps): Orders {
  async function toConfirm(tx: Transaction, order: Order): Promise<OrderView['toConfirm']> {
    if (order.state !== 'charging') return undefined;
    const payment = await lastPaymentOf(tx, order.id);
    if (payment?.actionUrl == null) return undefined;
    return { url: payment.actionUrl, by: payment.confirmBy };
  }

  async function documentsOf(tx: Transaction, order: Order): Promise<OrderView> {
    return {
      order,
      receipt: await invoicing.receiptOfOrder(tx, order.id),
      invoice: await invoicing.invoiceOfOrder(tx, order.id),
      toConfirm: await toConfirm(tx, order),
    };
  }

  /** An order that is paid by hand is paid when its invoice is, and failed when nobody will. */
  async function invoiceSettled(tx: Transaction, actor: Actor, id: string): Promise<void> {
    const invoice = await invoicing.invoice(tx, actor, id);
    if (invoice.order === undefined || invoice.kind !== 'order') return;
    const order = await selectOrder(tx, invoice.order);
    assert(order !== undefined, 'an invoice names an order that is there');
    if (order.state !== 'payment_pending') return;
    const payment = await lastPaymentOf(tx, order.id);
    assert(payment !== undefined, 'a pending order has a payment');
    const account = await accounts.lock(tx, actor, order.account);
    const event = invoice.state === 'paid' ? 'succeeded' : 'bounced';
    await charging.recordByHand(tx, account, payment.id, event, invoice.number);
  }

  for (const type of ['invoice.paid', 'invoice.credited', 'invoice.written_off']) {
    events.on(type, (tx, { actor, subject }) => invoiceSettled(tx, actor, subject));
  }

  return {
    async get(tx, actor, id) {
      const order = await selectOrder(tx, id);
      if (order === undefined) {
        throw new Refusal('not_found', { message: say('There is no such order.') });
      }
      await accounts.get(tx, actor, order.account); // Refuses those of other companies.
      return await documentsOf(tx, order);
    },

    async list(tx, whose, page) {
      const views: OrderView[] = [];
      for (const order of await selectOrders(tx, whose, page)) {
        views.push(await documentsOf(tx, order));
      }
      return views;
    },
  };
}
