import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { add, compare, type Money, moneyText, sayMoney } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import type { Accounts, Whose } from '../accounts/index.ts';
import type { Invoice, Invoicing, Receivables } from '../invoicing/index.ts';
import type { Charging } from './charging.service.ts';
import type { Payment } from './payment.ts';
import type { PaymentState } from './payment-state.ts';
import { isUnderWay } from './payment-state.ts';
import { selectPayment, selectPayments, selectPaymentsOf } from './payments.store.ts';

export interface Payments {
  /** Refuses `not_found`, also to other companies. */
  get(tx: Transaction, actor: Actor, id: string): Promise<Payment>;
  /** Newest first. */
  list(
    tx: Transaction,
    whose: Whose & { readonly state?: PaymentState | undefined },
    page: { after?: string | undefined; limit: number },
  ): Promise<Payment[]>;
  /** Everything that was tried for an order or invoice, oldest first. */
  listOf(tx: Transaction, subject: string): Promise<Payment[]>;
  /**
   * The operator writes down a check or wire that came for an invoice. Refuses
   * `invoice_not_open` and `amount_exceeds_balance`.
   */
  payInvoice(
    tx: Transaction,
    actor: Actor,
    invoice: string,
    payment: { amount: Money; reference: string },
  ): Promise<Invoice>;
  /** The operator writes down that a payment was taken back. Refuses `nothing_to_change`. */
  reverse(tx: Transaction, actor: Actor, id: string, reason: string): Promise<Payment>;
}

export interface PaymentsDeps {
  readonly accounts: Accounts;
  readonly invoicing: Invoicing;
  readonly receivables: Receivables;
  readonly charging: Charging;
}

/** As in “this one is declined”. */
const STATE_WORDS: Record<PaymentState, PlainSentence> = {
  prepared: 'prepared',
  unknown: 'unknown',
  pending: 'pending',
  requires_action: 'not confirmed yet',
  succeeded: 'succeeded',
  declined: 'declined',
  bounced: 'bounced',
  reversed: 'reversed',
  refund_due: 'to be refunded',
  refunded: 'refunded',
};

export function createPayments(deps: PaymentsDeps): Payments {
  const { accounts, invoicing, receivables, charging } = deps;

  async function get(tx: Transaction, actor: Actor, id: string): Promise<Payment> {
    const payment = await selectPayment(tx, id);
    if (payment === undefined) {
      throw new Refusal('not_found', { message: say('There is no such payment.') });
    }
    await accounts.get(tx, actor, payment.account); // Refuses those of other companies.
    return payment;
  }

  return {
    get,
    list: selectPayments,
    listOf: selectPaymentsOf,

    async payInvoice(tx, actor, id, { amount, reference }) {
      const { account: accountId } = await invoicing.invoice(tx, actor, id);
      const account = await accounts.lock(tx, actor, accountId);
      const invoice = await invoicing.invoice(tx, actor, id);
      // What was written off may be paid after all.
      const payable = add(invoice.outstanding, invoice.writtenOff);
      if (payable.micros === 0n) throw new Refusal('invoice_not_open');
      const underWay = (await selectPaymentsOf(tx, id)).some(({ state }) => isUnderWay(state));
      if (underWay) {
        throw new Refusal('invoice_not_open', {
          message: say('A payment of this invoice is under way; it would be paid twice.'),
        });
      }
      if (compare(amount, payable) > 0) {
        throw new Refusal('amount_exceeds_balance', {
          message: say('Only {outstanding} of this invoice is outstanding.', {
            outstanding: sayMoney(payable),
          }),
          pointer: '/amount',
          facts: { outstanding: moneyText(payable) },
        });
      }
      return await receivables.pay(tx, actor, account, id, { amount, reference });
    },

    async reverse(tx, actor, id, reason) {
      const { account: accountId } = await get(tx, actor, id);
      const account = await accounts.lock(tx, actor, accountId);
      const payment = await get(tx, actor, id);
      if (payment.state !== 'succeeded') {
        throw new Refusal('nothing_to_change', {
          message: say('Only a payment that succeeded can be taken back; this one is {state}.', {
            state: say(STATE_WORDS[payment.state]),
          }),
        });
      }
      return await charging.recordByHand(tx, account, id, 'reversed', reason);
    },
  };
}
