import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { Employee, PermissionGroup } from './company.ts';
import type { Permission } from './permission.ts';

interface EmployeeTables {
  companies_employees: {
    id: string;
    company: string;
    first_name: string;
    last_name: string;
    email: string;
    permission_group: string;
    hidden_at: Date | null;
    created_at: Date;
    version: bigint;
  };
  companies_permission_groups: {
    id: string;
    company: string | null;
    name: string;
    permissions: Permission[];
    editable: boolean;
    created_at: Date;
  };
}

type EmployeeRow = EmployeeTables['companies_employees'] & {
  group_name: string;
  permissions: Permission[];
};

const employeeOf = (row: EmployeeRow): Employee => ({
  id: row.id,
  company: row.company,
  firstName: row.first_name,
  lastName: row.last_name,
  email: row.email,
  permissionGroup: row.group_name,
  permissions: row.permissions,
  hiddenAt: row.hidden_at,
  createdAt: row.created_at,
  version: row.version,
});

const employees = (tx: Transaction) =>
  tables<EmployeeTables>(tx)
    .selectFrom('companies_employees as employee')
    .innerJoin('companies_permission_groups as own', 'own.id', 'employee.permission_group')
    .selectAll('employee')
    .select(['own.name as group_name', 'own.permissions']);

export async function insertEmployee(
  tx: Transaction,
  employee: Pick<Employee, 'id' | 'company' | 'firstName' | 'lastName' | 'email' | 'createdAt'>,
  groupId: string,
): Promise<void> {
  await tables<EmployeeTables>(tx)
    .insertInto('companies_employees')
    .values({
      id: employee.id,
      company: employee.company,
      first_name: employee.firstName,
      last_name: employee.lastName,
      email: employee.email,
      permission_group: groupId,
      hidden_at: null,
      created_at: employee.createdAt,
      version: 1n,
    })
    .execute();
}

export async function selectEmployee(
  tx: Transaction,
  id: string,
  lock: 'lock' | 'no lock' = 'no lock',
): Promise<Employee | undefined> {
  const query = employees(tx).where('employee.id', '=', id);
  const row = await (lock === 'lock' ? query.forUpdate('employee') : query).executeTakeFirst();
  return row && employeeOf(row);
}

