import type { Transaction } from '../../database/transaction.ts';
import { chargeFor, secondsFor } from '../rating/index.ts';
import { type Connection, executorOf } from './connections.store.ts';
import { type Decision, decide } from './decide.ts';
import type { Executor } from './executor.ts';
import { Memory, wantedFor } from './memory.ts';
import type { Operation, Outcome } from './operation.ts';
import { read } from './reading.store.ts';
import * as writing from './writing.store.ts';

/** What is decided together: written in one transaction. */
export interface Batch {
  readonly now: Date;
  readonly operations: readonly Operation[];
}

const rating = { chargeFor, secondsFor };

/**
 * What the books of one batch have for their revision. Drawn and not counted, so that two batches
 * on their way, of which the first fails, can never agree on it by chance.
 */
function newRevision(): bigint {
  if (unused === 0) {
    crypto.getRandomValues(drawn);
    unused = drawn.length;
  }
  unused -= 1;
  return BigInt.asUintN(62, drawn[unused] ?? 0n);
}

/** Drawn many at a time: asking for one costs nearly as much. */
const drawn = new BigUint64Array(512);
let unused = 0;

/** A batch that is decided and on its way. */
export interface SentBatch {
  /** Whether it is on the disk once it is written. */
  readonly isFlushed: boolean;
  /** What they will be once it is written. */
  readonly outcomes: readonly Outcome[];
  /** Fails, having done nothing, where somebody else changed anything of it meanwhile. */
  readonly written: Promise<void>;
  /** To be called if it failed: what it would have done is forgotten. */
  undo(): void;
}

/**
 * Decides on what is remembered, all of which must be (see `Memory.hasAllOf`), and remembers
 * what it will have done, so that the next batch can be decided on that. Without `flush` its commit
 * does not wait for the disk.
 */
export function sendFromMemory(
  connection: Connection,
  memory: Memory,
  { now, operations }: Batch,
  flush = true,
): SentBatch {
  const at = now.getTime();
  const decision = decide(operations, memory, { now: at, revision: newRevision(), rating });
  memory.keep(decision);
  const written = write(connection, memory, decision, at, flush);
  return {
    // What was only read may be another's, that is not on the disk yet.
    isFlushed: flush && writing.hasEffect(decision),
    outcomes: decision.outcomes,
    written,
    undo() {
      for (const { account } of decision.drafts) memory.forget(account);
    },
  };
}

/** Reads what the batch names and decides on that, without holding anybody off. */
export async function decideFromMemory(
  connection: Connection,
  memory: Memory,
  { now, operations }: Batch,
): Promise<readonly Outcome[]> {
  const at = now.getTime();
  memory.learn(await read(connection, wantedFor(operations, false), at, false), Date.now());
  const sent = sendFromMemory(connection, memory, { now, operations });
  try {
    await sent.written;
    if (!sent.isFlushed) await connection.flushed();
    return sent.outcomes;
  } catch (error) {
    sent.undo();
    throw error;
  }
}

/**
 * The same, with everything read anew and its accounts locked until it is durable, so that nobody
 * comes between. Finds what an earlier attempt did whose answer was lost.
 */
export async function decideUnderLock(
  connection: Connection,
  memory: Memory,
  { now, operations }: Batch,
): Promise<readonly Outcome[]> {
  const at = now.getTime();
  const decision = await connection.transaction(async () => {
    memory.learn(await read(connection, wantedFor(operations, true), at, true), Date.now());
    const decided = decide(operations, memory, { now: at, revision: newRevision(), rating });
    await write(connection, memory, decided, at);
    return decided;
  });
  memory.keep(decision);
  if (!writing.hasEffect(decision)) await connection.flushed();
  return decision.outcomes;
}

/** Decides a batch as part of a larger change, such as hiding an employee. */
export async function decideWithin(
  tx: Transaction,
  { now, operations }: Batch,
): Promise<readonly Outcome[]> {
  const at = now.getTime();
  const memory = new Memory();
  // Who only asks takes no lock and writes nothing: that runs in a read-only transaction too.
  const isAsking = operations.every(({ op }) => op === 'probe');
  const on = executorOf(tx);
  memory.learn(await read(on, wantedFor(operations, false), at, !isAsking), at);
  const decision = decide(operations, memory, { now: at, revision: newRevision(), rating });
  if (!isAsking) await write(on, memory, decision, at);
  return decision.outcomes;
}

/** Where a decision would write nothing, nothing needs to be compared either. */
async function write(
  on: Executor,
  memory: Memory,
  decision: Decision,
  now: number,
  flush = true,
): Promise<void> {
  if (!writing.hasEffect(decision)) return;
  const conditions = memory.unwritten(decision);
  await writing.write(on, decision, conditions, now, flush);
  memory.wrote(conditions);
}
