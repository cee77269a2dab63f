import { randomBytes } from 'node:crypto';
import { type OpenDatabase, openServer } from './connect.ts';
import { silentLog } from './log.ts';
import type { ConnectionTarget } from './target.ts';
import { inDatabase, query } from './test-server.ts';

/**
 * Names the variable by which the test run tells its workers where to ask for the server.
 * It is asked for, and not told outright, so that a run without store tests starts none.
 */
export const brokerVariable = 'TOLLKEEPER_TEST_SERVER_BROKER';

/** What the broker answers. */
export interface TestServerAddress {
  readonly target: ConnectionTarget;
  readonly template: string;
}

/**
 * A migrated and otherwise empty database of the caller's own, copied from a template in a few
 * tens of milliseconds; `close()` drops it. The first call of a test run starts PostgreSQL.
 *
 * ```ts
 * let open: OpenDatabase;
 * beforeAll(async () => { open = await freshDatabase(); });
 * afterAll(() => open.close());
 * ```
 */
export async function freshDatabase(poolSize = 10): Promise<OpenDatabase> {
  const { target, template } = await askForServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await query(target, `create database ${name} template ${template}`);
  const open = await openServer(inDatabase(target, name), silentLog, poolSize);
  return {
    ...open,
    close: async () => {
      await open.close();
      await query(target, `drop database if exists ${name} with (force)`);
    },
  };
}

async function askForServer(): Promise<TestServerAddress> {
  const broker = process.env[brokerVariable];
  if (broker === undefined) {
    throw new Error('freshDatabase() works within `vitest run`, whose set-up knows the server.');
  }
  const response = await fetch(broker);
  const body = await response.text();
  if (!response.ok) throw new Error(`The test database did not start: ${body}`);
  return JSON.parse(body) as TestServerAddress;
}
