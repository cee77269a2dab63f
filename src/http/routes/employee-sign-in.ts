import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Employee, Employees } from '../../modules/companies/index.ts';
import type { SignIn } from '../auth/sign-in.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText } from '../schemas/fields.ts';

export const signInLink = z
  .strictObject({ url: z.string(), expires_at: instantText })
  .meta({ id: 'SignInLink' });

export interface EmployeeSignInDeps {
  readonly employees: Employees;
  readonly signIn: SignIn;
  /** Where the product is reached, as far as it knows itself. */
  readonly address: () => string;
}

/** What whoever looks after employees does about how they sign in. */
export function registerEmployeeSignIn(api: Api, deps: EmployeeSignInDeps): void {
  const { employees, signIn } = deps;
  const of = {
    tag: 'Sign-in',
    access: { scope: 'manage', permission: 'employees.manage' },
    params: z.strictObject({ emp: id('emp') }),
  } as const;

  api.define('POST', '/v1/employees/:emp/sign-in-links', {
    ...of,
    summary: 'Make a one-time sign-in link for an employee',
    description: 'Shown once, works once, for 24 hours. Who it is given to becomes the employee.',
    answer: signInLink,
    status: 201,
    withheldOnReplay: ['url'],
    handle: async (tx, { params, actor, principal }) => {
      const employee = await employees.get(tx, actor, params.emp);
      refuseMorePowerful(employee, principal.permissions);
      const address = deps.address();
      const { url, expiresAt } = await signIn.links.forEmployee(tx, actor, employee, address);
      return { url, expires_at: expiresAt.toISOString() };
    },
  });

  api.define('DELETE', '/v1/employees/:emp/sessions', {
    ...of,
    summary: 'Sign an employee out everywhere',
    answer: z.strictObject({ revoked: z.int() }),
    handle: async (tx, { params, actor, principal }) => {
      const employee = await employees.get(tx, actor, params.emp);
      refuseMorePowerful(employee, principal.permissions);
      const person = await signIn.personFor(tx, employee);
      return { revoked: await signIn.sessions.revoke(tx, person, {}, actor) };
    },
  });

  api.define('DELETE', '/v1/employees/:emp/two-factor', {
    ...of,
    summary: 'Turn two-factor sign-in off for an employee who has lost their device',
    answer: z.strictObject({ two_factor: z.boolean() }),
    handle: async (tx, { params, actor, principal }) => {
      const employee = await employees.get(tx, actor, params.emp);
      refuseMorePowerful(employee, principal.permissions);
      await signIn.twoFactor.reset(tx, actor, await signIn.personFor(tx, employee));
      return { two_factor: false };
    },
  });
}

/** Whoever has the link becomes the employee, so nobody makes one for someone who may do more. */
function refuseMorePowerful(employee: Employee, own: ReadonlySet<string> | undefined): void {
  const beyond = own && employee.permissions.filter((permission) => !own.has(permission));
  if (beyond === undefined || beyond.length === 0) return;
  throw new Refusal('scope_missing', {
    message: say('You may not sign in as someone who may do more than you ({permissions}).', {
      permissions: beyond.join(', '),
    }),
    facts: { permissions: beyond },
  });
}
