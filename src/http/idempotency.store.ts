import { sql } from 'kysely';
import { type Transaction, tables } from '../database/transaction.ts';

interface IdempotencyTables {
  platform_idempotency_keys: {
    scope: string;
    key: string;
    request_hash: Buffer;
    status: number | null;
    reply: string | null;
    created_at: Date;
    claimed_until: Date | null;
    claimed_by: number | null;
  };
}

export interface KeyRow {
  readonly requestHash: Buffer;
  readonly status: number | null;
  readonly reply: string | null;
  readonly claimedUntil: Date | null;
}

export interface KeyName {
  /** The company, or `operator`. */
  readonly scope: string;
  readonly key: string;
}

/** Who works under a key, and until when it is taken to be under way. */
export interface Claim {
  readonly by: number;
  readonly until: Date;
}

/**
 * Takes the key; false where it is taken. While another transaction that took it is open this
 * waits for it, which is how the second of two equal requests gets the first one's answer.
 */
export async function insertKey(
  tx: Transaction,
  name: KeyName,
  row: { requestHash: Buffer; now: Date; claim: Claim | undefined },
): Promise<boolean> {
  const inserted = await tables<IdempotencyTables>(tx)
    .insertInto('platform_idempotency_keys')
    .values({
      ...name,
      request_hash: row.requestHash,
      status: null,
      reply: null,
      created_at: row.now,
      claimed_until: row.claim?.until ?? null,
      claimed_by: row.claim?.by ?? null,
    })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function selectKey(tx: Transaction, name: KeyName): Promise<KeyRow | undefined> {
  const row = await tables<IdempotencyTables>(tx)
    .selectFrom('platform_idempotency_keys')
    .selectAll()
    .where('scope', '=', name.scope)
    .where('key', '=', name.key)
    .executeTakeFirst();
  return (
    row && {
      requestHash: row.request_hash,
      status: row.status,
      reply: row.reply,
      claimedUntil: row.claimed_until,
    }
  );
}

/** Takes over a key whose claim has lapsed or whose process is gone; false where none has. */
export async function reclaimKey(
  tx: Transaction,
  name: KeyName,
  now: Date,
  claim: Claim,
): Promise<boolean> {
  const claimed = await tables<IdempotencyTables>(tx)
    .updateTable('platform_idempotency_keys')
    .set({ claimed_until: claim.until, claimed_by: claim.by })
    .where('scope', '=', name.scope)
    .where('key', '=', name.key)
    .where('status', 'is', null)
    .where(sql<boolean>`(claimed_until <= ${now} or platform_is_gone(claimed_by))`)
    .returning('key')
    .executeTakeFirst();
  return claimed !== undefined;
}

export async function updateReply(
  tx: Transaction,
  name: KeyName,
  reply: { status: number; text: string; keptText?: string },
): Promise<void> {
  await tables<IdempotencyTables>(tx)
    .updateTable('platform_idempotency_keys')
    .set({ status: reply.status, reply: reply.keptText ?? reply.text, claimed_until: null })
    .where('scope', '=', name.scope)
    .where('key', '=', name.key)
    .execute();
}

export async function deleteKey(tx: Transaction, name: KeyName): Promise<void> {
  await tables<IdempotencyTables>(tx)
    .deleteFrom('platform_idempotency_keys')
    .where('scope', '=', name.scope)
    .where('key', '=', name.key)
    .where('status', 'is', null)
    .execute();
}

/** Forgets keys older than `before`; how many. */
export async function deleteKeysBefore(tx: Transaction, before: Date): Promise<number> {
  const result = await tables<IdempotencyTables>(tx)
    .deleteFrom('platform_idempotency_keys')
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Marks the point that a refused effect goes back to. */
export async function savepoint(tx: Transaction): Promise<void> {
  await sql`savepoint effect`.execute(tx);
}

export async function rollbackToSavepoint(tx: Transaction): Promise<void> {
  await sql`rollback to savepoint effect`.execute(tx);
}
