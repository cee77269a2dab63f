import type pg from 'pg';

export interface RenewalAccounts {
  readonly count: number;
  /** The day that is due to be renewed: in UTC, in USD, anchored on its day of the month. */
  readonly dueOn: string;
  /** Begins the accounts' names, so that several sets live side by side. */
  readonly name: string;
  /** Whether they keep files beyond their allowance, and their buyers bear a tax. */
  readonly storeAndBearTax?: boolean;
}

/**
 * Accounts with three license types each, whose renewal of `dueOn` is due: through SQL, because a
 * hundred thousand accounts through the services would take longer than what is measured.
 */
export async function seedRenewalAccounts(
  pool: pg.Pool,
  { count, dueOn, name, storeAndBearTax = false }: RenewalAccounts,
): Promise<void> {
  const company = `co_${name}`;
  await pool.query(SEED_ACCOUNTS, [company, `ba_${name}_`, count, dueOn]);
  await pool.query(SEED_THEIRS, [company, dueOn]);
  if (storeAndBearTax) {
    await pool.query(SEED_BUYERS, [company, dueOn]);
    await pool.query(SEED_READINGS, [company, dueOn]);
  }
  await pool.query('analyze');
}

/** Who sells, and the tax that their buyers bear; once for all accounts. */
export async function seedSellerAndTax(pool: pg.Pool): Promise<void> {
  const address = { line1: 'Street 1', city: 'New York', region: 'NY', country: 'US' };
  const seller = { legal_name: 'Seller', address, number_prefix: '' };
  const rates = { licenses: '8.875', storage: '8.875' };
  const tax = { name: 'Sales tax', rates, prices_include: false };
  await pool.query(
    `insert into parties_sellers (code, version, body, published_at)
     values ('default', 1, $1, '2025-01-01Z')`,
    [JSON.stringify(seller)],
  );
  await pool.query(
    `insert into taxes_versions (jurisdiction, code, version, body, published_at)
     values ('US', 'sales', 1, $1, '2025-01-01Z')`,
    [JSON.stringify(tax)],
  );
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

const SEED_BUYERS = `
  with own as (select id from accounts where company = $1),
  schedule as (
    insert into storage_reading_schedules (account, next_day, next_at, on_real_clock)
    select id, $2::date, $2::date + 2, true from own
  )
  insert into parties_buyers (account, version, body, recorded_at)
  select id, 1, '{"legal_name": "Buyer", "address":
    {"line1": "Road 2", "city": "Albany", "region": "NY", "country": "US"}}', $2::date - 60
  from own`;

/** 31 days of files, of which half a gigabyte and more is beyond the allowance. */
const SEED_READINGS = `
  insert into storage_readings
    (account, day, meter, bytes, users, allowance_bytes, meter_version, instant)
  select id, day, 'files', 1500000000, 7, 850000000, 1, day
  from accounts, generate_series($2::date - 31, $2::date - 1, interval '1 day') as day
  where company = $1`;