export async function selectEmployeeByEmail(
  tx: Transaction,
  company: string,
  email: string,
): Promise<Employee | undefined> {
  const row = await employees(tx)
    .where('employee.company', '=', company)
    .where((where) => where(where.fn('lower', ['employee.email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  return row && employeeOf(row);
}

/** The shown employees, of whichever company, who have this address. */
export async function selectEmployeesByEmail(
  tx: Transaction,
  email: string,
  limit: number,
): Promise<Employee[]> {
  const rows = await employees(tx)
    .where((where) => where(where.fn('lower', ['employee.email']), '=', email.toLowerCase()))
    .where('employee.hidden_at', 'is', null)
    .orderBy('employee.id')
    .limit(limit)
    .execute();
  return rows.map(employeeOf);
}

/** Those who have one of the ids or e-mail addresses, locked in the order of their ids. */
export async function lockEmployeesAmong(
  tx: Transaction,
  company: string,
  { ids, emails }: { readonly ids: readonly string[]; readonly emails: readonly string[] },
): Promise<Employee[]> {
  const addresses = emails.map((email) => email.toLowerCase());
  const rows = await employees(tx)
    .where('employee.company', '=', company)
    .where(
      sql<boolean>`(employee.id = any (${[...ids]}::text[])
                    or lower(employee.email) = any (${addresses}::text[]))`,
    )
    .orderBy('employee.id')
    .forUpdate('employee')
    .execute();
  return rows.map(employeeOf);
}

/** The company's shown employees who have any of the permissions, the longest known first. */
export async function selectEmployeesWithAny(
  tx: Transaction,
  company: string,
  permissions: readonly Permission[],
  limit: number,
): Promise<Employee[]> {
  const rows = await employees(tx)
    .where('employee.company', '=', company)
    .where('employee.hidden_at', 'is', null)
    .where(sql<boolean>`own.permissions && ${[...permissions]}::text[]`)
    .orderBy('employee.id')
    .limit(limit)
    .execute();
  return rows.map(employeeOf);
}

export interface EmployeeFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  /** Part of the first name, last name or e-mail address. */
  readonly search?: string | undefined;
  readonly hidden?: boolean | undefined;
  /** A permission group's name. */
  readonly permissionGroup?: string | undefined;
}

/** In the order of creation; of every company where none is named. */
export async function selectEmployees(
  tx: Transaction,
  company: string | undefined,
  { after, limit, search, hidden, permissionGroup }: EmployeeFilter,
): Promise<Employee[]> {
  let query = employees(tx);
  if (company !== undefined) query = query.where('employee.company', '=', company);
  if (after !== undefined) query = query.where('employee.id', '>', after);
  if (hidden !== undefined) {
    query = query.where('employee.hidden_at', hidden ? 'is not' : 'is', null);
  }
  if (permissionGroup !== undefined) query = query.where('own.name', '=', permissionGroup);
  if (search !== undefined) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([
        where('employee.first_name', 'ilike', pattern),
        where('employee.last_name', 'ilike', pattern),
        where('employee.email', 'ilike', pattern),
      ]),
    );
  }
  const rows = await query.orderBy('employee.id').limit(limit).execute();
  return rows.map(employeeOf);
}

export async function selectNames(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables<EmployeeTables>(tx)
    .selectFrom('companies_employees')
    .select(['id', 'first_name', 'last_name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.first_name} ${row.last_name}`]));
}

export interface EmployeeChanges {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
  readonly groupId?: string | undefined;
  readonly hiddenAt?: Date | null | undefined;
}

export async function updateEmployee(
  tx: Transaction,
  id: string,
  changes: EmployeeChanges,
): Promise<void> {
  await tables<EmployeeTables>(tx)
    .updateTable('companies_employees')
    .set((row) => ({
      first_name: changes.firstName,
      last_name: changes.lastName,
      email: changes.email,
      permission_group: changes.groupId,
      hidden_at: changes.hiddenAt,
      version: row('version', '+', 1n),
    }))
    .where('id', '=', id)
    .execute();
}

const groupOf = (row: EmployeeTables['companies_permission_groups']): PermissionGroup => ({
  id: row.id,
  company: row.company,
  name: row.name,
  permissions: row.permissions,
  editable: row.editable,
});

/** The shipped groups and the company's own, in the order of their creation. */
export async function selectGroups(tx: Transaction, company: string): Promise<PermissionGroup[]> {
  const rows = await tables<EmployeeTables>(tx)
    .selectFrom('companies_permission_groups')
    .selectAll()
    .where((where) => where.or([where('company', '=', company), where('company', 'is', null)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(groupOf);
}

export async function insertGroup(
  tx: Transaction,
  group: PermissionGroup,
  createdAt: Date,
): Promise<void> {
  await tables<EmployeeTables>(tx)
    .insertInto('companies_permission_groups')
    .values({ ...group, permissions: [...group.permissions], created_at: createdAt })
    .execute();
}

export async function updateGroup(tx: Transaction, group: PermissionGroup): Promise<void> {
  await tables<EmployeeTables>(tx)
    .updateTable('companies_permission_groups')
    .set({ name: group.name, permissions: [...group.permissions] })
    .where('id', '=', group.id)
    .execute();
}

export async function deleteGroup(tx: Transaction, id: string): Promise<void> {
  await tables<EmployeeTables>(tx)
    .deleteFrom('companies_permission_groups')
    .where('id', '=', id)
    .execute();
}

/** How many employees, hidden ones included, are in the group. */
export async function countMembers(tx: Transaction, groupId: string): Promise<number> {
  const row = await tables<EmployeeTables>(tx)
    .selectFrom('companies_employees')
    .select((select) => select.fn.countAll<bigint>().as('members'))
    .where('permission_group', '=', groupId)
    .executeTakeFirstOrThrow();
  return Number(row.members);
}
