import type { Transaction } from '../../database/transaction.ts';
import type { BillingAccount } from './billing-account.ts';

/**
 * A kind of work that falls due by itself, such as a renewal. What is due follows from the data
 * and the instant, never from a timer having run: whoever asks late finds the same, in order.
 */
export interface DueSource {
  /** For logs. */
  readonly name: string;
  /**
   * The order at one instant: leases 10, payments 20, renewals 30, storage readings 40,
   * recharges 50.
   */
  readonly rank: number;
  /** The earliest instant at which something of this account is due; undefined for nothing. */
  next(tx: Transaction, account: string): Promise<Date | undefined>;
  /** Accounts on the real clock that have something due by `now`, at most `limit`. */
  accountsDue(tx: Transaction, now: Date, limit: number): Promise<string[]>;
  /** Does what is due. The account is locked, and its `now` is the instant that was due. */
  run(tx: Transaction, account: BillingAccount): Promise<void>;
  /**
   * What has to happen outside of any transaction, such as asking a payment provider: called
   * once `run` has been committed, and opens transactions of its own. Afterwards either less is
   * due or it throws; what it leaves undone is due again.
   */
  outside?(account: BillingAccount): Promise<void>;
}
