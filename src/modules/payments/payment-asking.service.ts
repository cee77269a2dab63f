import type { Database } from '../../database/transaction.ts';
import type { DueSource } from '../accounts/index.ts';
import type { Charging } from './charging.service.ts';
import { selectAccountsToAsk, selectNextAsk, selectToAsk } from './payments.store.ts';

/**
 * Asks providers what became of payments: those in doubt, bank debits whose day has come, and
 * refunds that are due.
 */
export function createPaymentAsking(deps: { database: Database; charging: Charging }): DueSource {
  const { database, charging } = deps;
  return {
    name: 'payments',
    rank: 20,
    next: selectNextAsk,
    accountsDue: selectAccountsToAsk,
    async run() {}, // Nothing belongs in the account's transaction before the provider has spoken.
    async outside(account) {
      const due = await database.read((tx) => selectToAsk(tx, account.id, account.now));
      for (const payment of due) await charging.settle(payment.id, 'withdraw');
    },
  };
}
