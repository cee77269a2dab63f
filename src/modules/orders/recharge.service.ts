import type { Database, Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { formatAmount } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Accounts, BillingAccount, DueSource } from '../accounts/index.ts';
import { type Invoicing, minutesLine } from '../invoicing/index.ts';
import type { Charging, FundingSource, FundingSources } from '../payments/index.ts';
import type { Wallet } from '../wallet/index.ts';
import type { Order } from './order.ts';
import { insertOrder } from './orders.store.ts';

export interface RechargeDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly wallet: Wallet;
  readonly invoicing: Invoicing;
  readonly fundingSources: FundingSources;
  readonly charging: Charging;
}

/** Nobody is at a screen when it is bought: a day to find the message and confirm it. */
const CONFIRM_MS = 86_400_000;

/**
 * Buys minutes by themselves. Whether to, and how much, the wallet decides with the account
 * locked; a purchase that is pending counts, so however many calls cross the threshold at once,
 * one is bought.
 */
export function createRechargeWork(deps: RechargeDeps): DueSource {
  const { database, accounts, wallet, invoicing, fundingSources, charging } = deps;

  /** Writes the purchase down, to be charged; undefined where nothing is to be bought. */
  async function begin(tx: Transaction, id: string): Promise<string | undefined> {
    const account = await accounts.lock(tx, SYSTEM, id);
    if (account.standing === 'closed') return undefined;
    const { buy } = await wallet.rechargeDecision(tx, account);
    if (buy === undefined) return undefined;
    const purchase = await wallet.beginPurchase(tx, SYSTEM, account, {
      amount: buy,
      isRecharge: true,
    });
    const source = await chargeableSource(tx, account);
    if (source === undefined) {
      const reason = 'no_valid_funding_source';
      await wallet.failPurchase(tx, SYSTEM, account, purchase.id, reason);
      return undefined;
    }
    const lines = [minutesLine(buy, account.today)];
    const totals = await invoicing.totals(tx, account, lines);
    const order: Order = {
      id: newId('ord'),
      account: id,
      kind: 'recharge',
      quote: null,
      state: 'charging',
      request: { totals: {}, minutes: formatAmount(buy) },
      lines,
      tax: totals.tax,
      due: totals.total,
      taxTerms: totals.taxTerms,
      changesLicenses: false,
      purchase: purchase.id,
      actor: SYSTEM,
      idempotencyKey: null,
      placedAt: account.now,
      settledAt: null,
      version: 1n,
    };
    await insertOrder(tx, order);
    const { id: subject, due: amount } = order;
    const payment = await charging.prepare(tx, account, {
      purpose: 'order',
      subject,
      source,
      amount,
      confirmBy: new Date(account.now.getTime() + CONFIRM_MS),
    });
    return payment.id;
  }

  /** The default, where it can be charged without anybody's hand. */
  async function chargeableSource(
    tx: Transaction,
    account: BillingAccount,
  ): Promise<FundingSource | undefined> {
    try {
      const source = await fundingSources.toCharge(tx, account);
      return source.kind === 'offline' ? undefined : source;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'no_valid_funding_source') return undefined;
      throw error;
    }
  }

  return {
    name: 'recharges',
    rank: 50,
    async next(tx, id) {
      const account = await accounts.get(tx, SYSTEM, id);
      if (account.standing === 'closed') return undefined;
      return await wallet.nextRecharge(tx, account);
    },
    accountsDue: wallet.rechargeCandidates,
    async run() {}, // What is to be charged is committed first, then the provider is called.
    async outside({ id }) {
      const payment = await database.transaction((tx) => begin(tx, id));
      if (payment !== undefined) await charging.charge(payment);
    },
  };
}
