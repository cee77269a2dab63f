import type { Events } from '../database/events.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/refusal.ts';
import { say } from '../kernel/words/say.ts';
import type { Accounts } from '../modules/accounts/index.ts';
import { type JobFailure, selectFailures, updateRetryAt } from './job-failures.store.ts';

/** Accounts whose due work fails, as the operator sees and mends them. */
export interface JobFailures {
  /** By account. */
  list(tx: Transaction, page: { after?: string | undefined; limit: number }): Promise<JobFailure[]>;
  /**
   * Has an account's due work tried again at once, and writes down who asked for it. Refuses
   * `not_found` where there is no such account, or none of its due work fails.
   */
  retryNow(tx: Transaction, actor: Actor, account: string): Promise<JobFailure>;
}

export interface JobFailuresDeps {
  readonly accounts: Accounts;
  readonly events: Events;
  /** The real one, by which due work is tried again also of accounts under a test clock. */
  readonly clock: Clock;
}

export function createJobFailures({ accounts, events, clock }: JobFailuresDeps): JobFailures {
  return {
    list: selectFailures,

    async retryNow(tx, actor, id) {
      const account = await accounts.get(tx, actor, id);
      const failure = await updateRetryAt(tx, id, clock.now());
      if (failure === undefined) {
        throw new Refusal('not_found', { message: say('No due work of that account fails.') });
      }
      await events.record(tx, {
        actor,
        at: account.now,
        company: account.company,
        account: id,
        type: 'due_work.retried',
        subject: id,
        after: { reason: failure.reason, failures: failure.failures },
      });
      return failure;
    },
  };
}
