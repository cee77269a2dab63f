import { sql } from 'kysely';
import { type Transaction, tables } from '../database/transaction.ts';

interface FailureTables {
  jobs_failures: {
    account: string;
    reason: string;
    failures: number;
    failing_since: Date;
    retry_at: Date;
  };
}

export interface JobFailure {
  readonly account: string;
  /** What went wrong the last time, in a sentence. */
  readonly reason: string;
  /** How often in a row. */
  readonly failures: number;
  readonly failingSince: Date;
  readonly retryAt: Date;
}

/** By account. */
export async function selectFailures(
  tx: Transaction,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<JobFailure[]> {
  let query = tables<FailureTables>(tx).selectFrom('jobs_failures').selectAll();
  if (after !== undefined) query = query.where('account', '>', after);
  return (await query.orderBy('account').limit(limit).execute()).map(failureOf);
}

/** Counts one more failure; `firstMs` doubles with each, up to `maxMs`. */
export async function upsertFailure(
  tx: Transaction,
  { account, reason, now }: { account: string; reason: string; now: Date },
  { firstMs, maxMs }: { firstMs: number; maxMs: number },
): Promise<void> {
  const first = new Date(now.getTime() + firstMs);
  await sql`
    insert into jobs_failures as old (account, reason, failures, failing_since, retry_at)
    values (${account}, ${reason}, 1, ${now}, ${first})
    on conflict (account) do update set
      reason = excluded.reason,
      failures = old.failures + 1,
      retry_at = ${now}::timestamptz
        + least(${firstMs} * 2 ^ least(old.failures, 30), ${maxMs}) * interval '1 millisecond'
  `.execute(tx);
}

export async function updateRetryAt(
  tx: Transaction,
  account: string,
  at: Date,
): Promise<JobFailure | undefined> {
  const row = await tables<FailureTables>(tx)
    .updateTable('jobs_failures')
    .set({ retry_at: at })
    .where('account', '=', account)
    .returningAll()
    .executeTakeFirst();
  return row && failureOf(row);
}

export async function deleteFailure(tx: Transaction, account: string): Promise<void> {
  await tables<FailureTables>(tx)
    .deleteFrom('jobs_failures')
    .where('account', '=', account)
    .execute();
}

function failureOf(row: FailureTables['jobs_failures']): JobFailure {
  return {
    account: row.account,
    reason: row.reason,
    failures: row.failures,
    failingSince: row.failing_since,
    retryAt: row.retry_at,
  };
}
