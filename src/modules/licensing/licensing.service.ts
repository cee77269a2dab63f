import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { DueSource } from '../accounts/index.ts';
import { followContract } from './apply-plan.service.ts';
import { type Assignments, createAssignments } from './assignments.service.ts';
import { type Assignment, countHeldFrom, selectHeldFrom } from './assignments.store.ts';
import { createGroupRules, type GroupRules } from './group-rules.service.ts';
import { createHiding, type Hiding } from './hiding.service.ts';
import { createLicensingDue } from './licensing-due.service.ts';
import type { LicensingDeps } from './licensing-state.service.ts';
import { createManyAssignments, type ManyAssignments } from './many-assignments.service.ts';
import { createTotals, type Totals } from './totals.service.ts';

export interface Licensing extends Totals, Assignments, ManyAssignments, GroupRules, Hiding {
  /** Employees who held `crm` from the account at an instant: storage allowances count them. */
  usersWithCrm(tx: Transaction, account: string, at: Date): Promise<number>;
  /** Every assignment that stood at an instant. */
  assignmentsAsOf(tx: Transaction, account: string, at: Date): Promise<Assignment[]>;
  /** What takes effect by itself, and reminders. */
  readonly due: DueSource;
}

export function createLicensing(deps: LicensingDeps): Licensing {
  const hiding = createHiding(deps);
  const many = createManyAssignments(deps);

  for (const event of ['contract.signed', 'contract.end_ordered']) {
    deps.events.on(event, async (tx, { actor, account }) => {
      assert(account !== undefined, 'a contract belongs to an account');
      await followContract(tx, deps, actor, await deps.accounts.lock(tx, SYSTEM, account));
    });
  }

  return {
    ...createTotals(deps),
    ...createAssignments(deps),
    ...many,
    ...createGroupRules(deps, many),
    ...hiding,
    usersWithCrm: async (tx, account, at) => (await countHeldFrom(tx, account, at)).get('crm') ?? 0,
    assignmentsAsOf: selectHeldFrom,
    due: createLicensingDue(deps, hiding),
  };
}
