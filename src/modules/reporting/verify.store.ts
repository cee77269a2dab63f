import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';
import type { DocumentRow, LineRow, TaxRow, TotalChange } from './documents.ts';
import type { BookFigures, JournalRow, PurchaseFigures } from './verify-balances.ts';
import type { Series } from './verify-documents.ts';
import type { ReadingFigures } from './verify-storage.service.ts';
import type { UsageFigures } from './verify-usage.service.ts';

/**
 * Reads other modules' tables as they are, and writes none. It goes past their services on
 * purpose: a check that asks the code under suspicion would agree with it.
 */

export async function countAccounts(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select count(*) from accounts`.execute(tx);
  return Number(rows[0]?.count ?? 0n);
}

export async function selectBook(
  tx: Transaction,
  account: string,
): Promise<BookFigures | undefined> {
  const { rows } = await sql<BookFigures>`
    select account, balance, held, last_sequence as "lastSequence",
      (select coalesce(sum(hold), 0)::bigint from admission_leases lease
        where lease.account = book.account) as "openHolds",
      usage_amount + (select coalesce(sum(amount), 0)::bigint from wallet_usage_quarters past
        where past.account = book.account
          and past.quarter is distinct from book.usage_quarter) as "usageByQuarters"
    from wallet_books book where account = ${account}
  `.execute(tx);
  return rows[0];
}

export async function selectJournal(
  tx: Transaction,
  account: string,
  after: bigint,
  limit: number,
): Promise<JournalRow[]> {
  const { rows } = await sql<JournalRow>`
    select sequence, kind, debit_book as "debitBook", credit_book as "creditBook", amount,
      balance_after as "balanceAfter"
    from wallet_journal where account = ${account} and sequence > ${after}
    order by sequence limit ${limit}
  `.execute(tx);
  return rows;
}

export async function selectPurchases(
  tx: Transaction,
  account: string,
): Promise<PurchaseFigures[]> {
  const { rows } = await sql<PurchaseFigures>`
    select id, amount, status,
      coalesce(sum(moved) filter (where kind = 'purchase'), 0)::bigint as credited,
      coalesce(sum(moved) filter (where kind = 'reversal'), 0)::bigint as reversed
    from wallet_purchases purchase
    left join lateral (
      select kind, case when kind = 'reversal' and credit_book = 'balance' then -amount
        else amount end as moved
      from wallet_journal
      where account = purchase.account and subject = purchase.id
        and kind in ('purchase', 'reversal')
    ) as journal on true
    where account = ${account} group by id
  `.execute(tx);
  return rows;
}

/** A page of usage records in the order of their keys. */
export async function selectUsage(
  tx: Transaction,
  account: string,
  after: { lease: string; part: number },
  limit: number,
): Promise<UsageFigures[]> {
  const { rows } = await sql<UsageFigures>`
    select record.lease, part, currency, meter, rate, rate_version as "rateVersion", price, fee,
      first_seconds as "firstSeconds", next_seconds as "nextSeconds", outcome,
      used_ms as "usedMs", segments, charged,
      (select sum(charged)::bigint from admission_usage_records same
        where same.lease = record.lease and same.part <= record.part) as "chargedSoFar",
      (select coalesce(sum(amount), 0)::bigint from wallet_journal journal
        where journal.account = record.account and journal.subject = record.lease
          and journal.kind = 'usage') as journaled,
      not exists (select from admission_usage_records later
        where later.lease = record.lease and later.part > record.part) as "isLastPart"
    from admission_usage_records record join wallet_books using (account)
    where account = ${account} and (record.lease, part) > (${after.lease}, ${after.part})
    order by record.lease, part limit ${limit}
  `.execute(tx);
  return rows;
}

type RawTax = Omit<TaxRow, 'net' | 'amount'> & { net: string; amount: string };

/** A page of an account's documents in the order of issue, with their lines. */
export async function selectDocuments(
  tx: Transaction,
  account: string,
  after: string,
  limit: number,
): Promise<DocumentRow[]> {
  return await documentsWhere(
    tx,
    sql`
    document.account = ${account} and document.id > ${after} order by document.id limit ${limit}
  `,
  );
}

/** The credit notes of an invoice that were issued before another, in the order of issue. */
export async function selectNotesBefore(
  tx: Transaction,
  { id, account, invoice }: DocumentRow,
): Promise<DocumentRow[]> {
  return await documentsWhere(
    tx,
    sql`
    document.account = ${account} and document.type = 'credit_note'
      and document.invoice = ${invoice} and document.id < ${id} order by document.id
  `,
  );
}

async function documentsWhere(
  tx: Transaction,
  condition: ReturnType<typeof sql>,
): Promise<DocumentRow[]> {
  const { rows } = await sql<Omit<DocumentRow, 'lines' | 'taxes'> & { taxes: RawTax[] }>`
    select document.id, document.account, type, kind, series || ' ' || number as number,
      issued_at as "issuedAt", issued_on as "issuedOn", period_start as "periodStart",
      order_id as "order", document.invoice, net, tax, total, taxes, tax_terms as "taxTerms",
      outstanding,
      (select coalesce(sum(amount), 0)::bigint from invoicing_settlements settlement
        where settlement.invoice = document.id) as settled
    from invoicing_documents document
    left join invoicing_open_items item on item.invoice = document.id
    where ${condition}
  `.execute(tx);
  const { rows: lines } = await sql<LineRow & { document: string }>`
    select document, position, kind, license_type as "licenseType", meter,
      from_total as "from", to_total as "to", quantity, unit_price as "unitPrice",
      days_charged as "daysCharged", days_in_period as "daysInPeriod",
      period_start as "periodStart", period_end as "periodEnd",
      effective_on as "effectiveOn", amount, tax_category as "taxCategory",
      price_source as source
    from invoicing_lines where document = any(${rows.map(({ id }) => id)}::text[])
    order by document, position
  `.execute(tx);
  const byDocument = Map.groupBy(lines, (line) => line.document);
  return rows.map((row) => ({
    ...row,
    taxes: row.taxes.map(taxOf),
    lines: byDocument.get(row.id) ?? [],
  }));
}

function taxOf(raw: RawTax): TaxRow {
  return { ...raw, net: BigInt(raw.net), amount: BigInt(raw.amount) };
}

/** Changes of the accounts' license totals that were not cancelled, by account and sequence. */
export async function selectTotalChangesOf(
  tx: Transaction,
  accounts: readonly string[],
): Promise<Map<string, TotalChange[]>> {
  const { rows } = await sql<TotalChange & { account: string }>`
    select account, sequence, license_type as "licenseType", total, kind,
      effective_at as "effectiveAt", ordered_by as "order"
    from licensing_total_changes
    where account = any(${accounts}::text[]) and cancelled_at is null order by sequence
  `.execute(tx);
  return Map.groupBy(rows, ({ account }) => account);
}

/** Changes of an account's license totals that were not cancelled, by sequence. */
export async function selectTotalChanges(tx: Transaction, account: string): Promise<TotalChange[]> {
  return (await selectTotalChangesOf(tx, [account])).get(account) ?? [];
}

/** Every reading of an account, beside what the history of its day gives. */
export async function selectReadingsAndHistory(
  tx: Transaction,
  account: string,
): Promise<ReadingFigures[]> {
  const { rows } = await sql<ReadingFigures>`
    select account, day, meter, bytes, users, allowance_bytes as "allowanceBytes",
      meter_version as "meterVersion",
      (select coalesce(sum(stored.bytes), 0)::bigint from (
         select distinct on (external_id) version.meter, version.bytes, state
         from storage_object_versions version
         where version.account = reading.account and effective_at <= instant
         order by external_id, version desc
       ) as stored
       where stored.meter = reading.meter and state <> 'purged') as "bytesByHistory",
      (select count(distinct employee)::int from licensing_assignments
       where licensing_assignments.account = reading.account and license_type = 'crm'
         and assigned_at <= instant and (ended_at is null or ended_at > instant))
        as "usersByHistory"
    from storage_readings reading where account = ${account} order by day, meter
  `.execute(tx);
  return rows;
}

/** The number series, and what of them was given. */
export async function selectSeries(tx: Transaction): Promise<Series[]> {
  const { rows } = await sql<Series>`
    select code, last_number as "lastNumber", count(id) as given, min(number) as lowest,
      max(number) as highest
    from invoicing_series left join invoicing_documents on series = code
    group by code order by code
  `.execute(tx);
  return rows;
}
