import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';

/** A day on which a contract begins, one of its terms is over, or it was ended. */
export interface Milestone {
  readonly contract: string;
  readonly account: string;
  readonly kind: 'start' | 'term_end' | 'end';
  readonly dueOn: LocalDate;
  /** The first instant of `dueOn` in the account's time zone. */
  readonly dueAt: Date;
}

interface MilestoneTables {
  contracts_milestones: {
    contract: string;
    account: string;
    kind: 'start' | 'term_end' | 'end';
    due_on: LocalDate;
    due_at: Date;
    told: boolean;
  };
}

export async function insertMilestones(
  tx: Transaction,
  milestones: readonly Milestone[],
): Promise<void> {
  await tables<MilestoneTables>(tx)
    .insertInto('contracts_milestones')
    .values(
      milestones.map((milestone) => ({
        contract: milestone.contract,
        account: milestone.account,
        kind: milestone.kind,
        due_on: milestone.dueOn,
        due_at: milestone.dueAt,
        told: false,
      })),
    )
    .execute();
}

export async function selectNextMilestoneAt(
  tx: Transaction,
  account: string,
): Promise<Date | undefined> {
  const row = await tables<MilestoneTables>(tx)
    .selectFrom('contracts_milestones')
    .select('due_at')
    .where('account', '=', account)
    .where('told', '=', false)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at;
}

/** The account's milestones that have come by `now` and were not told; they are told now. */
export async function takeMilestonesDue(
  tx: Transaction,
  account: string,
  now: Date,
): Promise<Milestone[]> {
  const rows = await tables<MilestoneTables>(tx)
    .updateTable('contracts_milestones')
    .set({ told: true })
    .where('account', '=', account)
    .where('told', '=', false)
    .where('due_at', '<=', now)
    .returningAll()
    .execute();
  return rows
    .map((row) => ({
      contract: row.contract,
      account: row.account,
      kind: row.kind,
      dueOn: row.due_on,
      dueAt: row.due_at,
    }))
    .sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime());
}

/** Those of the accounts that have a milestone to tell by their instants. */
export async function selectAccountsWithMilestoneBy(
  tx: Transaction,
  accounts: readonly { id: string; now: Date }[],
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select id as account
    from unnest(${accounts.map(({ id }) => id)}::text[],
                ${accounts.map(({ now }) => now)}::timestamptz[]) as asked(id, instant)
    where exists (
      select from contracts_milestones
      where account = asked.id and not told and due_at <= asked.instant)
  `.execute(tx);
  return rows.map((row) => row.account);
}

/** Accounts on the real clock with a milestone that has come by `now`, longest due first. */
export async function selectAccountsWithMilestone(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select milestone.account from contracts_milestones milestone
    join accounts on accounts.id = milestone.account and accounts.test_clock is null
    where not milestone.told and milestone.due_at <= ${now}
    group by milestone.account order by min(milestone.due_at) limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}
