import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';
import type { AccountFacts, EmployeeFacts, HeldLicense, OrderedTotal } from './facts.ts';

interface AccountRow {
  id: string;
  company: string;
  currency: string;
  time_zone: string;
  suspended_at: Date | null;
  suspended_reason: string | null;
  closed_at: Date | null;
  unpaid_suspends_at: Date | null;
  unpaid_amount: bigint | null;
  test_now: Date | null;
  facts_version: bigint;
}

interface TotalRow {
  license_type: string;
  total: number;
  effective_at: Date;
}

/** What gates look at of one account. Undefined where there is none. */
export async function selectAccountFacts(
  tx: Transaction,
  account: string,
): Promise<AccountFacts | undefined> {
  const { rows } = await sql<AccountRow>`
    select a.id, a.company, a.currency, a.time_zone, a.suspended_at, a.suspended_reason,
           a.closed_at, a.unpaid_suspends_at, a.unpaid_amount, b.test_now, b.facts_version
    from accounts a join wallet_books b on b.account = a.id
    where a.id = ${account}
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const ordered = await sql<TotalRow>`
    select license_type, total, effective_at from licensing_total_changes
    where account = ${account} and cancelled_at is null
    order by effective_at, sequence
  `.execute(tx);
  const byType = Map.groupBy(ordered.rows, (total) => total.license_type);
  const totals = new Map<string, OrderedTotal[]>();
  for (const [code, changes] of byType) {
    const list = changes.map(({ total, effective_at }) => ({ total, effectiveAt: effective_at }));
    totals.set(code, list);
  }
  return {
    account: row.id,
    company: row.company,
    currency: row.currency,
    timeZone: row.time_zone,
    testNow: row.test_now,
    standing: {
      currency: row.currency,
      closedAt: row.closed_at,
      suspendedAt: row.suspended_at,
      suspendedReason: row.suspended_reason,
      unpaidSuspendsAt: row.unpaid_suspends_at,
      unpaidAmount: row.unpaid_amount,
    },
    totals,
    version: row.facts_version,
  };
}

interface EmployeeRow {
  id: string;
  company: string;
  first_name: string;
  last_name: string;
  hidden_at: Date | null;
  group_name: string;
  permissions: string[];
}

/** What gates look at of one employee. Undefined where there is none. */
export async function selectEmployeeFacts(
  tx: Transaction,
  employee: string,
): Promise<EmployeeFacts | undefined> {
  const { rows } = await sql<EmployeeRow>`
    select e.id, e.company, e.first_name, e.last_name, e.hidden_at,
           g.name as group_name, g.permissions
    from companies_employees e join companies_permission_groups g on g.id = e.permission_group
    where e.id = ${employee}
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const held = await sql<HeldLicense>`
    select license_type as "licenseType", account, assigned_at as "from", ended_at as "until"
    from licensing_assignments where employee = ${employee} and not over
    order by id
  `.execute(tx);
  return {
    employee: row.id,
    company: row.company,
    name: `${row.first_name} ${row.last_name}`,
    group: row.group_name,
    permissions: new Set(row.permissions),
    isHidden: row.hidden_at !== null,
    assignments: held.rows,
  };
}

/** The company's oldest account, and its clock's instant: asked where nothing is assigned. */
export async function selectOldestAccount(
  tx: Transaction,
  company: string,
): Promise<{ account: string; testNow: Date | null } | undefined> {
  const { rows } = await sql<{ account: string; testNow: Date | null }>`
    select b.account, b.test_now as "testNow"
    from accounts a join wallet_books b on b.account = a.id
    where a.company = ${company} order by a.id limit 1
  `.execute(tx);
  return rows[0];
}
