import { type Generated, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';

export type SandboxOutcome =
  | 'succeeded'
  | 'declined'
  | 'pending'
  | 'refunded'
  | 'reversed'
  | 'withdrawn';

/** A charge as the sandbox keeps it. */
export interface SandboxCharge {
  readonly key: string;
  readonly token: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly outcome: SandboxOutcome;
  readonly clears_at: Date | null;
  readonly created_at: Date;
}

interface SandboxTables {
  sandbox_charges: SandboxCharge & { calls: Generated<number> };
}

/** Keeps the charge, unless its key is known: then what is known stands, and this is a call. */
export async function keepCharge(tx: Transaction, charge: SandboxCharge): Promise<SandboxCharge> {
  return await tables<SandboxTables>(tx)
    .insertInto('sandbox_charges')
    .values(charge)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ calls: sql<number>`sandbox_charges.calls + 1` }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function selectCharge(
  tx: Transaction,
  key: string,
): Promise<SandboxCharge | undefined> {
  return await tables<SandboxTables>(tx)
    .selectFrom('sandbox_charges')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
}

export async function updateOutcome(
  tx: Transaction,
  key: string,
  outcome: SandboxOutcome,
): Promise<void> {
  await tables<SandboxTables>(tx)
    .updateTable('sandbox_charges')
    .set({ outcome })
    .where('key', '=', key)
    .execute();
}
