import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { requirementChain } from '../catalog/index.ts';
import { type Employee, fullName } from '../companies/index.ts';
import {
  type AssignmentDecision,
  type Person,
  planAssignments,
  type WantedAssignment,
} from './assignment-plan.ts';
import {
  type Assignment,
  endAssignments,
  insertAssignments,
  selectHeldByEach,
} from './assignments.store.ts';
import { type LicensingDeps, loadLicensing } from './licensing-state.service.ts';
import { assigned, tellAll, tellWhatTookEffect, unassigned } from './told-changes.service.ts';

/** A wish about somebody who is named by id or by e-mail address. */
export type AssignmentWish = Pick<WantedAssignment, 'licenseType' | 'assigned'> &
  ({ readonly employee: string } | { readonly email: string });

/** What became of one wish, and of whom it spoke. */
export type WishOutcome = AssignmentDecision & { readonly employee: Employee | undefined };

export interface ManyAssignments {
  /**
   * Gives and takes many licenses of a locked account, each with what it requires or what needs
   * it. A wish that is refused changes nothing and stops none; with `isDryRun` none changes
   * anything, by the same decision. Refuses `account_closed`.
   */
  assignMany(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    wishes: readonly AssignmentWish[],
    options?: { readonly isDryRun?: boolean },
  ): Promise<WishOutcome[]>;
}

export function createManyAssignments(deps: LicensingDeps): ManyAssignments {
  return {
    async assignMany(tx, actor, account, wishes, { isDryRun = false } = {}) {
      if (account.standing === 'closed') throw new Refusal('account_closed');
      await tellWhatTookEffect(tx, deps, account);
      const employees = await deps.employees.lockAmong(tx, account.company, {
        ids: wishes.flatMap((wish) => ('employee' in wish ? [wish.employee] : [])),
        emails: wishes.flatMap((wish) => ('email' in wish ? [wish.email] : [])),
      });
      const found = finder(employees);
      const held = await selectHeldByEach(
        tx,
        employees.map(({ id }) => id),
        account.now,
      );
      const { snapshot, state, rules } = await loadLicensing(tx, deps, account);
      const wanted = wishes.map((wish) => ({
        employee: found(wish)?.id ?? '',
        licenseType: wish.licenseType,
        assigned: wish.assigned,
      }));
      const decisions = planAssignments(wanted, {
        state,
        rules,
        people: peopleOf(employees, held),
        chainOf: (code) => requirementChain(snapshot, code, account.today),
      });
      if (!isDryRun) await make(tx, deps, actor, account, { wanted, decisions, held });
      return wishes.map((wish, place) => ({
        ...(decisions[place] ?? { outcome: 'unchanged' }),
        employee: found(wish),
      }));
    },
  };
}

function finder(employees: readonly Employee[]) {
  const byId = new Map(employees.map((one) => [one.id, one]));
  const byEmail = new Map(employees.map((one) => [one.email.toLowerCase(), one]));
  return (wish: AssignmentWish) =>
    'employee' in wish ? byId.get(wish.employee) : byEmail.get(wish.email.toLowerCase());
}

function peopleOf(
  employees: readonly Employee[],
  held: readonly Assignment[],
): ReadonlyMap<string, Person> {
  const byEmployee = Map.groupBy(held, ({ employee }) => employee);
  return new Map(
    employees.map((employee) => {
      const theirs = byEmployee.get(employee.id) ?? [];
      const person = {
        id: employee.id,
        name: fullName(employee),
        isHidden: employee.hiddenAt !== null,
        account: theirs[0]?.account,
        held: new Set(theirs.map(({ licenseType }) => licenseType)),
      };
      return [employee.id, person];
    }),
  );
}

/** Makes what was decided: what is taken first, so that it may be given again. */
async function make(
  tx: Transaction,
  deps: LicensingDeps,
  actor: Actor,
  account: BillingAccount,
  planned: {
    readonly wanted: readonly WantedAssignment[];
    readonly decisions: readonly AssignmentDecision[];
    readonly held: readonly Assignment[];
  },
): Promise<void> {
  const of = (outcome: 'assigned' | 'unassigned') =>
    planned.decisions.flatMap((decision, place) => {
      const employee = planned.wanted[place]?.employee ?? '';
      if (decision.outcome !== outcome) return [];
      return decision.codes.map((licenseType) => ({ employee, licenseType }));
    });
  const key = (one: { employee: string; licenseType: string }) =>
    `${one.employee} ${one.licenseType}`;
  const idOf = new Map(planned.held.map((one) => [key(one), one.id]));
  const [taken, given] = [of('unassigned'), of('assigned')];
  const ending = taken.flatMap((one) => idOf.get(key(one)) ?? []);
  await endAssignments(tx, ending, { at: account.now, reason: 'unassigned' });
  const assignedAt = account.now;
  await insertAssignments(
    tx,
    given.map((one) => ({ ...one, account: account.id, assignedAt })),
  );
  await tellAll(tx, deps, actor, account, [
    ...taken.map((one) => unassigned(one.employee, one.licenseType, account.id, 'unassigned')),
    ...given.map((one) => assigned(one.employee, one.licenseType, account.id)),
  ]);
}
