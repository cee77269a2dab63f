import type { Database, Transaction } from '../../database/transaction.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { DueSource } from '../accounts/index.ts';
import { type Charging, lastPaymentOf, type Payment } from '../payments/index.ts';
import {
  selectAccountsInDoubt,
  selectLicenseOrderUnderWay,
  selectWithLicenseOrderUnderWay,
} from './orders.store.ts';

export interface DoubtDeps {
  readonly database: Database;
  readonly charging: Charging;
  /** The machine's clock. */
  readonly clock: Clock;
}

/** Longer than any charge that goes well, so only orders that somebody left are looked for. */
const ABANDONED_MS = 60_000;
/** A little longer than a claim lasts. */
const PATIENCE_MS = 35_000;
const POLL_MS = 50;

/**
 * Nothing of an account happens while one of its license orders is in doubt: a renewal that ran
 * first would charge totals that are about to change. So such an order is due since it was
 * placed, before everything else, and holds everything else up until the provider has spoken.
 */
export function createOrdersInDoubt(deps: DoubtDeps): DueSource {
  const { database, charging, clock } = deps;

  async function payment(tx: Transaction, account: string): Promise<Payment | undefined> {
    const order = await selectLicenseOrderUnderWay(tx, account);
    return order && (await lastPaymentOf(tx, order.id));
  }

  return {
    name: 'orders in doubt',
    rank: 5,
    async next(tx, account) {
      const found = await payment(tx, account);
      // One that waits for its customer holds nothing up until its time is over, by midnight.
      return found?.state === 'requires_action' ? found.confirmBy : found?.createdAt;
    },
    accountsDue: (tx, now, limit) =>
      selectAccountsInDoubt(tx, new Date(now.getTime() - ABANDONED_MS), limit),
    beforeRenewal: selectWithLicenseOrderUnderWay,
    async run() {}, // The provider is asked outside of any transaction.
    async outside(account) {
      const until = clock.now().getTime() + PATIENCE_MS;
      while (clock.now().getTime() < until) {
        const found = await database.read((tx) => payment(tx, account.id));
        if (found === undefined) return;
        const settled = await charging.settle(found.id, 'withdraw');
        if (settled !== undefined) break;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS)); // Somebody is charging it.
      }
      const left = await database.read((tx) => payment(tx, account.id));
      const waits = left?.state === 'requires_action' && left.confirmBy > account.now;
      if (left !== undefined && !waits) throw new Refusal('payment_unknown');
    },
  };
}
