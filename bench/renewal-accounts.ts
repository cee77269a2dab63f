import type pg from 'pg';

export interface RenewalAccounts {
  readonly count: number;
  /** The day that is due to be renewed: in UTC, in USD, anchored on its day of the month. */
  readonly dueOn: string;
  /** Begins the accounts' names, so that several sets live side by side. */
  readonly name: string;
}

/**
 * Accounts with three license types each, whose renewal of `dueOn` is due: through SQL, because a
 * hundred thousand accounts through the services would take longer than what is measured.
 */
export async function seedRenewalAccounts(
  pool: pg.Pool,
  { count, dueOn, name }: RenewalAccounts,
): Promise<void> {
  const company = `co_${name}`;
  await pool.query(SEED_ACCOUNTS, [company, `ba_${name}_`, count, dueOn]);
  await pool.query(SEED_THEIRS, [company, dueOn]);
  await pool.query('analyze');
}

const SEED_ACCOUNTS = `
  with company as (
    insert into companies (id, name, created_at) values ($1, $1, $4::date - 60)
  )
  insert into accounts (id, company, name, currency, time_zone, anchor_date, opened_at,
                        renewed_until, next_renewal_at)
  select id, $1, id, 'USD', 'UTC', $4::date, $4::date - 60, $4::date, $4::date
  from (select $2 || lpad(n::text, 8, '0') as id from generate_series(1, $3::int) n) ids`;

const SEED_THEIRS = `
  with own as (select id from accounts where company = $1),
  source as (
    insert into payments_funding_sources
      (id, account, provider, kind, label, token, status, position, created_at, version)
    select 'fs' || substr(id, 3), id, 'sandbox', 'card', 'Card', 'tok_ok', 'valid', 0,
      $2::date - 60, 1
    from own
  ), reminder as (
    insert into licensing_reminders (account, renewal_on, remind_at, on_real_clock)
    select id, $2::date + 60, $2::date + 53, true from own
  ), book as (
    insert into wallet_books (account, currency) select id, 'USD' from own
  )
  insert into licensing_total_changes (account, license_type, total, kind, effective_on,
                                       effective_at, ordered_at, told)
  select id, code, total, 'increase', $2::date - 50, $2::date - 50, $2::date - 50, true
  from own, (values ('crm', 7), ('dialer_tab', 5), ('dialer', 5)) as licenses(code, total)`;
