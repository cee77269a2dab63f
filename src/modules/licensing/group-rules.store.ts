import { sql } from 'kysely';
import type { Transaction } from '../../database/transaction.ts';

/** What whoever newly joins a permission group is given, from one account of the company. */
export interface GroupRule {
  readonly company: string;
  readonly account: string;
  readonly permissionGroup: string;
  /** The group's name. */
  readonly name: string;
  readonly licenseTypes: readonly string[];
  readonly setAt: Date;
}

const columns = sql`rule.company, rule.account, rule.permission_group as "permissionGroup",
  own.name, rule.license_types as "licenseTypes", rule.set_at as "setAt"`;
const tables = sql`licensing_group_rules rule
  join companies_permission_groups own on own.id = rule.permission_group`;

/** The rules that an account pays for, by the names of their groups. */
export async function selectGroupRules(tx: Transaction, account: string): Promise<GroupRule[]> {
  const { rows } = await sql<GroupRule>`
    select ${columns} from ${tables} where rule.account = ${account} order by own.name
  `.execute(tx);
  return rows;
}

/** A company's rule for the group of this name. */
export async function selectGroupRule(
  tx: Transaction,
  company: string,
  groupName: string,
): Promise<GroupRule | undefined> {
  const { rows } = await sql<GroupRule>`
    select ${columns} from ${tables} where rule.company = ${company} and own.name = ${groupName}
  `.execute(tx);
  return rows[0];
}

export async function upsertGroupRule(
  tx: Transaction,
  rule: Omit<GroupRule, 'name'>,
): Promise<void> {
  await sql`
    insert into licensing_group_rules (company, permission_group, account, license_types, set_at)
    values (${rule.company}, ${rule.permissionGroup}, ${rule.account},
            ${[...rule.licenseTypes]}::text[], ${rule.setAt})
    on conflict (company, permission_group) do update
    set account = excluded.account, license_types = excluded.license_types,
        set_at = excluded.set_at
  `.execute(tx);
}

export async function deleteGroupRule(
  tx: Transaction,
  company: string,
  permissionGroup: string,
): Promise<void> {
  await sql`
    delete from licensing_group_rules
    where company = ${company} and permission_group = ${permissionGroup}
  `.execute(tx);
}
