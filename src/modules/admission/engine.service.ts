import type { Clock } from '../../kernel/clock.ts';
import type { Connections } from './connections.store.ts';
import { Lane } from './lane.service.ts';
import type { Operation, Outcome } from './operation.ts';

/** One request to be decided: made into an operation at the instant it is sent. */
export interface Submission {
  readonly lane: number;
  /** Decides the gates before pools and minutes as of `now`. Must not wait for anything. */
  readonly prepare: (now: Date) => Operation;
}

export interface Engine {
  readonly lanes: number;
  /**
   * The outcome, once it is durable. Throws `unavailable` where more waits than can be answered
   * soon, or the database is gone.
   */
  submit(submission: Submission): Promise<Outcome>;
  /** Finishes what was accepted. */
  drained(): Promise<void>;
}

export interface EngineOptions {
  readonly connections: Connections;
  readonly clock: Clock;
  readonly lanes?: number;
}

/**
 * One lane has a batch in the database and the next one in the making, which uses two processors.
 * Two lanes make smaller batches of the same requests, and did three quarters of one's work.
 */
const LANES = 1;

/** Gathers requests by lane and decides them in batches; see `Lane`. */
export function createEngine({ connections, clock, lanes = LANES }: EngineOptions): Engine {
  const all = Array.from({ length: lanes }, () => new Lane(connections, clock));
  return {
    lanes,
    submit: ({ lane, prepare }) =>
      new Promise((resolve, reject) => {
        all[lane % lanes]?.add({ prepare, resolve, reject });
      }),
    async drained() {
      await Promise.all(all.map((lane) => lane.drained()));
    },
  };
}
