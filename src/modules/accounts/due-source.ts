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
  /**
   * Those of `accounts` that have something due which has to happen before their renewal, each at
   * the instant of its `now`. Absent where no renewal depends on it. A renewal run asks it of
   * hundreds at once, and leaves those that it names to go through their due work in order.
   */
  beforeRenewal?(
    tx: Transaction,
    accounts: readonly Pick<BillingAccount, 'id' | 'now'>[],
  ): Promise<string[]>;
  /** Does what is due. The account is locked, and its `now` is the instant that was due. */
  run(tx: Transaction, account: BillingAccount): Promise<void>;
  /**
   * What has to happen outside of any transaction, such as asking a payment provider: called
   * once `run` has been committed, and opens transactions of its own. Afterwards either less is
   * due or it throws; what it leaves undone is due again.
   */
  outside?(account: BillingAccount): Promise<void>;
}
