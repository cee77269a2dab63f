import type { OpenDatabase } from './connect.ts';

/**
 * A freshly migrated database of the test's own, copied from a template in a few tens of
 * milliseconds. `close()` drops it. The first call of a test run starts PostgreSQL.
 */
export async function freshDatabase(): Promise<OpenDatabase> {
  throw new Error('The test database is being written.');
}
