import { z } from 'zod';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { Companies, Employee, Employees } from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { refuseMoreThanOwn } from '../principal.ts';
import { email, id, instantText, text } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery, type Slice } from '../schemas/page.ts';
import { whoseOf } from './whose.ts';

export const employeeAnswer = z
  .strictObject({
    id: id('emp'),
    company: id('co'),
    first_name: z.string(),
    last_name: z.string(),
    email: z.string(),
    permission_group: z.string(),
    permissions: z.array(z.string()),
    hidden: z.boolean(),
    hidden_at: instantText.nullable(),
    created_at: instantText,
  })
  .meta({ id: 'Employee' });

const body = z.strictObject({
  first_name: text(100),
  last_name: text(100),
  email,
  permission_group: text(100),
});

const listQuery = {
  ...pageQuery(idCursor('emp')),
  search: text().optional(),
  hidden: z.enum(['true', 'false']).optional(),
  permission_group: text(100).optional(),
};

const filterOf = (query: z.output<z.ZodObject<typeof listQuery>>) => ({
  search: query.search,
  hidden: query.hidden === undefined ? undefined : query.hidden === 'true',
  permissionGroup: query.permission_group,
});

export interface EmployeesRoutesDeps {
  readonly companies: Companies;
  readonly employees: Employees;
  readonly accounts: Accounts;
}

export function registerEmployees(api: Api, deps: EmployeesRoutesDeps): void {
  const { companies, employees, accounts } = deps;

  api.define('POST', '/v1/companies/:co/employees', {
    summary: 'Make an employee',
    tag: 'Employees',
    access: { scope: 'manage', permission: 'employees.manage' },
    params: z.strictObject({ co: id('co') }),
    body,
    answer: employeeAnswer,
    status: 201,
    handle: async (tx, { params, body: input, actor, principal }) => {
      const company = await companies.get(tx, actor, params.co);
      const at = await accounts.companyNow(tx, company);
      const made = await employees.create(tx, actor, company, inputOf(input), at);
      refuseMoreThanOwn(principal, made.permissions);
      return employeeText(made);
    },
  });

  api.define('GET', '/v1/companies/:co/employees', {
    summary: 'List employees',
    tag: 'Employees',
    access: { scope: 'read' },
    params: z.strictObject({ co: id('co') }),
    query: z.strictObject(listQuery),
    answer: page(employeeAnswer),
    handle: async (tx, { params, query, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      const filter = filterOf(query);
      const select = (slice: Slice) => employees.list(tx, company.id, { ...slice, ...filter });
      return await pageOf(query, select, (row) => row.id, employeeText);
    },
  });

  api.define('GET', '/v1/employees', {
    summary: 'List the employees of a company, or of all',
    tag: 'Employees',
    access: { scope: 'read' },
    query: z.strictObject({ ...listQuery, company: id('co').optional() }),
    answer: page(employeeAnswer),
    handle: async (tx, { query, actor }) => {
      const { company } = await whoseOf(tx, deps, actor, query);
      const filter = filterOf(query);
      const select = (slice: Slice) => employees.list(tx, company, { ...slice, ...filter });
      return await pageOf(query, select, (row) => row.id, employeeText);
    },
  });

  api.define('GET', '/v1/employees/:emp', {
    summary: 'Read an employee',
    tag: 'Employees',
    access: { scope: 'read' },
    params: z.strictObject({ emp: id('emp') }),
    answer: employeeAnswer,
    handle: async (tx, { params, actor }) =>
      employeeText(await employees.get(tx, actor, params.emp)),
  });

  api.define('PATCH', '/v1/employees/:emp', {
    summary: 'Change an employee',
    description: 'Name, e-mail address or permission group. Hiding has an address of its own.',
    tag: 'Employees',
    access: { scope: 'manage', permission: 'employees.manage' },
    params: z.strictObject({ emp: id('emp') }),
    body: body.partial(),
    answer: employeeAnswer,
    handle: async (tx, { params, body: input, actor, principal }) => {
      const employee = await employees.lock(tx, actor, params.emp);
      // With another e-mail address somebody else would receive the employee's sign-in link.
      refuseMoreThanOwn(principal, employee.permissions);
      const company = await companies.get(tx, actor, employee.company);
      const at = await accounts.companyNow(tx, company);
      const changed = await employees.change(tx, actor, employee, inputOf(input), at);
      if (input.permission_group !== undefined) refuseMoreThanOwn(principal, changed.permissions);
      return employeeText(changed);
    },
  });
}

/** An employee as every endpoint shows one. */
export function employeeText(row: Employee): z.input<typeof employeeAnswer> {
  return {
    id: row.id,
    company: row.company,
    first_name: row.firstName,
    last_name: row.lastName,
    email: row.email,
    permission_group: row.permissionGroup,
    permissions: [...row.permissions],
    hidden: row.hiddenAt !== null,
    hidden_at: row.hiddenAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
  };
}

function inputOf<Input extends Partial<z.output<typeof body>>>(input: Input) {
  return {
    firstName: input.first_name as Input['first_name'],
    lastName: input.last_name as Input['last_name'],
    email: input.email as Input['email'],
    permissionGroup: input.permission_group as Input['permission_group'],
  };
}
