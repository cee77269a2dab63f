import pg from 'pg';
import { isProcessAlive } from '../process-alive.ts';
import { DatabaseRefused } from '../refused.ts';
import { embeddedName } from './cluster.ts';

/** One lock for whoever owns the server; advisory locks are kept per database. */
const lockKey = 7_655_020;

/** How long a lock may outlive a process that was just killed, until PostgreSQL notices. */
const deadOwnerGraceMs = 10_000;

/** An owner that is alive may be one that is just ending. */
const liveOwnerGraceMs = 300;

const askAgainMs = 20;

/** Opens a session for ownership, in a database that always exists. */
export async function openOwnerSession(socketDirectory: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: socketDirectory,
    port: 5432,
    user: embeddedName,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: `tollkeeper owner, process ${process.pid}`,
  });
  // A session that is lost is noticed by its `end`; unheard errors would end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/**
 * Takes the one lock that makes this process the owner, or throws and says who has it.
 * PostgreSQL gives the lock back by itself when its owner dies, however it dies.
 */
export async function takeOwnership(client: pg.Client, dataDirectory: string): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1) as taken',
      [lockKey],
    );
    if (rows[0]?.taken === true) return;
    const owner = await readOwner(client);
    const graceMs =
      owner !== undefined && isProcessAlive(owner) ? liveOwnerGraceMs : deadOwnerGraceMs;
    if (performance.now() - startedAt > graceMs) {
      throw new DatabaseRefused(
        `${dataDirectory} is in use by another Tollkeeper (process ${owner ?? 'unknown'}). ` +
          'Stop that one first, or choose another folder with --data.',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
}

async function readOwner(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select activity.application_name as name
       from pg_locks as held
       join pg_stat_activity as activity using (pid)
      where held.locktype = 'advisory' and held.granted and held.objid = $1`,
    [lockKey],
  );
  const pid = /process (\d+)/.exec(rows[0]?.name ?? '')?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** Makes the product's own database in a server that is new. */
export async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [
    embeddedName,
  ]);
  if (rowCount === 0) await client.query(`create database ${embeddedName}`);
}
