import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { newId } from '../../kernel/id.ts';
import { type Money, money, moneyText, sayMoney } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type JournalEntry, postTransfer, selectBook } from './books.store.ts';
import {
  insertPurchase,
  lockPurchase,
  type Purchase,
  type PurchaseStatus,
  selectPending,
  updatePurchase,
} from './purchases.store.ts';
import { selectRecharge, updateRechargeOutcome, updateRechargeStopped } from './recharge.store.ts';
import { retryAfter } from './recharge.ts';

/** What may become of a purchase. Everything else is a bug of whoever asks for it. */
const NEXT: Record<PurchaseStatus, readonly PurchaseStatus[]> = {
  pending: ['credited', 'failed'],
  credited: ['reversed'],
  failed: [],
  // A dispute that was won brings it back.
  reversed: ['credited'],
};

/** Buying minutes. The account is locked by whoever calls. */
export interface Purchases {
  /** Notes a purchase as pending: it counts for nothing yet but is shown. */
  beginPurchase(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    purchase: { amount: Money; isRecharge: boolean },
  ): Promise<Purchase>;
  /** The charge has succeeded: the amount is on the balance. Doing it twice changes nothing. */
  creditPurchase(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    id: string,
  ): Promise<Purchase>;
  /** The charge has failed: nothing was bought. A failed recharge backs off. */
  failPurchase(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    id: string,
    reason: string,
  ): Promise<Purchase>;
  /** The money was taken back: off the balance, below zero if need be; recharge stops. */
  reversePurchase(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    id: string,
    reason: string,
  ): Promise<Purchase>;
  /** The money is here again after all: on the balance once more. Recharge stays stopped. */
  reinstatePurchase(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    id: string,
  ): Promise<Purchase>;
  /**
   * Gives minutes back in money, by the operator and with a reason. Refuses
   * `amount_exceeds_balance` where it is more than is available.
   */
  refund(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    refund: { amount: Money; reason: string },
  ): Promise<JournalEntry>;
  pendingPurchases(tx: Transaction, account: string): Promise<Purchase[]>;
}

export function createPurchases({ events }: { events: Events }): Purchases {
  async function move(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    id: string,
    to: PurchaseStatus,
    after: Record<string, unknown>,
  ): Promise<{ purchase: Purchase; moved: boolean }> {
    const purchase = await lockPurchase(tx, id);
    assert(purchase?.account === account.id, 'a purchase belongs to the account');
    if (purchase.status === to) return { purchase, moved: false };
    assert(NEXT[purchase.status].includes(to), `a ${purchase.status} purchase becomes ${to}`);
    await updatePurchase(tx, id, to, account.now);
    await events.record(tx, {
      actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type: `minutes.purchase_${to}`,
      subject: id,
      before: { status: purchase.status },
      after: { ...after, status: to, amount: amountText(account, purchase) },
    });
    return { purchase: { ...purchase, status: to, changedAt: account.now }, moved: true };
  }

  /** A failed recharge is told, and tried again ever later. */
  async function backOff(
    tx: Transaction,
    account: BillingAccount,
    purchase: Purchase,
    reason: string,
  ): Promise<void> {
    const failures = (await selectRecharge(tx, account.id)).failures + 1;
    const retryAt = retryAfter(failures, account.now);
    await updateRechargeOutcome(tx, account.id, { failures, retryAt });
    const amount = amountText(account, purchase);
    await tell(tx, account, 'recharge.failed', {
      purchase: purchase.id,
      amount,
      reason,
      failures,
      retry_at: retryAt.toISOString(),
    });
  }

  async function tell(
    tx: Transaction,
    account: BillingAccount,
    type: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    await events.record(tx, {
      actor: SYSTEM,
      at: account.now,
      company: account.company,
      account: account.id,
      type,
      subject: account.id,
      after,
    });
  }

  return {
    async beginPurchase(tx, actor, account, { amount, isRecharge }) {
      assert(amount.currency === account.currency, 'minutes are bought in the account’s currency');
      const purchase: Purchase = {
        id: newId('pur'),
        account: account.id,
        micros: amount.micros,
        status: 'pending',
        isRecharge,
        begunAt: account.now,
        changedAt: account.now,
      };
      await insertPurchase(tx, purchase);
      await events.record(tx, {
        actor,
        at: account.now,
        company: account.company,
        account: account.id,
        type: 'minutes.purchase_begun',
        subject: purchase.id,
        after: { status: 'pending', amount: moneyText(amount), recharge: isRecharge },
      });
      return purchase;
    },

    async creditPurchase(tx, actor, account, id) {
      const { purchase, moved } = await move(tx, actor, account, id, 'credited', {});
      if (!moved) return purchase;
      await postTransfer(tx, {
        account: account.id,
        kind: 'purchase',
        debitBook: 'purchases',
        creditBook: 'balance',
        micros: purchase.micros,
        subject: id,
        occurredAt: account.now,
        detail: undefined,
      });
      if (purchase.isRecharge) {
        await updateRechargeOutcome(tx, account.id, { failures: 0, retryAt: null });
      }
      return purchase;
    },

    async failPurchase(tx, actor, account, id, reason) {
      const { purchase, moved } = await move(tx, actor, account, id, 'failed', { reason });
      if (moved && purchase.isRecharge) await backOff(tx, account, purchase, reason);
      return purchase;
    },

    async reversePurchase(tx, actor, account, id, reason) {
      const { purchase, moved } = await move(tx, actor, account, id, 'reversed', { reason });
      if (!moved) return purchase;
      await postTransfer(tx, {
        account: account.id,
        kind: 'reversal',
        debitBook: 'balance',
        creditBook: 'purchases',
        micros: purchase.micros,
        subject: id,
        occurredAt: account.now,
        detail: { reason },
      });
      if (await updateRechargeStopped(tx, account.id, reason)) {
        await tell(tx, account, 'recharge.stopped', { reason, purchase: id });
      }
      return purchase;
    },

    async reinstatePurchase(tx, actor, account, id) {
      const { purchase, moved } = await move(tx, actor, account, id, 'credited', {});
      if (!moved) return purchase;
      // The reversal the other way round, so that what was sold is counted once.
      await postTransfer(tx, {
        account: account.id,
        kind: 'reversal',
        debitBook: 'purchases',
        creditBook: 'balance',
        micros: purchase.micros,
        subject: id,
        occurredAt: account.now,
        detail: { reason: 'reinstated' },
      });
      return purchase;
    },

    async refund(tx, actor, account, { amount, reason }) {
      const book = await selectBook(tx, account.id);
      const available = money(book.balance - book.held, account.currency);
      if (amount.micros > available.micros) {
        throw new Refusal('amount_exceeds_balance', {
          message: say('{available} is available, so no more can be given back.', {
            available: sayMoney(available),
          }),
          pointer: '/amount',
          facts: { available: moneyText(available) },
        });
      }
      const entry = await postTransfer(tx, {
        account: account.id,
        kind: 'refund',
        debitBook: 'balance',
        creditBook: 'refunds',
        micros: amount.micros,
        subject: account.id,
        occurredAt: account.now,
        detail: { reason },
      });
      await events.record(tx, {
        actor,
        at: account.now,
        company: account.company,
        account: account.id,
        type: 'minutes.refunded',
        subject: account.id,
        after: { amount: moneyText(amount), reason },
      });
      return entry;
    },

    pendingPurchases: selectPending,
  };
}

function amountText(account: BillingAccount, purchase: Purchase) {
  return moneyText(money(purchase.micros, account.currency));
}
