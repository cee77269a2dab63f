import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';
import { assert } from '../../kernel/assert.ts';
import type { DunningFigures, DunningStep, StandingFigures } from './verify-standing.service.ts';

/** Reads what other modules have written about unpaid invoices; goes past their services. */

export async function selectStandingFigures(
  tx: Transaction,
  account: string,
): Promise<StandingFigures> {
  const { rows } = await sql<StandingFigures>`
    select unpaid_suspends_at as "unpaidSuspendsAt", unpaid_told as "unpaidTold",
      suspended_at is not null as "isSuspendedByOperator", closed_at is not null as "isClosed",
      (select standing from accounts_standing_changes change
        where change.account = accounts.id order by sequence desc limit 1) as "lastStanding",
      exists (select from accounts_standing_changes change
        where change.account = accounts.id and standing = 'suspended'
          and effective_at = unpaid_suspends_at) as "isSuspensionWritten"
    from accounts where id = ${account}
  `.execute(tx);
  assert(rows[0] !== undefined, 'an account that is verified is there');
  return rows[0];
}

/** Every invoice of the account that was ever past due, with what followed. */
export async function selectDunningFigures(
  tx: Transaction,
  account: string,
): Promise<DunningFigures[]> {
  const { rows } = await sql<Omit<DunningFigures, 'changes'>>`
    select dunning.invoice, dunning.state, past_due_on as "pastDueOn",
      suspends_at as "suspendsAt", outstanding, retry_days as "retryDays",
      notice_days as "noticeDays", grace_days as "graceDays"
    from payments_dunning dunning
    join payments_dunning_schedules schedule on schedule.version = dunning.schedule
    join invoicing_open_items item on item.invoice = dunning.invoice
    where dunning.account = ${account} order by dunning.invoice
  `.execute(tx);
  const { rows: steps } = await sql<DunningStep & { invoice: string }>`
    select change.invoice, from_state as "from", event, to_state as "to",
      change.suspends_at as "suspendsAt", occurred_at as at
    from payments_dunning_changes change
    join payments_dunning dunning on dunning.invoice = change.invoice
    where account = ${account} order by change.sequence
  `.execute(tx);
  const byInvoice = Map.groupBy(steps, ({ invoice }) => invoice);
  return rows.map((row) => ({ ...row, changes: byInvoice.get(row.invoice) ?? [] }));
}
