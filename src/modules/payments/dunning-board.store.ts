import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';
import type { DunningState } from './dunning-state.ts';

/** An account that is past due, and since which of its local days. */
export interface PastDueAccount {
  readonly account: string;
  readonly since: string;
}

/** One of its invoices that is past due. */
export interface PastDueInvoice {
  readonly invoice: string;
  readonly account: string;
  readonly state: DunningState;
  readonly pastDueOn: string;
  readonly suspendsAt: Date;
  /** In micro-units. */
  readonly outstanding: bigint;
  readonly attempts: number;
  readonly collectAt: Date | null;
  readonly lastFailure: string | null;
}

export interface BoardPage {
  /** The last of the page before. */
  readonly after?: PastDueAccount | undefined;
  readonly limit: number;
}

/** Accounts with something past due by their own clock, the longest past due first. */
export async function selectPastDue(
  tx: Transaction,
  now: Date,
  { after, limit }: BoardPage,
): Promise<PastDueAccount[]> {
  const { rows } = await sql<PastDueAccount>`
    select dunning.account, min(dunning.past_due_on) as since
    from payments_dunning dunning
    join accounts on accounts.id = dunning.account
    left join accounts_test_clocks clock on clock.id = accounts.test_clock
    where dunning.state <> 'ended'
      and dunning.past_due_on
          <= (coalesce(clock.now, ${now}::timestamptz) at time zone accounts.time_zone)::date
    group by dunning.account
    having ${after?.since ?? null}::date is null
      or (min(dunning.past_due_on), dunning.account)
         > (${after?.since ?? null}::date, ${after?.account ?? null}::text collate "C")
    order by since, dunning.account
    limit ${limit}
  `.execute(tx);
  return rows;
}

/** What is being dunned of these accounts, oldest first. */
export async function selectPastDueInvoices(
  tx: Transaction,
  accounts: readonly string[],
): Promise<PastDueInvoice[]> {
  const { rows } = await sql<PastDueInvoice>`
    select dunning.invoice, dunning.account, dunning.state, dunning.past_due_on as "pastDueOn",
           dunning.suspends_at as "suspendsAt", item.outstanding, item.attempts,
           item.collect_at as "collectAt", item.last_failure as "lastFailure"
    from payments_dunning dunning
    join invoicing_open_items item on item.invoice = dunning.invoice
    where dunning.account = any(${[...accounts]}::text[]) and dunning.state <> 'ended'
    order by dunning.past_due_on, dunning.invoice
  `.execute(tx);
  return rows;
}
