import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';
import type { Chart } from './chart.ts';

/** Reads other modules' tables and writes none of them: an export is of what stands there. */

/** Whose books: one account's, or those of all that are on the real clock. */
export interface ExportScope {
  readonly account?: string | undefined;
  /** The first and the last day, both included. */
  readonly from: string;
  readonly to: string;
}

export type EventKind =
  | 'document'
  | 'order_reversed'
  | 'order_reinstated'
  | 'payment'
  | 'reversal'
  | 'write_off'
  | 'recovery'
  | 'refund_due'
  | 'refunded'
  | 'usage'
  | 'minutes_refund';

export interface EventRow {
  /** Unique among those of its kind. */
  readonly key: string;
  readonly day: string;
  readonly kind: EventKind;
  /** The document's id, or the payment's, or the account's. */
  readonly subject: string;
  readonly company: string;
  readonly account: string;
  readonly currency: string;
  readonly amount: bigint;
}

export interface DocumentKey {
  readonly id: string;
  readonly company: string;
  readonly companyName: string;
  /** Of an invoice. */
  readonly state: string | null;
  readonly outstanding: bigint | null;
}

/** Rows fetched at once: enough to be quick, few enough for any export to fit. */
const PAGE = 500;

/** Everything that bookkeeping has to know, by day. */
export function selectEvents(tx: Transaction, scope: ExportScope): AsyncGenerator<EventRow[]> {
  const { from, to, account = null } = scope;
  const localDay = (instant: string) => sql.raw(`(${instant} at time zone time_zone)::date`);
  return pages<EventRow>(
    tx,
    sql`
    with events (key, day, kind, subject, account, amount) as (
      select id, issued_on, 'document', id, account, 0::bigint from invoicing_documents
      where type <> 'receipt' or invoice is null
      union all
      select sequence::text, ${localDay('occurred_at')}, settlement.kind, settlement.invoice,
        accounts.id, abs(amount)
      from invoicing_settlements settlement
      join invoicing_documents document on document.id = settlement.invoice
      join accounts on accounts.id = document.account
      where settlement.kind <> 'credit'
      union all
      select sequence::text, ${localDay('occurred_at')}, 'order_reversed', receipt.id,
        accounts.id, refunded
      from payments_changes join payments_payments payment on payment.id = payment
      join invoicing_documents receipt on receipt.order_id = subject and receipt.type = 'receipt'
      join accounts on accounts.id = payment.account
      where purpose = 'order' and to_state = 'reversed' and from_state <> 'reversed'
      union all
      select sequence::text, ${localDay('occurred_at')}, 'order_reinstated', receipt.id,
        accounts.id, (select coalesce(sum(paid.amount), 0)::bigint
          from invoicing_settlements paid
          where paid.payment = payment.id and paid.kind = 'payment'
            and paid.occurred_at = change.occurred_at)
      from payments_changes change join payments_payments payment on payment.id = change.payment
      join invoicing_documents receipt on receipt.order_id = subject and receipt.type = 'receipt'
      join accounts on accounts.id = payment.account
      where purpose = 'order' and from_state = 'reversed' and to_state = 'succeeded'
        and (select later.to_state from payments_changes later
          where later.payment = change.payment and later.sequence > change.sequence
          order by later.sequence limit 1) is distinct from 'refund_due'
      union all
      select sequence::text, ${localDay('occurred_at')}, 'refunded', payment.id, accounts.id,
        change.amount
      from payments_changes change join payments_payments payment on payment.id = change.payment
      join accounts on accounts.id = payment.account
      where purpose = 'order' and event = 'refunded_in_part'
      union all
      select sequence::text, ${localDay('occurred_at')}, to_state, payment.id, accounts.id,
        payment.amount
      from payments_changes join payments_payments payment on payment.id = payment
      join accounts on accounts.id = payment.account
      where (to_state = 'refund_due' and from_state <> 'refund_due')
        or (to_state = 'refunded' and from_state = 'refund_due')
      union all
      select account, ${localDay('occurred_at')}, 'usage', account, account, sum(amount)::bigint
      from wallet_journal join accounts on accounts.id = account
      where kind = 'usage' group by account, 2
      union all
      select account || ' ' || sequence, ${localDay('occurred_at')}, 'minutes_refund', account,
        account, amount
      from wallet_journal join accounts on accounts.id = account
      where kind = 'refund'
    )
    select key, day, kind, subject, company, account, currency, amount
    from events join accounts on accounts.id = account
    where day between ${from}::date and ${to}::date
      and case when ${account}::text is null then test_clock is null else account = ${account} end
    order by day, kind, key
  `,
  );
}

/** Documents in the order of issue. */
export function selectDocumentKeys(
  tx: Transaction,
  scope: ExportScope,
): AsyncGenerator<DocumentKey[]> {
  const { from, to, account = null } = scope;
  return pages<DocumentKey>(
    tx,
    sql`
    select document.id, company, companies.name as "companyName", item.state, item.outstanding
    from invoicing_documents document
    join accounts on accounts.id = document.account
    join companies on companies.id = company
    left join invoicing_open_items item on item.invoice = document.id
    where issued_on between ${from}::date and ${to}::date
      and case when ${account}::text is null then accounts.test_clock is null
        else document.account = ${account} end
    order by issued_on, document.id
  `,
  );
}

/** A cursor, so that an export of any length holds a page at a time. */
async function* pages<Row>(tx: Transaction, query: ReturnType<typeof sql>): AsyncGenerator<Row[]> {
  await sql`declare accounting_export no scroll cursor for ${query}`.execute(tx);
  const next = sql<Row>`fetch forward ${sql.raw(String(PAGE))} from accounting_export`;
  for (;;) {
    const { rows } = await next.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) break;
  }
  await sql`close accounting_export`.execute(tx);
}

export async function selectChart(tx: Transaction): Promise<Chart | undefined> {
  const { rows } = await sql<{ codes: Chart }>`
    select codes from accounting_charts order by version desc limit 1
  `.execute(tx);
  return rows[0]?.codes;
}

export async function insertChart(tx: Transaction, codes: Chart, at: Date): Promise<void> {
  await sql`
    insert into accounting_charts (codes, published_at)
    values (${JSON.stringify(codes)}::jsonb, ${at})
  `.execute(tx);
}
