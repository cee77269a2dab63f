import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { AttachedDocument, Mail, MailState } from './mail.ts';

interface MailTables {
  notices_mails: {
    id: string;
    kind: string;
    company: string | null;
    account: string | null;
    to_name: string;
    to_address: string;
    subject: string;
    text_body: string;
    html_body: string;
    attachments: string;
    is_confidential: boolean;
    state: MailState;
    attempts: number;
    next_attempt_at: Date;
    give_up_at: Date | null;
    last_attempt_at: Date | null;
    last_result: string | null;
    created_at: Date;
  };
}

type MailRow = Omit<MailTables['notices_mails'], 'attachments'> & {
  attachments: unknown;
};

const mailOf = (row: MailRow): Mail => ({
  id: row.id,
  kind: row.kind,
  company: row.company,
  account: row.account,
  to: { name: row.to_name, address: row.to_address },
  subject: row.subject,
  text: row.text_body,
  html: row.html_body,
  attachments: row.attachments as AttachedDocument[],
  isConfidential: row.is_confidential,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  giveUpAt: row.give_up_at,
  lastAttemptAt: row.last_attempt_at,
  lastResult: row.last_result,
  createdAt: row.created_at,
});

export async function insertMail(tx: Transaction, mail: Mail): Promise<void> {
  await tables<MailTables>(tx)
    .insertInto('notices_mails')
    .values({
      id: mail.id,
      kind: mail.kind,
      company: mail.company,
      account: mail.account,
      to_name: mail.to.name,
      to_address: mail.to.address,
      subject: mail.subject,
      text_body: mail.text,
      html_body: mail.html,
      attachments: JSON.stringify(mail.attachments),
      is_confidential: mail.isConfidential,
      state: mail.state,
      attempts: mail.attempts,
      next_attempt_at: mail.nextAttemptAt,
      give_up_at: mail.giveUpAt,
      last_attempt_at: mail.lastAttemptAt,
      last_result: mail.lastResult,
      created_at: mail.createdAt,
    })
    .execute();
}

export async function selectMail(
  tx: Transaction,
  id: string,
  lock: 'lock' | 'no lock' = 'no lock',
): Promise<Mail | undefined> {
  const query = tables<MailTables>(tx).selectFrom('notices_mails').selectAll().where('id', '=', id);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  return row && mailOf(row);
}

export interface MailFilter {
  readonly company?: string | undefined;
  readonly state?: MailState | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The newest first. */
export async function selectMails(tx: Transaction, filter: MailFilter): Promise<Mail[]> {
  let query = tables<MailTables>(tx).selectFrom('notices_mails').selectAll();
  if (filter.company !== undefined) query = query.where('company', '=', filter.company);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.after !== undefined) query = query.where('id', '<', filter.after);
  return (await query.orderBy('id', 'desc').limit(filter.limit).execute()).map(mailOf);
}

/**
 * Takes mails that are due, so that no other process sends them before `until`. What is taken by
 * a process that then dies is due again at that instant.
 */
export async function claimMails(
  tx: Transaction,
  now: Date,
  until: Date,
  limit: number,
): Promise<Mail[]> {
  const { rows } = await sql<MailRow>`
    update notices_mails as mail
    set attempts = attempts + 1, next_attempt_at = ${until}, last_attempt_at = ${now}
    from (
      select id from notices_mails
      where state = 'pending' and next_attempt_at <= ${now}
      order by next_attempt_at, id limit ${limit} for update skip locked
    ) as claimed
    where mail.id = claimed.id
    returning mail.*
  `.execute(tx);
  return rows.map(mailOf);
}

/** How it stands. Its words are forgotten where they are nobody's any more. */
export async function updateMail(
  tx: Transaction,
  mail: Pick<Mail, 'id' | 'state' | 'attempts' | 'nextAttemptAt' | 'lastResult' | 'text' | 'html'>,
): Promise<void> {
  await tables<MailTables>(tx)
    .updateTable('notices_mails')
    .set({
      state: mail.state,
      attempts: mail.attempts,
      next_attempt_at: mail.nextAttemptAt,
      last_result: mail.lastResult,
      text_body: mail.text,
      html_body: mail.html,
    })
    .where('id', '=', mail.id)
    .execute();
}

/** Removes what was written before `before` and is on its way no more. */
export async function deleteOldMails(tx: Transaction, before: Date): Promise<void> {
  await tables<MailTables>(tx)
    .deleteFrom('notices_mails')
    .where('created_at', '<', before)
    .where('state', '<>', 'pending')
    .execute();
}
