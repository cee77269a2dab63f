import { type Transaction, tables } from '../../database/transaction.ts';

interface TicketTables {
  auth_tickets: { secret_hash: Buffer; kind: string; data: unknown; expires_at: Date };
  auth_tries: { subject: string; tries: number; window_start: Date };
}

export async function insertTicket(
  tx: Transaction,
  ticket: { secretHash: Buffer; kind: string; data: object; expiresAt: Date },
): Promise<void> {
  await tables<TicketTables>(tx)
    .insertInto('auth_tickets')
    .values({
      secret_hash: ticket.secretHash,
      kind: ticket.kind,
      data: JSON.stringify(ticket.data),
      expires_at: ticket.expiresAt,
    })
    .execute();
}

/** The ticket, which is gone then: of two who bring it at once, one has it. */
export async function takeTicket(
  tx: Transaction,
  secretHash: Buffer,
  kind: string,
): Promise<{ data: unknown; expiresAt: Date } | undefined> {
  const row = await tables<TicketTables>(tx)
    .deleteFrom('auth_tickets')
    .where('secret_hash', '=', secretHash)
    .where('kind', '=', kind)
    .returning(['data', 'expires_at'])
    .executeTakeFirst();
  return row && { data: row.data, expiresAt: row.expires_at };
}

/** The ticket, which stays. */
export async function selectTicket(
  tx: Transaction,
  secretHash: Buffer,
  kind: string,
): Promise<{ data: unknown; expiresAt: Date } | undefined> {
  const row = await tables<TicketTables>(tx)
    .selectFrom('auth_tickets')
    .select(['data', 'expires_at'])
    .where('secret_hash', '=', secretHash)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row && { data: row.data, expiresAt: row.expires_at };
}

export async function deleteTicketsBefore(tx: Transaction, before: Date): Promise<void> {
  await tables<TicketTables>(tx)
    .deleteFrom('auth_tickets')
    .where('expires_at', '<', before)
    .execute();
}

/**
 * Counts one more try, in the window that is open or in a new one. Counted before the try is
 * judged, so that many at once are not all let through.
 */
export async function countTry(
  tx: Transaction,
  { subject, now, opensAfter }: { subject: string; now: Date; opensAfter: Date },
): Promise<{ tries: number; windowStart: Date }> {
  const row = await tables<TicketTables>(tx)
    .insertInto('auth_tries')
    .values({ subject, tries: 1, window_start: now })
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet((update) => ({
        tries: update
          .case()
          .when('auth_tries.window_start', '<=', opensAfter)
          .then(1)
          .else(update('auth_tries.tries', '+', 1))
          .end(),
        window_start: update
          .case()
          .when('auth_tries.window_start', '<=', opensAfter)
          .then(now)
          .else(update.ref('auth_tries.window_start'))
          .end(),
      })),
    )
    .returning(['tries', 'window_start'])
    .executeTakeFirstOrThrow();
  return { tries: row.tries, windowStart: row.window_start };
}

export async function deleteTries(tx: Transaction, subject: string): Promise<void> {
  await tables<TicketTables>(tx).deleteFrom('auth_tries').where('subject', '=', subject).execute();
}

export async function deleteTriesBefore(tx: Transaction, before: Date): Promise<void> {
  await tables<TicketTables>(tx)
    .deleteFrom('auth_tries')
    .where('window_start', '<', before)
    .execute();
}
