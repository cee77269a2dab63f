import type { Database } from '../database/transaction.ts';
import type { Clock } from '../kernel/clock.ts';
import type { DueSource } from '../modules/accounts/index.ts';
import type { DueWork } from './due-work.ts';
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
const BACKOFF_FIRST_MS = 5_000;
const BACKOFF_MAX_MS = 3_600_000;

/**
 * Looks once a second for what is due on the real clock. It holds no state that matters: what is
 * due follows from the tables, several processes may look at once, and one that stops for a day
 * finds everything still due, in order.
 */
export function createScheduler(deps: SchedulerDeps): Loop {
  const { database, clock, sources, dueWork, log } = deps;
  const backoff = new Map<string, { until: number; delayMs: number }>();
  let stopped = false;

  async function dueAccounts(): Promise<string[]> {
    const now = clock.now();
    const found = new Set<string>();
    for (const source of sources) {
      const due = await database.read((tx) => source.accountsDue(tx, now, ACCOUNTS_PER_TICK));
      for (const account of due) found.add(account);
    }
    return [...found].filter((id) => (backoff.get(id)?.until ?? 0) <= now.getTime());
  }

  async function attempt(account: string): Promise<void> {
    try {
      await dueWork.bringUpToDate(account);
      backoff.delete(account);
    } catch (error) {
      const delayMs = Math.min(
        (backoff.get(account)?.delayMs ?? 0) * 2 || BACKOFF_FIRST_MS,
        BACKOFF_MAX_MS,
      );
      backoff.set(account, { until: clock.now().getTime() + delayMs, delayMs });
      log.error({ err: error, account, retry_in_ms: delayMs }, 'due work failed');
    }
  }

  /** One look at what is due on the real clock; how many accounts were brought up to date. */
  async function tick(): Promise<number> {
    const queue = await dueAccounts();
    const count = queue.length;
    const worker = async () => {
      for (let next = queue.shift(); next !== undefined && !stopped; next = queue.shift()) {
        await attempt(next);
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
