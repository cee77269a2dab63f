import { type Transaction, tables } from '../../database/transaction.ts';
import type { StaffRole } from './staff-role.ts';

export interface UserRow {
  id: string;
  employee: string | null;
  name: string;
  email: string;
  email_verified: boolean;
  role: StaffRole | null;
  removed_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

interface AuthTables {
  auth_secrets: { only_one?: boolean; secret: string };
  auth_users: UserRow;
  auth_accounts: {
    id: string;
    user_id: string;
    account_id: string;
    provider_id: string;
    password: string | null;
    created_at: Date;
    updated_at: Date;
  };
}

/** Keeps `candidate` as the signing secret unless there is one; the one that stands. */
export async function keepSecret(tx: Transaction, candidate: string): Promise<string> {
  await tables<AuthTables>(tx)
    .insertInto('auth_secrets')
    .values({ secret: candidate })
    .onConflict((conflict) => conflict.column('only_one').doNothing())
    .execute();
  const row = await tables<AuthTables>(tx)
    .selectFrom('auth_secrets')
    .select('secret')
    .executeTakeFirstOrThrow();
  return row.secret;
}

/** Somebody who may sign in. */
export interface SignInUser {
  readonly id: string;
  /** Null for the operator's person. */
  readonly employee: string | null;
  readonly name: string;
  /** Of the operator's person; an employee's address stands with the employee. */
  readonly email: string;
  /** Of the operator's person; null for an employee. */
  readonly role: StaffRole | null;
  readonly removedAt: Date | null;
  readonly createdAt: Date;
}

export const userOf = (row: UserRow): SignInUser => ({
  id: row.id,
  employee: row.employee,
  name: row.name,
  email: row.email,
  role: row.role,
  removedAt: row.removed_at,
  createdAt: row.created_at,
});

/** Inserts the user unless there is one for the same employee or address; the one that stands. */
export async function insertUser(tx: Transaction, user: SignInUser): Promise<SignInUser> {
  await tables<AuthTables>(tx)
    .insertInto('auth_users')
    .values({
      id: user.id,
      employee: user.employee,
      name: user.name,
      email: user.email,
      email_verified: true,
      role: user.role,
      removed_at: user.removedAt,
      created_at: user.createdAt,
      updated_at: user.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stands = await selectUserByEmail(tx, user.email);
  return stands ?? user;
}

const users = (tx: Transaction) => tables<AuthTables>(tx).selectFrom('auth_users').selectAll();

export async function selectUser(
  tx: Transaction,
  id: string,
  lock: 'lock' | 'no lock' = 'no lock',
): Promise<SignInUser | undefined> {
  const query = users(tx).where('id', '=', id);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  return row && userOf(row);
}

export async function selectUserByEmail(
  tx: Transaction,
  email: string,
): Promise<SignInUser | undefined> {
  const row = await users(tx).where('email', '=', email).executeTakeFirst();
  return row && userOf(row);
}

export async function selectUserOfEmployee(
  tx: Transaction,
  employee: string,
): Promise<SignInUser | undefined> {
  const row = await users(tx).where('employee', '=', employee).executeTakeFirst();
  return row && userOf(row);
}

/** The operator's first person who is still there: whom the sign-in link at start is for. */
export async function selectFirstAdmin(tx: Transaction): Promise<SignInUser | undefined> {
  const row = await users(tx)
    .where('role', '=', 'admin')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && userOf(row);
}

export async function updateUser(
  tx: Transaction,
  id: string,
  changes: {
    readonly name?: string | undefined;
    readonly email?: string | undefined;
    readonly role?: StaffRole | undefined;
    readonly removedAt?: Date | null | undefined;
  },
  at: Date,
): Promise<void> {
  await tables<AuthTables>(tx)
    .updateTable('auth_users')
    .set({
      name: changes.name,
      email: changes.email,
      role: changes.role,
      removed_at: changes.removedAt,
      updated_at: at,
    })
    .where('id', '=', id)
    .execute();
}

const CREDENTIAL = 'credential';

export async function selectPasswordHash(
  tx: Transaction,
  userId: string,
): Promise<string | undefined> {
  const row = await tables<AuthTables>(tx)
    .selectFrom('auth_accounts')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', CREDENTIAL)
    .executeTakeFirst();
  return row?.password ?? undefined;
}

/** Sets the hash of a password that there is, or is not yet. */
export async function upsertPasswordHash(
  tx: Transaction,
  { id, userId, hash, at }: { id: string; userId: string; hash: string; at: Date },
): Promise<void> {
  const { numUpdatedRows } = await tables<AuthTables>(tx)
    .updateTable('auth_accounts')
    .set({ password: hash, updated_at: at })
    .where('user_id', '=', userId)
    .where('provider_id', '=', CREDENTIAL)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return;
  await tables<AuthTables>(tx)
    .insertInto('auth_accounts')
    .values({
      id,
      user_id: userId,
      account_id: userId,
      provider_id: CREDENTIAL,
      password: hash,
      created_at: at,
      updated_at: at,
    })
    .execute();
}
