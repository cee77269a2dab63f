import type { Transaction } from '../../database/transaction.ts';
import { chargeFor, secondsFor } from '../rating/index.ts';
import { type Connection, executorOf } from './connections.store.ts';
import { decide } from './decide.ts';
import { Memory, wantedFor } from './memory.ts';
import type { Operation, Outcome } from './operation.ts';
import { read } from './reading.store.ts';
import { hasEffect, write } from './writing.store.ts';

/** What is decided together: written in one transaction. */
export interface Batch {
  readonly now: Date;
  readonly operations: readonly Operation[];
}

const rating = { chargeFor, secondsFor };

/**
 * Decides on what is remembered and reads only what is not; durable when this returns. Fails,
 * having done nothing, where somebody else changed anything of it meanwhile.
 */
export async function decideFromMemory(
  connection: Connection,
  memory: Memory,
  { now, operations }: Batch,
): Promise<readonly Outcome[]> {
  const at = now.getTime();
  if (!memory.hasAllOf(operations, at)) {
    memory.learn(await read(connection, wantedFor(operations, false), at, false), Date.now());
  }
  const decision = decide(operations, memory, at, rating);
  if (hasEffect(decision)) await write(connection, decision, at);
  memory.keep(decision);
  return decision.outcomes;
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
  await connection.begin();
  memory.learn(await read(connection, wantedFor(operations, true), at, true), Date.now());
  const decision = decide(operations, memory, at, rating);
  if (hasEffect(decision)) await write(connection, decision, at);
  await connection.commit();
  memory.keep(decision);
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
  const decision = decide(operations, memory, at, rating);
  if (!isAsking && hasEffect(decision)) await write(on, decision, at);
  return decision.outcomes;
}
