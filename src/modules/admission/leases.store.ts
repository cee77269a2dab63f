import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';

interface LeaseTables {
  wallet_books: { account: string; next_expiry_at: Date | null; test_now: Date | null };
  admission_leases: { id: string; account: string; employee: string | null; reference: string };
}

/** Holds the hot rows of all of a company's accounts, in the order in which everybody does. */
export async function lockBooksOf(tx: Transaction, company: string): Promise<void> {
  await sql`
    select 1 from wallet_books
    where account = any (array(select id from accounts where company = ${company}))
    order by account for no key update
  `.execute(tx);
}

export async function selectLeasesOf(
  tx: Transaction,
  employee: string,
): Promise<{ id: string; account: string }[]> {
  return await tables<LeaseTables>(tx)
    .selectFrom('admission_leases')
    .select(['id', 'account'])
    .where('employee', '=', employee)
    .orderBy('id')
    .execute();
}

/** No open lease of the account expires before this; undefined where there is none. */
export async function selectNextExpiry(
  tx: Transaction,
  account: string,
): Promise<Date | undefined> {
  const row = await tables<LeaseTables>(tx)
    .selectFrom('wallet_books')
    .select('next_expiry_at')
    .where('account', '=', account)
    .executeTakeFirst();
  return row?.next_expiry_at ?? undefined;
}

/** Accounts on the real clock that may have expired leases. */
export async function selectAccountsToTidy(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await tables<LeaseTables>(tx)
    .selectFrom('wallet_books')
    .select('account')
    .where('next_expiry_at', '<=', now)
    .where('test_now', 'is', null)
    .limit(limit)
    .execute();
  return rows.map(({ account }) => account);
}

/** The lease or usage record that a dialer's reference names, the newest where it reuses them. */
export async function selectByReference(
  tx: Transaction,
  account: string,
  reference: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ lease: string }>`
    select lease from (
      select id as lease, granted_at from admission_leases
      where account = ${account} and reference = ${reference}
      union all
      select lease, granted_at from admission_usage_records
      where account = ${account} and reference = ${reference} and part = 1
    ) found
    order by granted_at desc limit 1
  `.execute(tx);
  return rows[0]?.lease;
}

/** A rare question, over open leases only: when a switch starts anew. */
export async function selectOpenReferences(
  tx: Transaction,
  company: string | undefined,
  beginning: string,
): Promise<{ id: string; usedMs: number }[]> {
  const { rows } = await sql<{ id: string; used: bigint }>`
    select id, used_ms as used from admission_leases
    where starts_with(reference, ${beginning})
      and (${company ?? null}::text is null or company = ${company ?? null})
    order by id
  `.execute(tx);
  return rows.map(({ id, used }) => ({ id, usedMs: Number(used) }));
}
