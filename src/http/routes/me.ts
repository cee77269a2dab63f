import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import type { Companies, Employee, Employees } from '../../modules/companies/index.ts';
import { PERMISSIONS } from '../../modules/companies/index.ts';
import type { SignIn } from '../auth/sign-in.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText } from '../schemas/fields.ts';

const me = z
  .strictObject({
    kind: z.enum(['person', 'api_key', 'system']),
    id: z.string(),
    name: z.string(),
    /** True for the operator: sees every company. */
    operator: z.boolean(),
    company: z.strictObject({ id: id('co'), name: z.string() }).nullable(),
    email: z.string().nullable(),
    permission_group: z.string().nullable(),
    permissions: z.array(z.string()),
    terms: z.strictObject({ version: z.string(), url: z.string() }),
  })
  .meta({ id: 'Me' });

const link = z
  .strictObject({ url: z.string(), expires_at: instantText })
  .meta({ id: 'SignInLink' });

export interface MeDeps {
  readonly companies: Companies;
  readonly employees: Employees;
  readonly signIn: SignIn;
  readonly terms: { readonly version: string; readonly url: string };
  /** Where the product is reached, as far as it knows itself. */
  readonly address: () => string;
}

export function registerMe(api: Api, deps: MeDeps): void {
  const { companies, employees, signIn, terms } = deps;

  api.define('GET', '/v1/me', {
    summary: 'Who is asking: name, company, permissions, and the terms in force',
    tag: 'Sign-in',
    access: { scope: 'read' },
    answer: me,
    handle: async (tx, { actor, principal }) => {
      const own = actor.company;
      const company = own === undefined ? undefined : await companies.get(tx, actor, own);
      const isEmployee = actor.kind === 'person' && own !== undefined;
      const employee = isEmployee ? await employees.get(tx, actor, actor.id) : undefined;
      return {
        kind: actor.kind,
        id: actor.id,
        name: actor.name,
        operator: own === undefined,
        company: company === undefined ? null : { id: company.id, name: company.name },
        email: employee?.email ?? null,
        permission_group: employee?.permissionGroup ?? null,
        permissions: [...(principal.permissions ?? PERMISSIONS)],
        terms,
      };
    },
  });

  api.define('POST', '/v1/employees/:emp/sign-in-links', {
    summary: 'Make a one-time sign-in link for an employee',
    description: 'Shown once, works once, for 24 hours. Who it is given to becomes the employee.',
    tag: 'Sign-in',
    access: { scope: 'manage', permission: 'employees.manage' },
    params: z.strictObject({ emp: id('emp') }),
    answer: link,
    status: 201,
    withheldOnReplay: ['url'],
    handle: async (tx, { params, actor, principal }) => {
      const employee = await employees.get(tx, actor, params.emp);
      refuseMorePowerful(employee, principal.permissions);
      const { url, expiresAt } = await signIn.links.forEmployee(
        tx,
        actor,
        employee,
        deps.address(),
      );
      return { url, expires_at: expiresAt.toISOString() };
    },
  });
}

/** Whoever has the link becomes the employee, so nobody makes one for someone who may do more. */
function refuseMorePowerful(employee: Employee, own: ReadonlySet<string> | undefined): void {
  const beyond = own && employee.permissions.filter((permission) => !own.has(permission));
  if (beyond === undefined || beyond.length === 0) return;
  throw new Refusal('scope_missing', {
    message: `You may not sign in as someone who may do more than you (${beyond.join(', ')}).`,
    facts: { permissions: beyond },
  });
}
