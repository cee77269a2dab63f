import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { ReportScope } from './report-scope.ts';

/** A line of a charging document as it stands in the database. */
export interface RevenueLineRow {
  readonly document: string;
  readonly position: number;
  readonly type: string;
  readonly category: string;
  readonly currency: string;
  readonly issuedOn: LocalDate;
  readonly first: LocalDate | null;
  readonly end: LocalDate | null;
  readonly amount: bigint;
  /** The document's net, and the sum of its lines: they differ where prices include tax. */
  readonly net: bigint;
  readonly ofLines: bigint;
}

/**
 * A page of the lines that charge licenses or storage, or credit them, in the order of their
 * keys. A receipt of an invoice, an invoice that only asks again for what a reversed payment had
 * paid, and a credit of tax alone charge nothing.
 */
export async function selectRevenueLines(
  tx: Transaction,
  scope: ReportScope,
  after: { document: string; position: number },
  limit: number,
): Promise<RevenueLineRow[]> {
  const { rows } = await sql<RevenueLineRow>`
    select line.document, line.position, document.type, tax_category as category,
      document.currency, issued_on as "issuedOn", effective_on as first,
      line.period_end as "end", line.amount, document.net,
      (select sum(amount)::bigint from invoicing_lines own where own.document = document.id)
        as "ofLines"
    from invoicing_lines line
    join invoicing_documents document on document.id = line.document
    join accounts on accounts.id = document.account
    where ${inScope(scope)}
      and (line.document, line.position) > (${after.document}, ${after.position})
      and tax_category <> 'minutes'
      and case document.type
        when 'receipt' then document.invoice is null
        when 'invoice' then document.kind <> 'reversal'
        else document.kind <> 'tax' end
    order by line.document, line.position limit ${limit}
  `.execute(tx);
  return rows;
}

/** What moved on the balances in one month. In micro-units. */
export interface MinutesRow {
  readonly month: string;
  readonly currency: string;
  readonly sold: bigint;
  readonly used: bigint;
  readonly refunded: bigint;
  readonly reversed: bigint;
}

/** By local months of each account; months without any movement are left out. */
export async function selectMinutes(tx: Transaction, scope: ReportScope): Promise<MinutesRow[]> {
  const { rows } = await sql<MinutesRow>`
    select to_char(occurred_at at time zone accounts.time_zone, 'YYYY-MM') as month,
      accounts.currency,
      coalesce(sum(amount) filter (where kind = 'purchase'), 0)::bigint as sold,
      coalesce(sum(amount) filter (where kind = 'usage'), 0)::bigint as used,
      coalesce(sum(amount) filter (where kind = 'refund'), 0)::bigint as refunded,
      coalesce(sum(case credit_book when 'balance' then -amount else amount end)
        filter (where kind = 'reversal'), 0)::bigint as reversed
    from wallet_journal join accounts on accounts.id = wallet_journal.account
    where ${inScope(scope)}
    group by 1, 2 order by 2, 1
  `.execute(tx);
  return rows;
}

/** What is held for calls at this instant, by currency. */
export async function selectHeld(
  tx: Transaction,
  scope: ReportScope,
): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ currency: string; held: bigint }>`
    select accounts.currency, sum(held)::bigint as held
    from wallet_books join accounts on accounts.id = wallet_books.account
    where ${inScope(scope)} group by 1
  `.execute(tx);
  return new Map(rows.map((row) => [row.currency, row.held]));
}

/** An invoice of which something was owed at the end of a day. */
export interface OwedRow {
  readonly invoice: string;
  readonly account: string;
  readonly currency: string;
  readonly dueOn: LocalDate;
  readonly owed: bigint;
}

/** As of the end of `day` in each account's zone: what was issued by then, less what came. */
export async function selectOwed(
  tx: Transaction,
  scope: ReportScope,
  day: LocalDate,
): Promise<OwedRow[]> {
  const { rows } = await sql<OwedRow>`
    select id as invoice, account, currency, due_on as "dueOn", (total - settled)::bigint as owed
    from (
      select document.id, document.account, document.currency, total,
        coalesce(due_on, issued_on) as due_on,
        (select coalesce(sum(amount), 0) from invoicing_settlements settlement
          where settlement.invoice = document.id
            and (occurred_at at time zone accounts.time_zone)::date <= ${day}::date) as settled
      from invoicing_documents document join accounts on accounts.id = document.account
      where ${inScope(scope)} and document.type = 'invoice' and issued_on <= ${day}::date
    ) as issued
    where total > settled order by due_on, id
  `.execute(tx);
  return rows;
}

