import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import type { Notice, NoticeFigure, ReadNotice } from './notice.ts';
import { NOTICE_KINDS, type NoticeKind, type NoticeLevel } from './notice-kind.ts';

interface NoticeRow {
  id: string;
  company: string;
  account: string | null;
  employee: string | null;
  kind: string;
  key: string;
  level: string;
  message: string;
  figures: unknown;
  remedies: unknown;
  words: unknown;
  created_at: Date;
}

interface NoticeTables {
  notices_marks: {
    notice: string;
    reader: string;
    read_at: Date;
    dismissed_at: Date | null;
  };
  notices_preferences: { employee: string; kind: string; mailed: boolean };
}

const noticeOf = (row: NoticeRow): Notice => ({
  id: row.id,
  company: row.company,
  account: row.account,
  employee: row.employee,
  kind: row.kind as NoticeKind,
  key: row.key,
  level: row.level as NoticeLevel,
  message: row.message,
  figures: row.figures as NoticeFigure[],
  remedies: row.remedies as Remedy[],
  words: row.words as Notice['words'],
  createdAt: row.created_at,
});

/** Whether it is new: one of this kind and key was not told yet. */
export async function insertNotice(tx: Transaction, notice: Notice): Promise<boolean> {
  const { title } = NOTICE_KINDS[notice.kind];
  const { rows } = await sql<{ id: string }>`
    insert into notices
      (id, company, account, employee, kind, key, level, title, message, figures, remedies,
       words, created_at)
    values (${notice.id}, ${notice.company}, ${notice.account}, ${notice.employee},
            ${notice.kind}, ${notice.key}, ${notice.level}, ${title}, ${notice.message},
            ${JSON.stringify(notice.figures)}::jsonb, ${JSON.stringify(notice.remedies)}::jsonb,
            ${JSON.stringify(notice.words)}::jsonb, ${notice.createdAt})
    on conflict (company, account, kind, key) do nothing
    returning id
  `.execute(tx);
  return rows.length > 0;
}

/** Who looks: what is addressed to others, or to nobody they may stand for, is left out. */
export interface Reader {
  /** Under which what was read is remembered: an employee, the operator's person, a key. */
  readonly id: string;
  readonly company: string;
  /** Whether they see what is told to the company, and not only to themselves. */
  readonly seesBilling: boolean;
}

export interface NoticeFilter {
  readonly account?: string | undefined;
  readonly kind?: NoticeKind | undefined;
  readonly unread?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

const visibleTo = ({ id, company, seesBilling }: Reader) => sql`
  notice.company = ${company}
  and (notice.employee = ${id} or notice.employee is null and ${seesBilling})
  and mark.dismissed_at is null
`;

/** What the reader has not dismissed, the newest first. */
export async function selectNotices(
  tx: Transaction,
  reader: Reader,
  filter: NoticeFilter,
): Promise<ReadNotice[]> {
  const { account = null, kind = null, unread = null, after = null } = filter;
  const { rows } = await sql<NoticeRow & { read_at: Date | null }>`
    select notice.*, mark.read_at
    from notices notice
    left join notices_marks mark on mark.notice = notice.id and mark.reader = ${reader.id}
    where ${visibleTo(reader)}
      and (${account}::text is null or notice.account = ${account})
      and (${kind}::text is null or notice.kind = ${kind})
      and (${unread}::boolean is null or ${unread} = (mark.read_at is null))
      and (${after}::text is null or notice.id < ${after})
    order by notice.id desc limit ${filter.limit}
  `.execute(tx);
  return rows.map((row) => ({ ...noticeOf(row), readAt: row.read_at }));
}

/** How many the reader has not read, counted up to `max`. */
export async function countUnread(tx: Transaction, reader: Reader, max: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from notices notice
      left join notices_marks mark on mark.notice = notice.id and mark.reader = ${reader.id}
      where ${visibleTo(reader)} and mark.read_at is null
      limit ${max}
    ) unread
  `.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function selectNotice(tx: Transaction, id: string): Promise<Notice | undefined> {
  const { rows } = await sql<NoticeRow>`select * from notices where id = ${id}`.execute(tx);
  return rows[0] && noticeOf(rows[0]);
}

/** Read, and dismissed where that is said; reading first keeps its instant. */
export async function upsertMark(
  tx: Transaction,
  mark: { notice: string; reader: string; at: Date; dismissed: boolean },
): Promise<Date> {
  const dismissedAt = mark.dismissed ? mark.at : null;
  const row = await tables<NoticeTables>(tx)
    .insertInto('notices_marks')
    .values({
      notice: mark.notice,
      reader: mark.reader,
      read_at: mark.at,
      dismissed_at: dismissedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['notice', 'reader']).doUpdateSet((row) => ({
        dismissed_at: row.fn.coalesce('notices_marks.dismissed_at', row.val(dismissedAt)),
      })),
    )
    .returning('read_at')
    .executeTakeFirstOrThrow();
  return row.read_at;
}

/** Marks everything that the reader has not read. */
export async function markAllRead(tx: Transaction, reader: Reader, at: Date): Promise<void> {
  await sql`
    insert into notices_marks (notice, reader, read_at)
    select notice.id, ${reader.id}, ${at}
    from notices notice
    left join notices_marks mark on mark.notice = notice.id and mark.reader = ${reader.id}
    where ${visibleTo(reader)} and mark.read_at is null
    on conflict (notice, reader) do nothing
  `.execute(tx);
}

/** What employees chose about mails of a kind; those who chose nothing are left out. */
export async function selectChoices(
  tx: Transaction,
  kind: NoticeKind,
  employees: readonly string[],
): Promise<Map<string, boolean>> {
  if (employees.length === 0) return new Map();
  const rows = await tables<NoticeTables>(tx)
    .selectFrom('notices_preferences')
    .select(['employee', 'mailed'])
    .where('kind', '=', kind)
    .where('employee', 'in', employees)
    .execute();
  return new Map(rows.map((row) => [row.employee, row.mailed]));
}

export async function selectPreferences(
  tx: Transaction,
  employee: string,
): Promise<Map<string, boolean>> {
  const rows = await tables<NoticeTables>(tx)
    .selectFrom('notices_preferences')
    .select(['kind', 'mailed'])
    .where('employee', '=', employee)
    .execute();
  return new Map(rows.map((row) => [row.kind, row.mailed]));
}

export async function upsertPreference(
  tx: Transaction,
  preference: { employee: string; kind: NoticeKind; mailed: boolean },
): Promise<void> {
  const { mailed } = preference;
  await tables<NoticeTables>(tx)
    .insertInto('notices_preferences')
    .values(preference)
    .onConflict((conflict) => conflict.columns(['employee', 'kind']).doUpdateSet({ mailed }))
    .execute();
}
