import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts } from './accounts.service.ts';
import { accountAt, type BillingAccount, dayStart } from './billing-account.ts';
import {
  claimAccountsToRenew,
  countAccountsToRenew,
  noteFailure,
  type RecordToRenew,
  type RenewalFailure,
  selectAccountsToRenew,
  selectRenewalFailures,
  updateRenewedUntil,
  updateRetryAt,
} from './renewal-due.store.ts';

/** Whose period has begun on the real clock and is not renewed. */
export interface RenewalsDue {
  /**
   * Takes up to `limit` accounts for the transaction's length, longest due first; workers never
   * get the same. Each stands at the instant at which its renewal fell due.
   */
  claim(tx: Transaction, now: Date, limit: number): Promise<BillingAccount[]>;
  /** What falls due until an instant, in the order of ids, each at its due instant. */
  ahead(
    tx: Transaction,
    until: Date,
    page: { after?: string | undefined; limit: number },
  ): Promise<BillingAccount[]>;
  /** How many are due by `now`, and how many of them wait after a failure. */
  count(tx: Transaction, now: Date): Promise<{ due: number; failed: number }>;
  /** Notes that every period start before `until` has been renewed. */
  setRenewedUntil(
    tx: Transaction,
    renewed: readonly { account: BillingAccount; until: LocalDate }[],
  ): Promise<void>;
  /** Notes that a renewal failed at `now`: it is tried again after a while, ever more rarely. */
  noteFailure(tx: Transaction, account: string, reason: string, now: Date): Promise<void>;
  failures(
    tx: Transaction,
    page: { after?: string | undefined; limit: number },
  ): Promise<RenewalFailure[]>;
  /**
   * Has a renewal that failed tried again at once, and writes down who asked for it. Refuses
   * `not_found` where none has.
   */
  retryNow(tx: Transaction, actor: Actor, account: string): Promise<RenewalFailure>;
}

/** The first retry; doubled with each failure. */
const RETRY_FIRST_MS = 5_000;
/** An operator who mends the cause at night need not also wait for the morning. */
const RETRY_MAX_MS = 3_600_000;
/** 5 s doubled ten times is past the longest pause; further doubling would only overflow. */
const DOUBLINGS_MAX = 10;

export function createRenewalsDue({
  accounts,
  events,
}: {
  accounts: Accounts;
  events: Events;
}): RenewalsDue {
  return {
    claim: async (tx, now, limit) => atDueInstants(await claimAccountsToRenew(tx, now, limit)),
    ahead: async (tx, until, page) => atDueInstants(await selectAccountsToRenew(tx, until, page)),
    count: countAccountsToRenew,

    async setRenewedUntil(tx, renewed) {
      const rows = renewed.map(({ account, until }) => ({
        id: account.id,
        until,
        nextRenewalAt: dayStart(account, until),
      }));
      if (rows.length > 0) await updateRenewedUntil(tx, rows);
    },

    async noteFailure(tx, account, reason, now) {
      const failures = await noteFailure(tx, account, reason);
      const pauseMs = RETRY_FIRST_MS * 2 ** Math.min(failures - 1, DOUBLINGS_MAX);
      const retryAt = new Date(now.getTime() + Math.min(pauseMs, RETRY_MAX_MS));
      await updateRetryAt(tx, account, retryAt);
    },

    failures: selectRenewalFailures,

    async retryNow(tx, actor, id) {
      const { now, company } = await accounts.lock(tx, actor, id);
      const [failure] = await selectRenewalFailures(tx, { account: id, limit: 1 });
      if (failure === undefined) {
        throw new Refusal('not_found', { message: say('No renewal of this account has failed.') });
      }
      await updateRetryAt(tx, id, now);
      await events.record(tx, {
        actor,
        at: now,
        company,
        account: id,
        type: 'renewal.retried',
        subject: id,
        after: { reason: failure.reason, failures: failure.failures },
      });
      return { ...failure, retryAt: now };
    },
  };
}

function atDueInstants(records: readonly RecordToRenew[]): BillingAccount[] {
  return records.map(({ record, dueAt }) => accountAt(record, dueAt));
}
