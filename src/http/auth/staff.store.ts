import { type Transaction, tables } from '../../database/transaction.ts';
import { type SignInUser, type UserRow, userOf } from './users.store.ts';

interface StaffTables {
  auth_users: UserRow;
  auth_second_factors: { user_id: string; confirmed_at: Date | null };
  auth_passkeys: { user_id: string };
}

/** The operator's people, those who were removed left out. */
export async function selectStaff(
  tx: Transaction,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<SignInUser[]> {
  let query = tables<StaffTables>(tx)
    .selectFrom('auth_users')
    .selectAll()
    .where('role', 'is not', null)
    .where('removed_at', 'is', null);
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.orderBy('id').limit(limit).execute()).map(userOf);
}

/** Locks every operator admin, so that two who remove one another do not both succeed. */
export async function lockAdmins(tx: Transaction): Promise<string[]> {
  const rows = await tables<StaffTables>(tx)
    .selectFrom('auth_users')
    .select('id')
    .where('role', '=', 'admin')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of the users who have set up an authenticator app, or a passkey. */
export async function selectWithTwoFactors(
  tx: Transaction,
  users: readonly string[],
): Promise<Set<string>> {
  const ids = [...users];
  if (ids.length === 0) return new Set();
  const rows = await tables<StaffTables>(tx)
    .selectFrom('auth_second_factors')
    .select('user_id')
    .where('user_id', 'in', ids)
    .where('confirmed_at', 'is not', null)
    .union((both) => both.selectFrom('auth_passkeys').select('user_id').where('user_id', 'in', ids))
    .execute();
  return new Set(rows.map((row) => row.user_id));
}
