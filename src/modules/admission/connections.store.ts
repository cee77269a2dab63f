import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { Transaction } from '../../database/transaction.ts';
import { AssertionFailure } from '../../kernel/assert.ts';
import type { Executor } from './executor.ts';

/** A lane's connection, for as long as it has something to do. */
export interface Connection extends Executor {
  /** Commits what `work` does, or undoes it where it fails. */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Where lanes get a connection. */
export interface Connections {
  use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
}

/** Takes connections from a pool; one on which `work` fails is not used again. */
export function connectionsOf(pool: pg.Pool): Connections {
  return {
    async use(work) {
      const client = await pool.connect();
      try {
        const result = await work(connectionOf(client));
        client.release();
        return result;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
  };
}

function connectionOf(client: pg.ClientBase): Connection {
  return {
    async run(name, text, values) {
      const { rows } = await client.query({ name, text, values: [...values] });
      return rows;
    },
    async transaction(work) {
      await client.query('begin');
      try {
        const result = await work();
        await client.query('commit');
        return result;
      } catch (error) {
        // The next batch goes over this connection, and must not find itself in a failed one.
        if (!isLostConnection(error)) await client.query('rollback');
        throw error;
      }
    },
  };
}

/** Runs the engine's statements as part of a larger change. */
export function executorOf(tx: Transaction): Executor {
  return {
    async run<Row>(_name: string, text: string, values: readonly unknown[]) {
      const query = CompiledQuery.raw(text, [...values]) as CompiledQuery<Row>;
      return (await tx.executeQuery(query)).rows;
    },
  };
}

/** SQLSTATEs of a connection that broke (class 08) and of a server going or coming (57P). */
const LOST = /^(08|57P)/;

/** Whether the server did not answer, so that nobody knows what became of the batch. */
export function isLostConnection(error: unknown): boolean {
  const state = stateOf(error);
  // What the server did not say is the socket's: broken, or never opened.
  return state === undefined ? !isOurFault(error) : LOST.test(state);
}

/** Of `admission_write`: a book or the catalog is no longer what was decided on. */
const STALE = 'TKOLD';
/** A deadlock, or a key taken by another batch at the same instant. */
const CROSSED: readonly string[] = ['40001', '40P01', '23505'];

/** Whether nothing was written because somebody else came between: to be decided anew. */
export function isWorthDecidingAnew(error: unknown): boolean {
  const state = stateOf(error) ?? '';
  return state === STALE || CROSSED.includes(state);
}

/** The SQLSTATE, where the server itself told of the error; only its errors have a severity. */
function stateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** A broken invariant or a wrong type is a bug, and sending it again would not mend it. */
function isOurFault(error: unknown): boolean {
  return (
    error instanceof AssertionFailure || error instanceof TypeError || error instanceof RangeError
  );
}
