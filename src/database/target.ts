import type pg from 'pg';

/** What `pg` needs to reach a server: a URL, or the parts of one. */
export type ConnectionTarget = Pick<
  pg.PoolConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'database' | 'ssl'
>;