/** Of one license type, at the end of a month. */
export interface UtilizationRow {
  readonly month: string;
  readonly licenseType: string;
  /** In force: what is paid for. */
  readonly paid: number;
  /** Employees who hold it. */
  readonly assigned: number;
  /** The most places taken at once in the month, account by account; null where none was ever. */
  readonly peakInUse: number | null;
}

/** By local months of each account; the running month as of each account's now. */
export async function selectUtilization(
  tx: Transaction,
  scope: ReportScope,
  months: readonly { name: string; start: LocalDate; end: LocalDate }[],
  now: Date,
): Promise<UtilizationRow[]> {
  const { rows } = await sql<UtilizationRow>`
    with asked as (
      select accounts.id as account, month.name,
        first::timestamp at time zone time_zone as begins,
        least(until::timestamp at time zone time_zone,
              coalesce(clock.now, ${now}) + interval '1 millisecond') as ends
      from accounts
      left join accounts_test_clocks clock on clock.id = accounts.test_clock
      cross join unnest(${months.map(({ name }) => name)}::text[],
                        ${months.map(({ start }) => start)}::date[],
                        ${months.map(({ end }) => end)}::date[]) as month(name, first, until)
      where ${inScope(scope)}
    ), paid as (
      select name, license_type, sum(total)::int as paid
      from asked cross join lateral (
        select distinct on (license_type) license_type, total
        from licensing_total_changes change
        where change.account = asked.account and cancelled_at is null and effective_at < ends
        order by license_type, effective_at desc, sequence desc
      ) as in_force
      where begins < ends group by 1, 2
    ), held as (
      select name, license_type, count(*)::int as assigned
      from asked join licensing_assignments held
        on held.account = asked.account and assigned_at < ends
          and (ended_at is null or ended_at >= ends)
      where begins < ends group by 1, 2
    ), peaks as (
      select account, license_type, quarter, peak from admission_pool_peaks
      union all
      select account, pool.code, usage_quarter, pool.peak
      from wallet_books, unnest(pool_codes, pools_peak) as pool(code, peak)
      where usage_quarter is not null
    ), in_use as (
      select name, license_type, sum(peak)::int as peak
      from (
        select name, asked.account, license_type, max(peak) as peak
        from asked join peaks
          on peaks.account = asked.account and quarter >= begins and quarter < ends
        group by 1, 2, 3
      ) as by_account
      group by 1, 2
    )
    select name as month, license_type as "licenseType", coalesce(paid, 0) as paid,
      coalesce(assigned, 0) as assigned, in_use.peak as "peakInUse"
    from paid full join held using (name, license_type) full join in_use using (name, license_type)
    where coalesce(paid, 0) + coalesce(assigned, 0) + coalesce(peak, 0) > 0
    order by 2, 1
  `.execute(tx);
  return rows;
}

/** The day that it is in the zone that is furthest ahead; undefined without any account. */
export async function selectToday(
  tx: Transaction,
  scope: ReportScope,
  now: Date,
): Promise<LocalDate | undefined> {
  const { rows } = await sql<{ today: LocalDate | null }>`
    select max((coalesce(clock.now, ${now}) at time zone time_zone)::date) as today
    from accounts left join accounts_test_clocks clock on clock.id = accounts.test_clock
    where ${inScope(scope)}
  `.execute(tx);
  return rows[0]?.today ?? undefined;
}

/** Without a company or an account: every one on the real clock. Test clocks are no business. */
function inScope({ company, account }: ReportScope): RawBuilder<boolean> {
  if (account !== undefined) return sql<boolean>`accounts.id = ${account}`;
  if (company !== undefined) return sql<boolean>`accounts.company = ${company}`;
  return sql<boolean>`accounts.test_clock is null`;
}
