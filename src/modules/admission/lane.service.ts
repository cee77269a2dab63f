import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/refusal.ts';
import {
  decideFromMemory,
  decideUnderLock,
  type SentBatch,
  sendFromMemory,
} from './batch.service.ts';
import {
  type Connection,
  type Connections,
  isLostConnection,
  isWorthDecidingAnew,
} from './connections.store.ts';
import { Memory } from './memory.ts';
import type { Operation, Outcome } from './operation.ts';

/** One request that waits for its outcome. */
export interface Waiting {
  /** Makes its operation at the instant it is sent. Must not wait for anything. */
  readonly prepare: (now: Date) => Operation;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

interface Queued {
  readonly waiting: Waiting;
  /** Real time, in epoch milliseconds: how long people wait for a database that was lost. */
  readonly givenUpAt: number;
}

interface Prepared extends Queued {
  readonly operation: Operation;
}

/** What is decided together. */
interface Batch {
  readonly now: Date;
  readonly prepared: readonly Prepared[];
  readonly attempts: number;
  /** Whether it failed because somebody came between, or without an answer. */
  readonly isAgain: boolean;
}

/** A batch on its way to the database. */
interface Flight {
  readonly size: number;
  /** Then it is only waited for until it is on the disk. */
  isWritten: boolean;
}

/** More does not make a batch faster for each, and the answer to the first waits for all. */
const BATCH_MAX = 512;
/** Fewer are not worth a batch of their own while one is on its way. */
const BATCH_MIN = 8;
/** One is written by the database while the process prepares another. */
const FLIGHTS_MAX = 2;
/** About a quarter of a second of work; what comes beyond it is better told to come again. */
const QUEUE_MAX = 10_000;
/** How long answers are awaited from a database that was lost, restart included. */
const RECONNECT_MS_MAX = 8_000;
const RECONNECT_PAUSE_MS = 50;
const CONFLICTS_MAX = 8;
const CONFLICT_PAUSE_MS = 5;

/**
 * Decides the requests of its accounts in batches, in their order. While two batches are on their
 * way the next one gathers; nothing ever lingers for more, because with little to do that only
 * makes everyone wait, and with much to do the batches fill by themselves.
 *
 * The second batch is decided on what the first will have done. If the first fails, the accounts
 * that both touch do not have the revision that the second counts on, and it fails as well: those
 * are decided anew, one after the other, under the accounts' locks.
 */
export class Lane {
  readonly #connections: Connections;
  readonly #clock: Clock;
  readonly #memory = new Memory();
  #queue: Queued[] = [];
  /** Batches that something must be read for, or that failed: each waits until it is alone. */
  #alone: Batch[] = [];
  readonly #flights = new Set<Flight>();
  /** Whether a batch has failed with its connection, over which then no other is sent. */
  #isLost = false;
  #running: Promise<void> | undefined;
  #wake: (() => void) | undefined;

  constructor(connections: Connections, clock: Clock) {
    this.#connections = connections;
    this.#clock = clock;
  }

  /** Refuses `unavailable` where more waits than can be answered soon. */
  add(waiting: Waiting): void {
    if (this.#queue.length >= QUEUE_MAX) {
      waiting.reject(new Refusal('unavailable'));
      return;
    }
    this.#queue.push({ waiting, givenUpAt: Date.now() + RECONNECT_MS_MAX });
    this.#wake?.();
    this.#running ??= this.#run();
  }

  async drained(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #run(): Promise<void> {
    await thisTurn();
    while (this.#queue.length > 0 || this.#alone.length > 0) {
      try {
        await this.#connections.use((connection) => this.#work(connection));
      } catch (error) {
        if (!isLostConnection(error)) this.#rejectAll(error);
        else this.#giveUp();
        await pause(RECONNECT_PAUSE_MS);
      }
    }
    // Not a moment after nothing was found to wait: what comes then starts the next run.
    this.#running = undefined;
  }

