import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { Transaction } from '../../database/transaction.ts';
import { AssertionFailure } from '../../kernel/assert.ts';
import type { Executor } from './executor.ts';
import { Flusher, FlushTimes } from './flusher.store.ts';

/** A lane's connection, for as long as it has something to do. */
export interface Connection extends Executor {
  /** Commits what `work` does, or undoes it where it fails. */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Returns once all that was committed before, by anybody, is on the disk. */
  flushed(): Promise<void>;
  /** Whether the disk is so slow that batches had better not wait for one another's flushes. */
  isDiskSlow(): boolean;
}

/** Where lanes get a connection. */
export interface Connections {
  use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
}

/** Takes connections from a pool; those on which `work` fails are not used again. */
export function connectionsOf(pool: pg.Pool): Connections {
  const times = new FlushTimes();
  return {
    async use(work) {
      const clients: pg.PoolClient[] = [];
      try {
        const [client, other] = [await pool.connect(), await pool.connect()];
        clients.push(client, other);
        await assertOneServer(client, other);
        const result = await work(connectionOf(client, new Flusher(other, times), times));
        for (const one of clients) one.release();
        return result;
      } catch (error) {
        for (const one of clients) one.release(true);
        throw error;
      }
    },
  };
}

function connectionOf(client: pg.ClientBase, flusher: Flusher, times: FlushTimes): Connection {
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
    flushed: () => flusher.flushed(),
    isDiskSlow() {
      // Fails with the connection, of which whoever uses it for something hears soon enough.
      if (times.isOld(Date.now())) flusher.flushed().catch(() => undefined);
      return times.isSlow;
    },
  };
}

/** When the server of each connection was started, which no two of them were at one instant. */
const servers = new WeakMap<pg.ClientBase, string>();

/**
 * A flush says nothing of another server's disk. Behind one address there may be several, as while
 * a standby takes over.
 */
async function assertOneServer(one: pg.ClientBase, other: pg.ClientBase): Promise<void> {
  if ((await serverOf(one)) !== (await serverOf(other))) {
    throw new Error('Two connections have led to two servers.');
  }
}

async function serverOf(client: pg.ClientBase): Promise<string> {
  const known = servers.get(client);
  if (known !== undefined) return known;
  const text = 'select pg_postmaster_start_time()::text as started';
  const { rows } = await client.query<{ started: string }>(text);
  const started = rows[0]?.started ?? '';
  servers.set(client, started);
  return started;
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
