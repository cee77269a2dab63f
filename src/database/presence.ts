import pg from 'pg';
import type { ConnectionTarget } from './target.ts';

/** The first of the lock's two keys, as in migration 0019; it only has to be ours. */
const LOCK_CLASS = 7_655_022;

/**
 * Shows other processes that this one lives, by a lock that ends with its connection: what it
 * claimed is free the moment it dies, and not only when the claim lapses.
 *
 * Where the connection is lost while the process goes on, its claims can be taken over although
 * it still works under them. So a claim only spares others the wait; what is done under it has
 * to stand being done twice.
 */
export class Presence {
  readonly #target: ConnectionTarget;
  #client: pg.Client | undefined;
  #number: Promise<number> | undefined;

  constructor(target: ConnectionTarget) {
    this.#target = target;
  }

  /** This process's number, whose lock it holds. Connects the first time it is asked. */
  number(): Promise<number> {
    this.#number ??= this.#begin().catch((error: unknown) => {
      this.#number = undefined;
      throw error;
    });
    return this.#number;
  }

  async close(): Promise<void> {
    await this.#number?.catch(() => {});
    await this.#client?.end();
  }

  async #begin(): Promise<number> {
    const client = new pg.Client({ ...this.#target, application_name: 'tollkeeper presence' });
    const forget = () => {
      if (this.#client !== client) return;
      this.#client = undefined;
      this.#number = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    this.#client = client;
    const { rows } = await client.query<{ number: number }>(
      "select nextval('platform_presences')::int as number",
    );
    const number = rows[0]?.number ?? 0;
    await client.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, number]);
    return number;
  }
}