  /** Until nothing waits any more. Throws where the connection was lost. */
  async #work(connection: Connection): Promise<void> {
    this.#isLost = false;
    for (;;) {
      while (this.#mayBeSent()) this.#send(connection);
      const [batch] = this.#alone;
      if (this.#flights.size > 0) await this.#woken();
      else if (this.#isLost) throw new LostConnection();
      else if (batch !== undefined) await this.#decideAlone(connection, batch);
      else if (this.#queue.length === 0) return;
      await thisTurn();
    }
  }

  #mayBeSent(): boolean {
    if (this.#isLost || this.#alone.length > 0 || this.#queue.length === 0) return false;
    return this.#beingWritten().length < FLIGHTS_MAX;
  }

  #beingWritten(): Flight[] {
    return [...this.#flights].filter(({ isWritten }) => !isWritten);
  }

  /** Until a batch is written, or something comes that one can be made of. */
  async #woken(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await promise;
    this.#wake = undefined;
  }

  /** The next batch: in order of arrival, but never two of one lease or of one key. */
  #take(isDiskSlow: boolean): Batch {
    const now = this.#clock.now();
    const inFlight = this.#beingWritten().reduce((sum, { size }) => sum + size, 0);
    // As many as are being written, so that both sides always have something to do. Where all wait
    // for the disk for longer than for either side, fewer and larger ones cost both less.
    const all = this.#queue.length + inFlight;
    const share = isDiskSlow ? all : Math.ceil(all / FLIGHTS_MAX);
    const size = Math.min(Math.max(share, BATCH_MIN), BATCH_MAX);
    const taken: Prepared[] = [];
    const later: Queued[] = [];
    const named = new Set<string>();
    let seen = 0;
    for (const queued of this.#queue) {
      if (taken.length === size) break;
      seen += 1;
      const operation = prepared(queued.waiting, now);
      if (operation === undefined) continue;
      const ofLease = isAgain(named, leaseOf(operation));
      // Both are noted, also of one that is put off: order is kept.
      if (isAgain(named, keyOf(operation)) || ofLease) later.push(queued);
      else taken.push({ waiting: queued.waiting, givenUpAt: queued.givenUpAt, operation });
    }
    this.#queue = later.concat(this.#queue.slice(seen));
    return { now, prepared: taken, attempts: 0, isAgain: false };
  }

  /** Sends a batch on its way, or puts it aside where more must be known first. */
  #send(connection: Connection): void {
    const isDiskSlow = connection.isDiskSlow();
    const batch = this.#take(isDiskSlow);
    if (batch.prepared.length === 0) return;
    const operations = operationsOf(batch);
    try {
      const isContended = this.#memory.isContended(operations, Date.now());
      if (isContended || !this.#memory.hasAllOf(operations, batch.now.getTime())) {
        this.#alone.push({ ...batch, isAgain: isContended });
        return;
      }
      const { now } = batch;
      const sent = sendFromMemory(connection, this.#memory, { now, operations }, !isDiskSlow);
      void this.#follow(connection, batch, sent);
    } catch (error) {
      // It was not sent, and those that cannot be decided are found one by one.
      this.#failed(batch, error);
    }
  }

  /** Until the batch is on the disk and answered, or has failed. Never throws. */
  async #follow(connection: Connection, batch: Batch, sent: SentBatch): Promise<void> {
    const flight: Flight = { size: batch.prepared.length, isWritten: false };
    this.#flights.add(flight);
    try {
      await sent.written;
      flight.isWritten = true;
      if (!sent.isFlushed) {
        this.#wake?.();
        await connection.flushed();
      }
      resolveAll(batch, sent.outcomes);
    } catch (error) {
      sent.undo();
      this.#failed(batch, error);
      if (isLostConnection(error)) this.#isLost = true;
    }
    this.#flights.delete(flight);
    this.#wake?.();
  }

  async #decideAlone(connection: Connection, batch: Batch): Promise<void> {
    this.#alone.shift();
    const decide = batch.isAgain ? decideUnderLock : decideFromMemory;
    const asked = { now: batch.now, operations: operationsOf(batch) };
    try {
      resolveAll(batch, await decide(connection, this.#memory, asked));
    } catch (error) {
      this.#failed(batch, error, 'unshift');
      if (isLostConnection(error)) throw error;
      // The first conflict is met by locking; of two that lock, one should be ahead.
      if (batch.isAgain) await pause(Math.random() * CONFLICT_PAUSE_MS);
    }
  }

  /** Decided anew where that may help, and otherwise told. */
  #failed(batch: Batch, error: unknown, put: 'push' | 'unshift' = 'push'): void {
    const { attempts, prepared: all } = batch;
    this.#memory.doubtWritten();
    const isCrossed = isWorthDecidingAnew(error) && attempts < CONFLICTS_MAX;
    if (isLostConnection(error) || isCrossed) {
      this.#alone[put]({ ...batch, attempts: attempts + 1, isAgain: true });
    } else if (all.length > 1 && !(error instanceof Refusal)) {
      // Something in it cannot be decided at all: the others must not suffer for it.
      this.#alone[put](...all.map((one) => ({ ...batch, prepared: [one] })));
    } else {
      for (const { waiting } of all) waiting.reject(error);
    }
  }

  /** The database is gone: those who have waited for long enough are told so. */
  #giveUp(): void {
    const now = Date.now();
    const isLeft = ({ givenUpAt, waiting }: Queued) => {
      if (givenUpAt > now) return true;
      waiting.reject(new Refusal('unavailable'));
      return false;
    };
    this.#queue = this.#queue.filter(isLeft);
    this.#alone = this.#alone
      .map((batch) => ({ ...batch, prepared: batch.prepared.filter(isLeft) }))
      .filter((batch) => batch.prepared.length > 0);
  }

  #rejectAll(error: unknown): void {
    const all = [...this.#alone.flatMap((batch) => batch.prepared), ...this.#queue];
    this.#alone = [];
    this.#queue = [];
    for (const { waiting } of all) waiting.reject(error);
  }
}

/** A batch on its way was lost with its connection, which is not used again. */
class LostConnection extends Error {}

function operationsOf(batch: Batch): Operation[] {
  return batch.prepared.map(({ operation }) => operation);
}

function resolveAll({ prepared: all }: Batch, outcomes: readonly Outcome[]): void {
  for (const [index, { waiting }] of all.entries()) {
    const outcome = outcomes[index];
    if (outcome !== undefined) waiting.resolve(outcome);
  }
}

function prepared(waiting: Waiting, now: Date): Operation | undefined {
  try {
    return waiting.prepare(now);
  } catch (error) {
    waiting.reject(error);
    return undefined;
  }
}

function leaseOf(operation: Operation): string | undefined {
  return operation.op === 'expire' ? undefined : operation.lease;
}

function keyOf({ key }: Operation): string | undefined {
  return key && `${key.scope} ${key.key}`;
}

/** Whether the name was met before; it has been from now on. */
function isAgain(met: Set<string>, name: string | undefined): boolean {
  if (name === undefined) return false;
  const before = met.size;
  return met.add(name).size === before;
}

/** Those asked in one turn of the event loop go together; nothing is waited for. */
function thisTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
