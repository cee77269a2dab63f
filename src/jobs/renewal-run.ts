import type { Database, Transaction } from '../database/transaction.ts';
import type { Clock } from '../kernel/clock.ts';
import type { BillingAccount, DueSource, RenewalsDue } from '../modules/accounts/index.ts';
import type { RenewalRuns, Renewals } from '../modules/invoicing/index.ts';
import type { DueWork } from './due-work.ts';
import { createLoop, type JobLog, type Loop } from './loop.ts';

/** What a worker has done so far. */
export interface RenewalCount {
  readonly accounts: number;
  readonly failed: number;
}

/** Renews, batch by batch, what is due on the real clock. */
export interface RenewalRun {
  /**
   * Works until nothing is due that is not waiting after a failure. Any number of workers, in any
   * number of processes, may do so at once; killed at any point, nothing is lost or done twice.
   */
  work(options?: RenewalWorkOptions): Promise<RenewalCount>;
}

export interface RenewalWorkOptions {
  /** Accounts a transaction at most. */
  readonly batch?: number;
  /** Called after each batch with what this worker has done so far. */
  readonly onBatch?: (count: RenewalCount) => void;
  /** Asked before each batch. */
  readonly isStopped?: () => boolean;
}

export interface RenewalRunDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly renewals: Renewals;
  readonly renewalRuns: RenewalRuns;
  readonly renewalsDue: RenewalsDue;
  readonly sources: readonly DueSource[];
  readonly dueWork: DueWork;
  readonly log: JobLog;
}

/**
 * From 250 on a batch's round trips and commit no longer show in the cost of an invoice; more
 * would only hold the accounts' rows, and the number series, for longer.
 */
export const RENEWAL_BATCH = 250;

/**
 * One whose payment is in doubt waits for the provider, half a minute at worst; the others must
 * not wait behind it. Few enough to leave connections to everything else.
 */
const IN_ORDER_AT_ONCE = 4;

/** What one transaction renewed, and whom it left to go through their due work in order. */
interface Batch {
  readonly claimed: number;
  readonly renewed: number;
  readonly inOrder: readonly BillingAccount[];
}

export function createRenewalRun(deps: RenewalRunDeps): RenewalRun {
  const { database, clock, renewals, renewalRuns, renewalsDue, dueWork, log } = deps;

  /** Those of the accounts that have something due before their renewal. */
  async function withWorkBefore(
    tx: Transaction,
    accounts: readonly BillingAccount[],
  ): Promise<Set<string>> {
    const found = new Set<string>();
    for (const source of deps.sources) {
      for (const id of (await source.beforeRenewal?.(tx, accounts)) ?? []) found.add(id);
    }
    return found;
  }

  /** One batch in one transaction. `claim` hears whom it took, before anything can fail. */
  async function renewBatch(size: number, claim: (ids: string[]) => void): Promise<Batch> {
    return await database.transaction(async (tx) => {
      const beganAt = clock.now();
      const accounts = await renewalsDue.claim(tx, beganAt, size);
      claim(accounts.map(({ id }) => id));
      const before = accounts.length === 0 ? new Set() : await withWorkBefore(tx, accounts);
      const ready = accounts.filter(({ id }) => !before.has(id));
      const invoices = ready.length === 0 ? 0 : await renewals.renewAll(tx, ready);
      if (ready.length > 0) {
        await renewalRuns.noteBatch(tx, { accounts: ready.length, invoices, beganAt });
      }
      return {
        claimed: accounts.length,
        renewed: ready.length,
        inOrder: accounts.filter(({ id }) => before.has(id)),
      };
    });
  }

  async function noteFailure(account: string, error: unknown): Promise<void> {
    log.error({ err: error, account }, 'a renewal failed');
    const reason = error instanceof Error ? error.message : String(error);
    await database.transaction((tx) =>
      renewalsDue.noteFailure(tx, account, reason.slice(0, REASON_CHARACTERS_MAX), clock.now()),
    );
  }

  /** Does everything due of accounts whose renewal must wait for something else. */
  async function goInOrder(accounts: readonly BillingAccount[]): Promise<BillingAccount[]> {
    const beganAt = clock.now();
    const renewed: BillingAccount[] = [];
    const queue = [...accounts];
    const worker = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        try {
          await dueWork.bringUpToDate(next.id);
          renewed.push(next);
        } catch (error) {
          await noteFailure(next.id, error);
        }
      }
    };
    await Promise.all(Array.from({ length: IN_ORDER_AT_ONCE }, worker));
    if (renewed.length > 0) {
      await database.transaction((tx) => renewalRuns.noteInOrder(tx, renewed, beganAt));
    }
    return renewed;
  }

  return {
    async work({ batch: size = RENEWAL_BATCH, onBatch, isStopped } = {}) {
      let count: RenewalCount = { accounts: 0, failed: 0 };
      // After a batch that failed so many are taken one by one, to find whose fault it was.
      let alone = 0;
      while (isStopped?.() !== true) {
        let claimed: string[] = [];
        try {
          const batch = await renewBatch(alone > 0 ? 1 : size, (ids) => {
            claimed = ids;
          });
          if (batch.claimed === 0) break;
          const renewed = await goInOrder(batch.inOrder);
          count = {
            accounts: count.accounts + batch.renewed + renewed.length,
            failed: count.failed + batch.inOrder.length - renewed.length,
          };
          alone = Math.max(alone - 1, 0);
        } catch (error) {
          const [only, ...others] = claimed;
          // Nothing was claimed: the database is at fault, and no account of it.
          if (only === undefined) throw error;
          if (others.length > 0) {
            alone = claimed.length;
            continue;
          }
          await noteFailure(only, error);
          count = { ...count, failed: count.failed + 1 };
        }
        onBatch?.(count);
      }
      await database.transaction(async (tx) => {
        const { due, failed } = await renewalsDue.count(tx, clock.now());
        if (due === failed) await renewalRuns.end(tx);
      });
      return count;
    },
  };
}

/** A second late is early enough for what falls due by the day. */
const PAUSE_MS = 1_000;

/** Renews what falls due for as long as the process runs, beside all other due work. */
export function createRenewalLoop(run: RenewalRun, log: JobLog): Loop {
  return createLoop({
    async round(isStopped) {
      await run.work({ isStopped });
      return false;
    },
    pauseMs: PAUSE_MS,
    log,
    complaint: 'the renewal run failed',
  });
}

/** A sentence for the operator's page; the log has the whole of it. */
const REASON_CHARACTERS_MAX = 500;
