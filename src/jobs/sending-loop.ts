import { createLoop, type Loop } from './loop.ts';

/** Work that is sent out for as long as the process runs. */
export type SendingLoop = Loop;

export interface SendingLoopDeps {
  /** Sends what is due, once; how many were sent. */
  readonly round: () => Promise<number>;
  /** A round that sent so many has left some: the next follows at once. */
  readonly batch: number;
  readonly log: { error(details: object, message: string): void };
  /** What to say when a round fails, as when the database is away; it is tried again. */
  readonly failure: string;
}

/** What happened is on its way within a second; looking more often would only cost. */
const PAUSE_MS = 500;

export function createSendingLoop({ round, batch, log, failure }: SendingLoopDeps): SendingLoop {
  return createLoop({
    round: async () => (await round()) >= batch,
    pauseMs: PAUSE_MS,
    log,
    complaint: failure,
  });
}
