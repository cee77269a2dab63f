import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openServer } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { silentLog } from './log.ts';
import { migrate } from './migrate.ts';
import { isProcessAlive } from './process-alive.ts';
import type { ConnectionTarget } from './target.ts';

/** A PostgreSQL for one test run, with a migrated database to copy from. */
export interface TestServer {
  /** Reaches a database of the server that is not the template. */
  readonly target: ConnectionTarget;
  readonly template: string;
  stop(): Promise<void>;
}

const folderPrefix = 'tollkeeper-test-';

/**
 * Durability is what the tests of the embedded PostgreSQL are about; all others only wait
 * for it. Several workers, each with a few pools, share the server.
 */
const testSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

/**
 * Starts an embedded PostgreSQL in a temporary folder, or uses the server that
 * `TOLLKEEPER_TEST_DATABASE_URL` names (its user may create databases), and migrates a template.
 */
export async function startTestServer(
  url: string | undefined = process.env.TOLLKEEPER_TEST_DATABASE_URL,
): Promise<TestServer> {
  const server =
    url === undefined || url === ''
      ? await startTemporary()
      : { target: { connectionString: url }, stop: async () => {} };
  const template = `tollkeeper_template_${process.pid}`;
  try {
    await query(server.target, `drop database if exists ${template}`);
    await query(server.target, `create database ${template} encoding 'UTF8' template template0`);
    const open = await openServer(inDatabase(server.target, template), silentLog, 1);
    try {
      await migrate(open.pool);
    } finally {
      await open.close();
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    target: server.target,
    template,
    stop: async () => {
      await query(server.target, `drop database if exists ${template}`);
      await server.stop();
    },
  };
}

async function startTemporary(): Promise<Pick<TestServer, 'target' | 'stop'>> {
  await removeAbandoned();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${folderPrefix}${process.pid}-`));
  const embedded = await startEmbedded({
    dataDirectory: folder,
    log: silentLog,
    settings: testSettings,
  });
  return {
    target: { ...embedded.target, database: 'postgres' },
    stop: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Stops and removes the servers of test runs that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = new RegExp(`^${folderPrefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isProcessAlive(Number(pid))) continue;
    const folder = path.join(os.tmpdir(), name);
    try {
      stopAtOnce(path.join(folder, 'postgres', 'data', 'postmaster.pid'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's run, or one that is being removed at this moment: not ours to clear.
    }
  }
}

/** SIGQUIT is PostgreSQL's immediate shutdown: there is nothing worth writing any more. */
function stopAtOnce(pidFile: string): void {
  let text: string;
  try {
    text = readFileSync(pidFile, 'utf8');
  } catch {
    return; // It was stopped already.
  }
  process.kill(Number.parseInt(text, 10), 'SIGQUIT');
}

/** The same server, another database. */
export function inDatabase(target: ConnectionTarget, database: string): ConnectionTarget {
  if (target.connectionString === undefined) return { ...target, database };
  const url = new URL(target.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}

/** One statement that cannot run in a transaction, on a connection of its own. */
export async function query(target: ConnectionTarget, statement: string): Promise<void> {
  const client = new pg.Client(target);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
