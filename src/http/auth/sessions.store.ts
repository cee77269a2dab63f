import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';

/** How a session began. */
export type SignInMethod = 'password' | 'link' | 'passkey' | 'sso';

export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly token: string;
  readonly method: SignInMethod;
  /** Whether two factors were shown: two steps, a passkey, or whatever a company's own asks. */
  readonly secondFactor: boolean;
  readonly address: string;
  readonly device: string;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  /** The next request is given a new token. */
  readonly renew: boolean;
  /** Has been given a new one; this row ends within moments. */
  readonly replaced: boolean;
}

interface SessionRow {
  id: string;
  user_id: string;
  token: string;
  method: SignInMethod;
  second_factor: boolean;
  ip_address: string | null;
  user_agent: string | null;
  started_at: Date;
  last_used_at: Date;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
  renew: boolean;
  replaced: boolean;
}

interface SessionTables {
  auth_sessions: SessionRow;
  auth_users: { id: string; employee: string | null };
}

const sessionOf = (row: SessionRow): Session => ({
  id: row.id,
  userId: row.user_id,
  token: row.token,
  method: row.method,
  secondFactor: row.second_factor,
  address: row.ip_address ?? '',
  device: row.user_agent ?? '',
  startedAt: row.started_at,
  lastUsedAt: row.last_used_at,
  expiresAt: row.expires_at,
  renew: row.renew,
  replaced: row.replaced,
});

export async function insertSession(tx: Transaction, session: Session, at: Date): Promise<void> {
  await tables<SessionTables>(tx)
    .insertInto('auth_sessions')
    .values({
      id: session.id,
      user_id: session.userId,
      token: session.token,
      method: session.method,
      second_factor: session.secondFactor,
      ip_address: session.address,
      user_agent: session.device,
      started_at: session.startedAt,
      last_used_at: session.lastUsedAt,
      expires_at: session.expiresAt,
      created_at: at,
      updated_at: at,
      renew: session.renew,
      replaced: session.replaced,
    })
    .execute();
}

export async function selectSession(
  tx: Transaction,
  token: string,
  lock: 'lock' | 'no lock' = 'no lock',
): Promise<Session | undefined> {
  const query = tables<SessionTables>(tx)
    .selectFrom('auth_sessions')
    .selectAll()
    .where('token', '=', token);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  return row && sessionOf(row);
}

/** A user's sessions, the last used first; those that were given a new token left out. */
export async function selectSessionsOf(tx: Transaction, userId: string): Promise<Session[]> {
  const rows = await tables<SessionTables>(tx)
    .selectFrom('auth_sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('replaced', '=', false)
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(sessionOf);
}

export async function updateSession(
  tx: Transaction,
  id: string,
  changes: {
    readonly lastUsedAt?: Date;
    readonly startedAt?: Date;
    readonly expiresAt?: Date;
    readonly address?: string;
    readonly secondFactor?: boolean;
    readonly renew?: boolean;
    readonly replaced?: boolean;
  },
): Promise<void> {
  await tables<SessionTables>(tx)
    .updateTable('auth_sessions')
    .set({
      last_used_at: changes.lastUsedAt,
      started_at: changes.startedAt,
      expires_at: changes.expiresAt,
      ip_address: changes.address,
      second_factor: changes.secondFactor,
      renew: changes.renew,
      replaced: changes.replaced,
    })
    .where('id', '=', id)
    .execute();
}

/**
 * The session that took the place of one that was given a new token: the same person's, begun at
 * the same instant. Undefined where it has been ended meanwhile.
 */
export async function selectSuccessor(
  tx: Transaction,
  { userId, startedAt }: Session,
): Promise<Session | undefined> {
  const row = await tables<SessionTables>(tx)
    .selectFrom('auth_sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('started_at', '=', startedAt)
    .where('replaced', '=', false)
    .executeTakeFirst();
  return row && sessionOf(row);
}

/** What hangs on a session goes on with the one that takes its place. */
export async function moveImpersonation(tx: Transaction, from: string, to: string): Promise<void> {
  await sql`
    update auth_impersonations set session_id = ${to} where session_id = ${from}
  `.execute(tx);
}

/** From the next request on every session of the user has another token. */
export async function updateSessionsRenew(tx: Transaction, userId: string): Promise<void> {
  await tables<SessionTables>(tx)
    .updateTable('auth_sessions')
    .set({ renew: true })
    .where('user_id', '=', userId)
    .where('replaced', '=', false)
    .execute();
}

/**
 * The sessions that ended, those that were given a new token left out. Of one: with `only`; all
 * but one: with `except`.
 */
export async function deleteSessions(
  tx: Transaction,
  userId: string,
  which: { readonly only?: string; readonly except?: string } = {},
): Promise<string[]> {
  let query = tables<SessionTables>(tx).deleteFrom('auth_sessions').where('user_id', '=', userId);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except !== undefined) query = query.where('id', '!=', which.except);
  const rows = await query.returning(['id', 'replaced']).execute();
  return rows.filter(({ replaced }) => !replaced).map(({ id }) => id);
}

/** Sessions that nobody can use any more. */
export async function deleteSessionsBefore(
  tx: Transaction,
  { expired, idle }: { expired: Date; idle: Date },
): Promise<void> {
  await tables<SessionTables>(tx)
    .deleteFrom('auth_sessions')
    .where((where) =>
      where.or([where('expires_at', '<', expired), where('last_used_at', '<', idle)]),
    )
    .execute();
}
