import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import { ownOr404 } from './companies.service.ts';
import { type Company, type Employee, fullName, type PermissionGroup } from './company.ts';
import {
  type EmployeeFilter,
  insertEmployee,
  lockEmployeesAmong,
  selectEmployee,
  selectEmployeeByEmail,
  selectEmployees,
  selectEmployeesByEmail,
  selectEmployeesWithAny,
  selectGroups,
  selectNames,
  updateEmployee,
} from './employees.store.ts';
import type { Permission } from './permission.ts';

export interface EmployeeInput {
  readonly firstName: string;
  readonly lastName: string;
  /** Unique within the company, whatever the case. */
  readonly email: string;
  /** The group's name. */
  readonly permissionGroup: string;
}

export interface Employees {
  /** Refuses `already_exists` (e-mail address) and `invalid_value` (no such group). */
  create(
    tx: Transaction,
    actor: Actor,
    company: Company,
    input: EmployeeInput,
    at: Date,
  ): Promise<Employee>;
  change(
    tx: Transaction,
    actor: Actor,
    employee: Employee,
    input: Partial<EmployeeInput>,
    at: Date,
  ): Promise<Employee>;
  /** Refuses `not_found`, also for another company's actor. */
  get(tx: Transaction, actor: Actor, id: string): Promise<Employee>;
  /** The same, holding the employee's row until the transaction ends. */
  lock(tx: Transaction, actor: Actor, id: string): Promise<Employee>;
  /** Of every company where none is named. */
  list(tx: Transaction, company: string | undefined, filter: EmployeeFilter): Promise<Employee[]>;
  /**
   * Those of a company who have one of the ids or e-mail addresses, their rows held until the
   * transaction ends; locked in the order of their ids, so that two of these never wait in a
   * circle.
   */
  lockAmong(
    tx: Transaction,
    company: string,
    named: { readonly ids: readonly string[]; readonly emails: readonly string[] },
  ): Promise<Employee[]>;
  /** First and last names by id, of those of `ids` that there are. */
  namesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The company's shown ones who have any of these permissions, in the order of creation. */
  withAnyPermission(
    tx: Transaction,
    company: string,
    permissions: readonly Permission[],
    limit: number,
  ): Promise<Employee[]>;
  /** The company's employee with this address, hidden or not. */
  ofCompanyWithEmail(
    tx: Transaction,
    company: string,
    email: string,
  ): Promise<Employee | undefined>;
  /** The shown ones of every company who have this address: whom a sign-in may be for. */
  withEmail(tx: Transaction, email: string, limit: number): Promise<Employee[]>;
  /** The one of the company who has this address, hidden or shown. */
  findByEmail(tx: Transaction, company: string, email: string): Promise<Employee | undefined>;
  /**
   * Marks the employee hidden or shown and nothing else. `licensing` calls it: hiding also ends
   * assignments, and says what is still being paid for.
   */
  setHidden(tx: Transaction, id: string, hiddenAt: Date | null): Promise<void>;
}

const NOBODY: PlainSentence = 'There is no such employee.';

export function createEmployees({ events }: { events: Events }): Employees {
  async function groupNamed(
    tx: Transaction,
    company: string,
    name: string,
  ): Promise<PermissionGroup> {
    const groups = await selectGroups(tx, company);
    // Of two of one name the company's own: it was there before another was shipped.
    const group =
      groups.find((candidate) => candidate.name === name && candidate.company !== null) ??
      groups.find((candidate) => candidate.name === name);
    if (group !== undefined) return group;
    const names = groups.map((candidate) => candidate.name).join(', ');
    throw new Refusal('invalid_value', {
      message: say('There is no permission group "{name}". There are: {names}.', { name, names }),
      pointer: '/permission_group',
    });
  }

  async function refuseTakenEmail(
    tx: Transaction,
    company: string,
    email: string,
    except?: string,
  ): Promise<void> {
    const taken = await selectEmployeeByEmail(tx, company, email);
    if (taken === undefined || taken.id === except) return;
    const values = { name: fullName(taken) };
    throw new Refusal('already_exists', {
      message:
        taken.hiddenAt === null
          ? say('{name} has this e-mail address already.', values)
          : say(
              '{name} has this e-mail address already. The employee is hidden and can be shown again.',
              values,
            ),
      pointer: '/email',
      facts: { employee: taken.id, hidden: taken.hiddenAt !== null },
    });
  }

  return {
    async create(tx, actor, company, input, at) {
      const group = await groupNamed(tx, company.id, input.permissionGroup);
      await refuseTakenEmail(tx, company.id, input.email);
      const employee = { ...input, id: newId('emp'), company: company.id, createdAt: at };
      await insertEmployee(tx, employee, group.id);
      await events.record(tx, {
        actor,
        at,
        company: company.id,
        type: 'employee.created',
        subject: employee.id,
        after: describe(input),
      });
      return {
        ...employee,
        permissionGroup: group.name,
        permissions: group.permissions,
        hiddenAt: null,
        version: 1n,
      };
    },

    async change(tx, actor, employee, input, at) {
      const group =
        input.permissionGroup === undefined
          ? undefined
          : await groupNamed(tx, employee.company, input.permissionGroup);
      if (input.email !== undefined) {
        await refuseTakenEmail(tx, employee.company, input.email, employee.id);
      }
      await updateEmployee(tx, employee.id, { ...input, groupId: group?.id });
      const after = ownOr404(
        await selectEmployee(tx, employee.id),
        employee.company,
        actor,
        NOBODY,
      );
      await events.record(tx, {
        actor,
        at,
        company: employee.company,
        type: 'employee.changed',
        subject: employee.id,
        before: describe(employee),
        after: describe(after),
      });
      return after;
    },

    async get(tx, actor, id) {
      const employee = await selectEmployee(tx, id);
      return ownOr404(employee, employee?.company, actor, NOBODY);
    },

    async lock(tx, actor, id) {
      const employee = await selectEmployee(tx, id, 'lock');
      return ownOr404(employee, employee?.company, actor, NOBODY);
    },

    list: selectEmployees,
    lockAmong: lockEmployeesAmong,
    namesOf: selectNames,
    withAnyPermission: selectEmployeesWithAny,
    ofCompanyWithEmail: selectEmployeeByEmail,
    withEmail: selectEmployeesByEmail,
    findByEmail: selectEmployeeByEmail,

    setHidden: (tx, id, hiddenAt) => updateEmployee(tx, id, { hiddenAt }),
  };
}

function describe(employee: EmployeeInput): Record<string, string> {
  return {
    first_name: employee.firstName,
    last_name: employee.lastName,
    email: employee.email,
    permission_group: employee.permissionGroup,
  };
}
