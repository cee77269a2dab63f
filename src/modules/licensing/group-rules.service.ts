import type { Change } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { versionsOn } from '../catalog/index.ts';
import type { PermissionGroup } from '../companies/index.ts';
import {
  deleteGroupRule,
  type GroupRule,
  selectGroupRule,
  selectGroupRules,
  upsertGroupRule,
} from './group-rules.store.ts';
import type { LicensingDeps } from './licensing-state.service.ts';
import type { ManyAssignments } from './many-assignments.service.ts';
import { tell } from './told-changes.service.ts';

export interface GroupRules {
  groupRules(tx: Transaction, account: BillingAccount): Promise<GroupRule[]>;
  /**
   * Whoever is made in the group from now on is given the types, from this account. A rule that
   * another account had for the group ends. Refuses `unknown_code` and `account_closed`.
   */
  setGroupRule(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    group: PermissionGroup,
    licenseTypes: readonly string[],
  ): Promise<GroupRule[]>;
  /** Ends the rule; who was given licenses by it keeps them. Without one nothing changes. */
  removeGroupRule(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    group: PermissionGroup,
  ): Promise<GroupRule[]>;
}

export function createGroupRules(deps: LicensingDeps, many: ManyAssignments): GroupRules {
  deps.events.on('employee.created', (tx, change) => followRule(tx, deps, many, change));
  return {
    groupRules: (tx, account) => selectGroupRules(tx, account.id),

    async setGroupRule(tx, actor, account, group, licenseTypes) {
      if (account.standing === 'closed') throw new Refusal('account_closed');
      const known = versionsOn(await deps.catalog.load(tx), 'license_type', account.today);
      const unknown = licenseTypes.find((code) => !known.some((type) => type.code === code));
      if (unknown !== undefined) {
        throw new Refusal('unknown_code', {
          message: say('There is no license type "{code}" in the catalog.', { code: unknown }),
          pointer: '/license_types',
        });
      }
      const before = await selectGroupRule(tx, account.company, group.name);
      const rule = { company: account.company, account: account.id, permissionGroup: group.id };
      await upsertGroupRule(tx, { ...rule, licenseTypes, setAt: account.now });
      await tell(tx, deps, actor, account, {
        type: 'group_rule.set',
        subject: group.id,
        ...(before !== undefined && { before: ruleText(before.name, before.licenseTypes) }),
        after: ruleText(group.name, licenseTypes),
      });
      return await selectGroupRules(tx, account.id);
    },

    async removeGroupRule(tx, actor, account, group) {
      const before = await selectGroupRule(tx, account.company, group.name);
      if (before?.account === account.id) {
        await deleteGroupRule(tx, account.company, group.id);
        await tell(tx, deps, actor, account, {
          type: 'group_rule.removed',
          subject: group.id,
          before: ruleText(before.name, before.licenseTypes),
        });
      }
      return await selectGroupRules(tx, account.id);
    },
  };
}

const ruleText = (group: string, licenseTypes: readonly string[]) => ({
  permission_group: group,
  license_types: [...licenseTypes],
});

/**
 * Gives a new employee what their group's rule says. What has no room is told and does not keep
 * the employee from being made: a person without a license is mended in one click.
 */
async function followRule(
  tx: Transaction,
  deps: LicensingDeps,
  many: ManyAssignments,
  { actor, company, subject, after }: Change,
): Promise<void> {
  const group = after?.permission_group;
  if (company === undefined || typeof group !== 'string') return;
  const rule = await selectGroupRule(tx, company, group);
  if (rule === undefined) return;
  const account = await deps.accounts.lock(tx, SYSTEM, rule.account);
  if (account.standing === 'closed') return;
  const wishes = rule.licenseTypes.map((licenseType) => ({
    employee: subject,
    licenseType,
    assigned: true,
  }));
  const outcomes = await many.assignMany(tx, actor, account, wishes);
  for (const [place, outcome] of outcomes.entries()) {
    if (outcome.outcome !== 'refused') continue;
    await tell(tx, deps, actor, account, {
      type: 'group_rule.refused',
      subject,
      after: {
        permission_group: rule.name,
        license_type: rule.licenseTypes[place],
        code: outcome.refused,
        message: outcome.details.message,
      },
    });
  }
}
