import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
import type pg from 'pg';

/**
 * One open transaction. Services pass it from store to store and never look inside;
 * a store sees its own tables through {@link tables}.
 */
export type Transaction = KyselyTransaction<unknown>;

/**
 * How often a piece of work is begun at most. A deadlock costs its loser one second
 * (PostgreSQL's deadlock_timeout), so five attempts are already a slow answer; work that
 * loses five times has a lock order that must be mended, not a longer queue.
 */
const attemptsMax = 5;

/** The first pause's upper bound; it doubles with each attempt. */
const firstPauseMs = 10;

/** SQLSTATEs after which PostgreSQL has undone everything and asks to be tried again. */
const retryableStates: ReadonlySet<string> = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
]);

/** A database as the core sees it: something that runs transactions. */
export class Database {
  readonly #kysely: Kysely<unknown>;

  constructor(pool: pg.Pool) {
    this.#kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  }

  /**
   * Runs `work` in one read-committed transaction: committed when it returns, undone when it
   * throws. Services lock the rows that they decide about (`for update`).
   *
   * After a deadlock or serialization failure the *whole* of `work` runs again, so it must
   * have no effect outside of the transaction. A connection lost during COMMIT is not retried:
   * whether it committed is unknown, and only the caller's idempotency row can tell.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#kysely
          .transaction()
          .setIsolationLevel('read committed')
          .setAccessMode('read write')
          .execute(work);
      } catch (error) {
        if (attempt >= attemptsMax || !isRetryable(error)) throw error;
        await pause(attempt);
      }
    }
  }

  /**
   * Runs `work` in a read-only transaction over one snapshot, so that several statements
   * agree with one another. It takes no row locks, and PostgreSQL refuses any write in it.
   */
  async read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return await this.#kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(work);
  }
}

/** The tables `Tables` as a store of theirs may use them within `tx`. */
export function tables<Tables>(tx: Transaction): KyselyTransaction<Tables> {
  // The type is all that changes: a Kysely carries no table names at run time.
  return tx as unknown as KyselyTransaction<Tables>;
}

function isRetryable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    retryableStates.has(error.code)
  );
}

/** Waits a random while, so that two that collided do not collide again at once. */
async function pause(attempt: number): Promise<void> {
  const boundMs = firstPauseMs * 2 ** (attempt - 1);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * boundMs));
}
