import { Refusal } from '../kernel/refusal.ts';
import type { Database } from './transaction.ts';

/** Lost connections and a server that is starting or stopping: try again, nothing is known. */
const GONE = /^(08\w{3}|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/;

/** Whether the database could not be reached, as opposed to having refused. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && GONE.test(error.code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}

/** A switch waits two or three seconds for an answer; by then it has to be decided. */
const PATIENCE_MS = 750;
/** A database that does not answer within this does not answer callers either. */
const LOOK_MS = 500;

/**
 * Does `work`; where the database is gone, `without` instead. Admission waits for a database that
 * was lost to come back, longer than callers wait for an answer, so what takes long has the
 * database looked at; so has a refusal as `unavailable`, which may as well mean too much work.
 */
export async function orWithoutDatabase<Result>(
  database: Database,
  work: () => Promise<Result>,
  without: () => Result,
): Promise<Result> {
  const asked = work().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  const early = await Promise.race([asked, pause(PATIENCE_MS)]);
  const failure = early !== undefined && 'error' in early ? early.error : undefined;
  if (isDatabaseGone(failure)) return without();
  const isInDoubt = early === undefined || isUnavailable(failure);
  if (isInDoubt && !(await isReachable(database))) return without();
  const answer = await asked;
  if ('error' in answer) throw answer.error;
  return answer.value;
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'unavailable';
}

async function isReachable(database: Database): Promise<boolean> {
  // Opening the transaction asks the server.
  const looked = database.read(async () => true).catch((error) => !isDatabaseGone(error));
  return (await Promise.race([looked, pause(LOOK_MS)])) ?? false;
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
}
