import { type Transaction, tables } from '../../database/transaction.ts';

/** The operator's person sees what an employee sees, and can change nothing. */
export interface Impersonation {
  readonly id: string;
  readonly sessionId: string;
  readonly userId: string;
  readonly employee: string;
  readonly reason: string;
  readonly startedAt: Date;
  readonly endsAt: Date;
}

interface ImpersonationTables {
  auth_impersonations: {
    id: string;
    session_id: string;
    user_id: string;
    employee: string;
    reason: string;
    started_at: Date;
    ends_at: Date;
    ended_at: Date | null;
  };
}

const impersonationOf = (row: ImpersonationTables['auth_impersonations']): Impersonation => ({
  id: row.id,
  sessionId: row.session_id,
  userId: row.user_id,
  employee: row.employee,
  reason: row.reason,
  startedAt: row.started_at,
  endsAt: row.ends_at,
});

export async function insertImpersonation(tx: Transaction, one: Impersonation): Promise<void> {
  await tables<ImpersonationTables>(tx)
    .insertInto('auth_impersonations')
    .values({
      id: one.id,
      session_id: one.sessionId,
      user_id: one.userId,
      employee: one.employee,
      reason: one.reason,
      started_at: one.startedAt,
      ends_at: one.endsAt,
      ended_at: null,
    })
    .execute();
}

/** The one that was begun in the session and has not been ended, whether its time is up or not. */
export async function selectImpersonation(
  tx: Transaction,
  sessionId: string,
): Promise<Impersonation | undefined> {
  const row = await tables<ImpersonationTables>(tx)
    .selectFrom('auth_impersonations')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && impersonationOf(row);
}

/** Ends it; false where another request has ended it already. */
export async function updateImpersonationEnded(
  tx: Transaction,
  id: string,
  at: Date,
): Promise<boolean> {
  const row = await tables<ImpersonationTables>(tx)
    .updateTable('auth_impersonations')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Those whose time is up and that nobody ended. */
export async function selectOverdue(tx: Transaction, now: Date): Promise<Impersonation[]> {
  const rows = await tables<ImpersonationTables>(tx)
    .selectFrom('auth_impersonations')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('ends_at', '<=', now)
    .orderBy('id')
    .execute();
  return rows.map(impersonationOf);
}
