import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { Transaction } from '../../database/transaction.ts';
import { AssertionFailure } from '../../kernel/assert.ts';
import type { Executor } from './executor.ts';

/** A lane's connection for the length of a batch. */
export interface Connection extends Executor {
  begin(): Promise<void>;
  commit(): Promise<void>;
}

/** Where lanes get a connection. */
export interface Connections {
  /** A transaction that `work` leaves open is undone. */
  use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
}

/** Takes a connection for each batch; one that was lost is not used again. */
export function connectionsOf(pool: pg.Pool): Connections {
  return {
    async use(work) {
      const client = await pool.connect();
      let isOpen = false;
      const connection: Connection = {
        async run(name, text, values) {
          const { rows } = await client.query({ name, text, values: [...values] });
          return rows;
        },
        async begin() {
          isOpen = true;
          await client.query('begin');
        },
        async commit() {
          await client.query('commit');
          isOpen = false;
        },
      };
      try {
        const result = await work(connection);
        client.release();
        return result;
      } catch (error) {
        const isUsable = !isLostConnection(error) && (!isOpen || (await isUndone(client)));
        client.release(!isUsable);
        throw error;
      }
    },
  };
}

/** Whether the transaction was rolled back, so that the connection can be used again. */
async function isUndone(client: pg.ClientBase): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false; // Given up, and with it whatever it was in the middle of.
  }
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
