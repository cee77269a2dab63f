import type { Database } from '../database/transaction.ts';
import type { Clock } from '../kernel/clock.ts';
import type { DueSource } from '../modules/accounts/index.ts';
import type { DueWork } from './due-work.ts';
import { deleteFailure, selectFailures, upsertFailure } from './job-failures.store.ts';
import { createLoop, type JobLog, type Loop } from './loop.ts';

export interface SchedulerDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sources: readonly DueSource[];
  readonly dueWork: DueWork;
  readonly log: JobLog;
}

/** A second late is early enough for anything that falls due by the day or the minute. */
const TICK_MS = 1_000;
/** Accounts looked up per source and tick; a longer queue is taken up at once by the next tick. */
const ACCOUNTS_PER_TICK = 100;
/** One per core of a small machine: more would only queue inside PostgreSQL. */
const WORKERS = 2;
/** How long an account whose work failed is left alone: doubled each time, an hour at most. */
const BACKOFF = { firstMs: 5_000, maxMs: 3_600_000 };
/** When so many fail at once, it is not about them: those beyond are tried at every look. */
const FAILURES_MAX = 1_000;

/**
 * Looks once a second for what is due on the real clock. It holds no state that matters: what is
 * due follows from the tables, several processes may look at once, and one that stops for a day
 * finds everything still due, in order.
 */
export function createScheduler(deps: SchedulerDeps): Loop {
  const { database, clock, sources, dueWork, log } = deps;
  let stopped = false;

  /** Who may be tried now, and which of them failed the last time. */
  async function dueAccounts(): Promise<{ due: string[]; failing: ReadonlySet<string> }> {
    const now = clock.now();
    const found = new Set<string>();
    for (const source of sources) {
      const due = await database.read((tx) => source.accountsDue(tx, now, ACCOUNTS_PER_TICK));
      for (const account of due) found.add(account);
    }
    const failing = await database.read((tx) => selectFailures(tx, { limit: FAILURES_MAX }));
    for (const { account, retryAt } of failing) {
      if (retryAt > now) found.delete(account);
      // Nothing of it is due any more: an order or somebody by hand did it meanwhile.
      else if (!found.has(account)) await database.transaction((tx) => deleteFailure(tx, account));
    }
    return { due: [...found], failing: new Set(failing.map(({ account }) => account)) };
  }

  async function attempt(account: string, failed: boolean): Promise<void> {
    try {
      await dueWork.bringUpToDate(account);
      if (failed) await database.transaction((tx) => deleteFailure(tx, account));
    } catch (error) {
      log.error({ err: error, account }, 'due work failed');
      const failure = { account, reason: messageOf(error), now: clock.now() };
      await database.transaction((tx) => upsertFailure(tx, failure, BACKOFF));
    }
  }

  /** One look at what is due on the real clock; how many accounts were brought up to date. */
  async function tick(): Promise<number> {
    const { due: queue, failing } = await dueAccounts();
    const count = queue.length;
    const worker = async () => {
      for (let next = queue.shift(); next !== undefined && !stopped; next = queue.shift()) {
        await attempt(next, failing.has(next));
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
    return count;
  }

  const loop = createLoop({
    round: async () => (await tick()) >= ACCOUNTS_PER_TICK,
    pauseMs: TICK_MS,
    log,
    complaint: 'looking for due work failed',
  });
  return {
    start: loop.start,
    async stop() {
      stopped = true;
      await loop.stop();
    },
  };
}

/** What people are told of a fault; its stack is in the log. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
