import { type Generated, type Selectable, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { Dunning, OwedDunning } from './dunning.ts';
import type { DunningRules, DunningSchedule } from './dunning-schedule.ts';
import type { DunningEvent, DunningState } from './dunning-state.ts';

interface DunningTables {
  payments_dunning_schedules: {
    version: Generated<number>;
    retry_days: number[];
    notice_days: number[];
    grace_days: number;
    effective_on: string | null;
    published_at: Date;
  };
  payments_dunning: {
    invoice: string;
    account: string;
    state: DunningState;
    schedule: number;
    past_due_on: string;
    suspends_at: Date;
    next_notice_at: Date | null;
    began_at: Date;
  };
  payments_dunning_changes: {
    invoice: string;
    from_state: string;
    event: DunningEvent;
    to_state: DunningState;
    suspends_at: Date;
    occurred_at: Date;
  };
  invoicing_open_items: { invoice: string; outstanding: bigint };
}

export async function insertSchedule(
  tx: Transaction,
  rules: DunningRules,
  effectiveOn: string | null,
  publishedAt: Date,
): Promise<DunningSchedule> {
  const row = await tables<DunningTables>(tx)
    .insertInto('payments_dunning_schedules')
    .values({
      retry_days: [...rules.retryDays],
      notice_days: [...rules.noticeDays],
      grace_days: rules.graceDays,
      effective_on: effectiveOn,
      published_at: publishedAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return scheduleOf(row);
}

/** Every version, the newest first. */
export async function selectSchedules(tx: Transaction): Promise<DunningSchedule[]> {
  const rows = await tables<DunningTables>(tx)
    .selectFrom('payments_dunning_schedules')
    .selectAll()
    .orderBy('version', 'desc')
    .execute();
  return rows.map(scheduleOf);
}

export async function selectDunning(
  tx: Transaction,
  invoice: string,
): Promise<Dunning | undefined> {
  const row = await tables<DunningTables>(tx)
    .selectFrom('payments_dunning')
    .selectAll()
    .where('invoice', '=', invoice)
    .executeTakeFirst();
  return row && dunningOf(row);
}

/** Those of the account that have not ended, with what is owed on each. */
export async function selectOwedDunnings(tx: Transaction, account: string): Promise<OwedDunning[]> {
  const rows = await tables<DunningTables>(tx)
    .selectFrom('payments_dunning')
    .innerJoin('invoicing_open_items as item', 'item.invoice', 'payments_dunning.invoice')
    .selectAll('payments_dunning')
    .select('item.outstanding')
    .where('payments_dunning.account', '=', account)
    .where('payments_dunning.state', '<>', 'ended')
    .orderBy('payments_dunning.invoice')
    .execute();
  return rows.map((row) => ({ ...dunningOf(row), outstanding: row.outstanding }));
}

/** Writes where it stands now, and how it came there. */
export async function writeDunning(
  tx: Transaction,
  dunning: Dunning,
  change: { from: string; event: DunningEvent; at: Date },
): Promise<void> {
  const values = {
    state: dunning.state,
    schedule: dunning.schedule,
    past_due_on: dunning.pastDueOn,
    suspends_at: dunning.suspendsAt,
    next_notice_at: dunning.nextNoticeAt,
    began_at: dunning.beganAt,
  };
  const { invoice, account } = dunning;
  await tables<DunningTables>(tx)
    .insertInto('payments_dunning')
    .values({ invoice, account, ...values })
    .onConflict((conflict) => conflict.column('invoice').doUpdateSet(values))
    .execute();
  await tables<DunningTables>(tx)
    .insertInto('payments_dunning_changes')
    .values({
      invoice,
      from_state: change.from,
      event: change.event,
      to_state: dunning.state,
      suspends_at: dunning.suspendsAt,
      occurred_at: change.at,
    })
    .execute();
}

export async function updateNextNotice(
  tx: Transaction,
  invoice: string,
  at: Date | null,
): Promise<void> {
  await tables<DunningTables>(tx)
    .updateTable('payments_dunning')
    .set({ next_notice_at: at })
    .where('invoice', '=', invoice)
    .execute();
}

/** Accounts on the real clock with a reminder that is due by `now`. */
export async function selectAccountsToRemind(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select distinct dunning.account
    from payments_dunning dunning join accounts on accounts.id = dunning.account
    where dunning.next_notice_at <= ${now} and dunning.state = 'running'
      and accounts.test_clock is null
    limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}

function scheduleOf(row: Selectable<DunningTables['payments_dunning_schedules']>): DunningSchedule {
  return {
    version: row.version,
    retryDays: row.retry_days,
    noticeDays: row.notice_days,
    graceDays: row.grace_days,
    effectiveOn: row.effective_on,
    publishedAt: row.published_at,
  };
}

function dunningOf(row: DunningTables['payments_dunning']): Dunning {
  return {
    invoice: row.invoice,
    account: row.account,
    state: row.state,
    schedule: row.schedule,
    pastDueOn: row.past_due_on,
    suspendsAt: row.suspends_at,
    nextNoticeAt: row.next_notice_at,
    beganAt: row.began_at,
  };
}
