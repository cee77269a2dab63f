import pg from 'pg';
import type { OpenDatabase } from './connect.ts';
import { Database } from './transaction.ts';

/**
 * A database that is never asked, for putting the parts together only to describe them. A pool
 * connects at its first query, and this one would have nowhere to.
 */
export function unconnectedDatabase(): OpenDatabase {
  const target = { host: '/nowhere', port: 1 };
  const pool = new pg.Pool({ ...target, max: 1, connectionTimeoutMillis: 1 });
  return {
    database: new Database(pool),
    pool,
    lanes: pool,
    target,
    description: 'no database',
    close: () => pool.end(),
  };
}
