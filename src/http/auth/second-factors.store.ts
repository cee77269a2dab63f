import { type Transaction, tables } from '../../database/transaction.ts';

interface FactorTables {
  auth_second_factors: {
    user_id: string;
    sealed_secret: string;
    confirmed_at: Date | null;
    last_step: bigint;
    created_at: Date;
  };
  auth_recovery_codes: { user_id: string; code_hash: Buffer; used_at: Date | null };
}

export interface SecondFactor {
  readonly sealedSecret: string;
  /** Null while it was set up and no code has been shown yet. */
  readonly confirmedAt: Date | null;
  readonly lastStep: bigint;
}

/** The user's second factor, its row held until the transaction ends where `lock`. */
export async function selectSecondFactor(
  tx: Transaction,
  userId: string,
  lock: 'lock' | 'no lock' = 'no lock',
): Promise<SecondFactor | undefined> {
  const query = tables<FactorTables>(tx)
    .selectFrom('auth_second_factors')
    .selectAll()
    .where('user_id', '=', userId);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    sealedSecret: row.sealed_secret,
    confirmedAt: row.confirmed_at,
    lastStep: row.last_step,
  };
}

/** Sets up another secret, in place of one that was never confirmed. */
export async function upsertSecondFactor(
  tx: Transaction,
  { userId, sealedSecret, at }: { userId: string; sealedSecret: string; at: Date },
): Promise<void> {
  await tables<FactorTables>(tx)
    .insertInto('auth_second_factors')
    .values({
      user_id: userId,
      sealed_secret: sealedSecret,
      confirmed_at: null,
      last_step: 0n,
      created_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet({ sealed_secret: sealedSecret, created_at: at })
        .where('auth_second_factors.confirmed_at', 'is', null),
    )
    .execute();
}

export async function updateSecondFactor(
  tx: Transaction,
  userId: string,
  changes: { readonly confirmedAt?: Date; readonly lastStep: bigint },
): Promise<void> {
  await tables<FactorTables>(tx)
    .updateTable('auth_second_factors')
    .set({ confirmed_at: changes.confirmedAt, last_step: changes.lastStep })
    .where('user_id', '=', userId)
    .execute();
}

/** Removes the factor and its recovery codes; whether there was a confirmed one. */
export async function deleteSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  await deleteRecoveryCodes(tx, userId);
  const row = await tables<FactorTables>(tx)
    .deleteFrom('auth_second_factors')
    .where('user_id', '=', userId)
    .returning('confirmed_at')
    .executeTakeFirst();
  return row !== undefined && row.confirmed_at !== null;
}

export async function deleteRecoveryCodes(tx: Transaction, userId: string): Promise<void> {
  await tables<FactorTables>(tx)
    .deleteFrom('auth_recovery_codes')
    .where('user_id', '=', userId)
    .execute();
}

export async function insertRecoveryCodes(
  tx: Transaction,
  userId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  const rows = hashes.map((code_hash) => ({ user_id: userId, code_hash, used_at: null }));
  await tables<FactorTables>(tx).insertInto('auth_recovery_codes').values(rows).execute();
}

/** Uses a code up; false where it was used already or is none of the user's. */
export async function updateRecoveryCodeUsed(
  tx: Transaction,
  { userId, hash, at }: { userId: string; hash: Buffer; at: Date },
): Promise<boolean> {
  const row = await tables<FactorTables>(tx)
    .updateTable('auth_recovery_codes')
    .set({ used_at: at })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function countRecoveryCodes(tx: Transaction, userId: string): Promise<number> {
  const row = await tables<FactorTables>(tx)
    .selectFrom('auth_recovery_codes')
    .select((select) => select.fn.countAll<bigint>().as('left'))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.left);
}
