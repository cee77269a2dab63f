import { type Transaction, tables } from '../../database/transaction.ts';

export interface Passkey {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  /** Whether it is also kept by its maker's cloud, and so survives the loss of the device. */
  readonly backedUp: boolean;
  readonly createdAt: Date;
}

interface PasskeyTables {
  auth_passkeys: {
    id: string;
    user_id: string;
    name: string | null;
    backed_up: boolean;
    created_at: Date;
  };
}

const passkeyOf = (row: PasskeyTables['auth_passkeys']): Passkey => ({
  id: row.id,
  userId: row.user_id,
  name: row.name ?? 'Passkey',
  backedUp: row.backed_up,
  createdAt: row.created_at,
});

const COLUMNS = ['id', 'user_id', 'name', 'backed_up', 'created_at'] as const;

export async function selectPasskeys(tx: Transaction, userId: string): Promise<Passkey[]> {
  const rows = await tables<PasskeyTables>(tx)
    .selectFrom('auth_passkeys')
    .select(COLUMNS)
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute();
  return rows.map(passkeyOf);
}

/** The passkey under its new name; undefined where it is none of the user's. */
export async function updatePasskeyName(
  tx: Transaction,
  { userId, id, name }: { userId: string; id: string; name: string },
): Promise<Passkey | undefined> {
  const row = await tables<PasskeyTables>(tx)
    .updateTable('auth_passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row && passkeyOf(row);
}

/** The passkey that was; undefined where it is none of the user's. */
export async function deletePasskey(
  tx: Transaction,
  { userId, id }: { userId: string; id: string },
): Promise<Passkey | undefined> {
  const row = await tables<PasskeyTables>(tx)
    .deleteFrom('auth_passkeys')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row && passkeyOf(row);
}
