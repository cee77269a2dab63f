import { type Transaction, tables } from '../../database/transaction.ts';

interface AuthTables {
  auth_secrets: { only_one?: boolean; secret: string };
  auth_users: { id: string; employee: string | null; name: string; email: string };
  auth_sessions: { id: string; user_id: string; token: string; by_link: boolean };
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

export interface SignInUser {
  readonly id: string;
  /** Null for the operator's person. */
  readonly employee: string | null;
  readonly name: string;
  readonly email: string;
}

export async function selectUser(tx: Transaction, id: string): Promise<SignInUser | undefined> {
  return await tables<AuthTables>(tx)
    .selectFrom('auth_users')
    .select(['id', 'employee', 'name', 'email'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function selectUserOfEmployee(
  tx: Transaction,
  employee: string,
): Promise<SignInUser | undefined> {
  return await tables<AuthTables>(tx)
    .selectFrom('auth_users')
    .select(['id', 'employee', 'name', 'email'])
    .where('employee', '=', employee)
    .executeTakeFirst();
}

/** The operator's first person: the one whom the sign-in link at start is for. */
export async function selectFirstOperator(tx: Transaction): Promise<SignInUser | undefined> {
  return await tables<AuthTables>(tx)
    .selectFrom('auth_users')
    .select(['id', 'employee', 'name', 'email'])
    .where('employee', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export async function updateSessionByLink(tx: Transaction, token: string): Promise<void> {
  await tables<AuthTables>(tx)
    .updateTable('auth_sessions')
    .set({ by_link: true })
    .where('token', '=', token)
    .execute();
}

/** Whether the session began with a one-time link. */
export async function isSessionByLink(tx: Transaction, token: string): Promise<boolean> {
  const row = await tables<AuthTables>(tx)
    .selectFrom('auth_sessions')
    .select('by_link')
    .where('token', '=', token)
    .executeTakeFirst();
  return row?.by_link === true;
}

/** Signs the employee out everywhere. */
export async function deleteSessionsOfEmployee(tx: Transaction, employee: string): Promise<void> {
  const users = tables<AuthTables>(tx)
    .selectFrom('auth_users')
    .select('id')
    .where('employee', '=', employee);
  await tables<AuthTables>(tx).deleteFrom('auth_sessions').where('user_id', 'in', users).execute();
}
