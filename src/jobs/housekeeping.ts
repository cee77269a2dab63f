import type { JobLog } from './loop.ts';

export interface Housekeeping {
  start(): void;
  /** One round, now. */
  tidy(): Promise<void>;
  /** No new round; settles when the one that runs has ended. */
  stop(): Promise<void>;
}

/** What is tidied is a month old, so an hour more or less makes no difference. */
const ROUND_MS = 3_600_000;

/** Removes, once an hour, what nothing depends on any more. A task that fails waits an hour. */
export function createHousekeeping(
  tasks: readonly (() => Promise<unknown>)[],
  log: JobLog,
): Housekeeping {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function round(): Promise<void> {
    for (const task of tasks) {
      try {
        await task();
      } catch (error) {
        log.error({ err: error }, 'housekeeping failed');
      }
    }
  }

  return {
    tidy: round,
    start() {
      timer = setInterval(() => {
        running = round();
      }, ROUND_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
