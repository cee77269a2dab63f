import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { decideFromMemory, decideUnderLock } from './batch.service.ts';
import { type Connections, isLostConnection, isWorthDecidingAnew } from './connections.store.ts';
import { Memory } from './memory.ts';
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
  /** Two use both cores of a small server; with slow disks one is better. */
  readonly lanes?: number;
}

interface Waiting {
  readonly prepare: (now: Date) => Operation;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

interface Prepared {
  readonly waiting: Waiting;
  readonly operation: Operation;
}

/** More does not make a batch faster for each, and the answer to the first waits for all. */
const BATCH_MAX = 512;
/** About a quarter of a second of work; what comes beyond it is better told to come again. */
const QUEUE_MAX = 10_000;
/** How long answers are awaited from a database that was lost, restart included. */
const RECONNECT_MS_MAX = 8_000;
const CONFLICTS_MAX = 8;

/**
 * Gathers requests while a batch is on its way and sends them as the next one the moment it
 * returns. It never lingers for more: with little to do that only makes everyone wait, and with
 * much to do the batches fill by themselves.
 */
export function createEngine({ connections, clock, lanes = 2 }: EngineOptions): Engine {
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

class Lane {
  readonly #connections: Connections;
  readonly #clock: Clock;
  readonly #memory = new Memory();
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(connections: Connections, clock: Clock) {
    this.#connections = connections;
    this.#clock = clock;
  }

  add(waiting: Waiting): void {
    if (this.#queue.length >= QUEUE_MAX) {
      waiting.reject(new Refusal('unavailable'));
      return;
    }
    this.#queue.push(waiting);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async drained(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #run(): Promise<void> {
    // Those asked in one turn of the event loop go together; nothing is waited for.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#send(this.#take());
  }

  /** The next batch: in order of arrival, but never two of one lease or of one key. */
  #take(): { now: Date; batch: Prepared[] } {
    const now = this.#clock.now();
    const batch: Prepared[] = [];
    const later: Waiting[] = [];
    const named = new Set<string>();
    for (const [index, waiting] of this.#queue.entries()) {
      if (batch.length >= BATCH_MAX) {
        later.push(...this.#queue.slice(index));
        break;
      }
      const operation = prepared(waiting, now);
      if (operation === undefined) continue;
      const names = namesOf(operation);
      if (names.some((name) => named.has(name))) later.push(waiting);
      else batch.push({ waiting, operation });
      for (const name of names) named.add(name); // Also of the one put off: order is kept.
    }
    this.#queue = later;
    return { now, batch };
  }

  async #send({ now, batch }: { now: Date; batch: Prepared[] }): Promise<void> {
    if (batch.length === 0) return;
    try {
      const outcomes = await this.#decide(now, batch);
      for (const [index, { waiting }] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome !== undefined) waiting.resolve(outcome);
      }
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 || isLostConnection(error) || error instanceof Refusal) {
        const told = isLostConnection(error) ? new Refusal('unavailable') : error;
        for (const { waiting } of batch) waiting.reject(told);
      } else if (only !== undefined) {
        // Something in it cannot be decided at all: the others must not suffer for it.
        for (const one of batch) await this.#send({ now, batch: [one] });
      }
    }
  }

  /**
   * First on what is remembered. Where somebody else came between, again under the accounts'
   * locks. A connection lost during the commit leaves open whether it happened; deciding the very
   * same batch again, all read anew, resolves that: leases, records and keys that are there
   * answer as the first time.
   */
  async #decide(now: Date, batch: readonly Prepared[]): Promise<readonly Outcome[]> {
    const operations = batch.map(({ operation }) => operation);
    const givenUpAt = Date.now() + RECONNECT_MS_MAX; // Real time: how long people wait.
    let isLocking = this.#memory.isContended(operations, Date.now());
    for (let attempt = 0; ; attempt += 1) {
      const way = isLocking ? decideUnderLock : decideFromMemory;
      try {
        return await this.#connections.use((connection) =>
          way(connection, this.#memory, { now, operations }),
        );
      } catch (error) {
        const lost = isLostConnection(error);
        if (!lost && !(isWorthDecidingAnew(error) && attempt < CONFLICTS_MAX)) throw error;
        if (lost && Date.now() > givenUpAt) throw error;
        // The first conflict is met by locking and not by waiting.
        if (lost) await pause(50);
        else if (isLocking) await pause(Math.random() * 5);
        isLocking = true;
      } finally {
        this.#memory.endBatch();
      }
    }
  }
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

function prepared(waiting: Waiting, now: Date): Operation | undefined {
  try {
    return waiting.prepare(now);
  } catch (error) {
    waiting.reject(error);
    return undefined;
  }
}

function namesOf(operation: Operation): string[] {
  const names: string[] = [];
  if ('lease' in operation) names.push(operation.lease);
  if (operation.key !== undefined) names.push(`${operation.key.scope} ${operation.key.key}`);
  return names;
}
