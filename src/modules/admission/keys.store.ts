import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';
import type { OperationKey } from './operation.ts';

/**
 * Adds to a kept refusal the words of its first answer, so that a repetition is answered byte
 * for byte. The first one wins; returned is what stands.
 */
export async function keepWords(
  tx: Transaction,
  { scope, key }: OperationKey,
  words: string,
): Promise<string> {
  await sql`
    update platform_idempotency_keys
    set reply = (reply::jsonb || jsonb_build_object('kept', ${words}::text))::text
    where scope = ${scope} and key = ${key} and not reply::jsonb ? 'kept'
  `.execute(tx);
  const { rows } = await sql<{ kept: string }>`
    select reply::jsonb ->> 'kept' as kept from platform_idempotency_keys
    where scope = ${scope} and key = ${key}
  `.execute(tx);
  return rows[0]?.kept ?? words;
}
