import pg from 'pg';
import { columnTypes } from './column-types.ts';
import { startEmbedded } from './embedded.ts';
import { type DatabaseLog, silentLog } from './log.ts';
import { DatabaseRefused } from './refused.ts';
import type { ConnectionTarget } from './target.ts';
import { Database } from './transaction.ts';

export interface OpenDatabase {
  readonly database: Database;
  /** For what cannot go through a transaction of ours. */
  readonly pool: pg.Pool;
  /** Connections on which statements may be sent before the last one is answered: admission's. */
  readonly lanes: pg.Pool;
  /** How to reach the same database, for libraries that insist on a pool of their own. */
  readonly target: ConnectionTarget;
  /** For people: which PostgreSQL this is and where it lives. */
  readonly description: string;
  /** Closes the pool, and stops an embedded PostgreSQL when its last writer is done. */
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** A PostgreSQL server's URL; without it the embedded PostgreSQL is started. */
  url?: string | undefined;
  /** The embedded PostgreSQL's home; needed where there is no `url`. */
  dataDirectory?: string | undefined;
  log?: DatabaseLog | undefined;
  /** Connections at most; 10 keeps two cores busy without queueing inside PostgreSQL. */
  poolSize?: number | undefined;
  /** True for a command that may look into an embedded PostgreSQL while another owns it. */
  guest?: boolean | undefined;
}

/** PostgreSQL 15 is the oldest that the store tests run on; 14 lacks what the migrations use. */
const oldestServerVersion = 15;

const defaultPoolSize = 10;

/** More lanes than processors only meet at the same rows. */
const LANES_MAX = 4;
/** One for its batches, and one to flush what they have committed. */
const CONNECTIONS_OF_A_LANE = 2;

/** Connects to `url`, or starts (or adopts) the embedded PostgreSQL of `dataDirectory`. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const log = options.log ?? silentLog;
  const poolSize = options.poolSize ?? defaultPoolSize;
  if (options.url !== undefined) {
    return await openServer({ connectionString: options.url }, log, poolSize);
  }
  if (options.dataDirectory === undefined) {
    throw new DatabaseRefused('Neither a database URL nor a data directory was given.');
  }
  const embedded = await startEmbedded({
    dataDirectory: options.dataDirectory,
    log,
    guest: options.guest === true,
  });
  try {
    const open = await openServer(embedded.target, log, poolSize);
    return {
      ...open,
      description: `embedded ${open.description} in ${embedded.directory}`,
      close: async () => {
        await open.close();
        await embedded.stop();
      },
    };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** A pool on a running server, once its version is known to be new enough. */
export async function openServer(
  target: ConnectionTarget,
  log: DatabaseLog,
  poolSize: number,
): Promise<OpenDatabase> {
  const pool = createPool(target, log, poolSize);
  try {
    const description = await describeServer(pool);
    const lanes = createPool(target, log, LANES_MAX * CONNECTIONS_OF_A_LANE, {
      pipeline: true,
    });
    return {
      database: new Database(pool),
      pool,
      lanes,
      target,
      description,
      close: async () => {
        await Promise.all([pool.end(), lanes.end()]);
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** A pool whose sessions all read and write alike, whatever the server's own settings. */
function createPool(
  target: ConnectionTarget,
  log: DatabaseLog,
  poolSize: number,
  options: pg.ClientConfig = {},
): pg.Pool {
  const pool = new pg.Pool({
    ...target,
    ...options,
    application_name: 'tollkeeper',
    max: poolSize,
    types: columnTypes,
    connectionTimeoutMillis: 10_000,
    // A statement and not a start-up option, because connection poolers refuse those. A
    // session that stops in the middle of a transaction would hold its row locks for ever.
    onConnect: async (client) => {
      await client.query(
        "set time zone 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';" +
          "set idle_in_transaction_session_timeout = '60s'",
      );
    },
  });
  // Without listeners a connection that dies would end the whole process, idle (the pool's) or
  // in somebody's hands between two statements (its own). The pool has already dropped it: who
  // holds it fails at the next statement, and the next request opens another.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      log.warn({ reason: error.message }, 'a database connection was lost');
    });
  });
  return pool;
}

async function describeServer(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int as version,
            current_setting('server_encoding') as encoding`,
  );
  const [row] = rows;
  if (row === undefined) throw new DatabaseRefused('The database server did not say its version.');
  const major = Math.floor(row.version / 10_000);
  const name = `PostgreSQL ${major}.${row.version % 10_000}`;
  if (major < oldestServerVersion) {
    throw new DatabaseRefused(
      `Tollkeeper needs PostgreSQL ${oldestServerVersion} or newer; this server is ${name}.`,
    );
  }
  if (row.encoding !== 'UTF8') {
    throw new DatabaseRefused(
      `The database must be encoded in UTF8, but this one is in ${row.encoding}. ` +
        `Create another with: create database … encoding 'UTF8' template template0.`,
    );
  }
  return name;
}
