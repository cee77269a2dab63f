import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';

/** When the account's next total, planned end or reminder falls due. */
export async function selectNextDueAt(tx: Transaction, account: string): Promise<Date | undefined> {
  const { rows } = await sql<{ due_at: Date | null }>`
    select least(
      (select min(effective_at) from licensing_total_changes
       where account = ${account} and not told and cancelled_at is null),
      (select min(ended_at) from licensing_assignments
       where account = ${account} and not over),
      (select remind_at from licensing_reminders where account = ${account})
    ) as due_at
  `.execute(tx);
  return rows[0]?.due_at ?? undefined;
}

/** Accounts on the real clock with something of licensing due by `now`. */
export async function selectAccountsDue(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from (
      select account, effective_at as due_at from licensing_total_changes
      where not told and cancelled_at is null and effective_at <= ${now}
      union all
      select account, ended_at from licensing_assignments
      where not over and ended_at is not null and ended_at <= ${now}
      union all
      select account, remind_at from licensing_reminders
      where on_real_clock and remind_at is not null and remind_at <= ${now}
    ) due
    join accounts on accounts.id = due.account and accounts.test_clock is null
    group by account order by min(due_at) limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}

/** Those of the accounts with something of licensing due by their instants. */
export async function selectAccountsDueBy(
  tx: Transaction,
  accounts: readonly { id: string; now: Date }[],
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select id as account
    from unnest(${accounts.map(({ id }) => id)}::text[],
                ${accounts.map(({ now }) => now)}::timestamptz[]) as asked(id, instant)
    where exists (
        select from licensing_total_changes
        where account = asked.id and not told and cancelled_at is null
          and effective_at <= asked.instant)
      or exists (
        select from licensing_assignments
        where account = asked.id and not over and ended_at <= asked.instant)
      or exists (
        select from licensing_reminders where account = asked.id and remind_at <= asked.instant)
  `.execute(tx);
  return rows.map((row) => row.account);
}

/** The renewal that the account is reminded of next, and when. */
export interface Reminder {
  readonly renewalOn: LocalDate;
  /** Null once the account is closed. */
  readonly remindAt: Date | null;
}

export async function insertReminder(
  tx: Transaction,
  account: { id: string; testClock: string | null },
  { renewalOn, remindAt }: Reminder,
): Promise<void> {
  await sql`
    insert into licensing_reminders (account, renewal_on, remind_at, on_real_clock)
    values (${account.id}, ${renewalOn}, ${remindAt}, ${account.testClock === null})
  `.execute(tx);
}

export async function selectReminder(
  tx: Transaction,
  account: string,
): Promise<Reminder | undefined> {
  const { rows } = await sql<Reminder>`
    select renewal_on as "renewalOn", remind_at as "remindAt"
    from licensing_reminders where account = ${account}
  `.execute(tx);
  return rows[0];
}

export async function updateReminder(
  tx: Transaction,
  account: string,
  { renewalOn, remindAt }: Reminder,
): Promise<void> {
  await sql`
    update licensing_reminders set renewal_on = ${renewalOn}, remind_at = ${remindAt}
    where account = ${account}
  `.execute(tx);
}
