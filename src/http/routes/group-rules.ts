import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Accounts, BillingAccount } from '../../modules/accounts/index.ts';
import type { Companies, PermissionGroups } from '../../modules/companies/index.ts';
import type { GroupRule, Licensing } from '../../modules/licensing/index.ts';
import type { Api } from '../endpoint.ts';
import { code, id, instantText } from '../schemas/fields.ts';

const rule = z
  .strictObject({
    permission_group: z.strictObject({ id: z.string(), name: z.string() }),
    license_types: z.array(z.string()),
    set_at: instantText,
  })
  .meta({ id: 'GroupRule' });

const answer = z.strictObject({
  data: z.array(rule),
  has_more: z.boolean(),
  next_cursor: z.null(),
});

const ofAccount = z.strictObject({ ba: id('ba') });
const ofGroup = z.strictObject({ ba: id('ba'), grp: id('grp') });
const change = { scope: 'manage', permission: 'licenses.assign' } as const;
const tag = 'Licenses';
/** More types than any catalog has. */
const TYPES_MAX = 50;

export interface GroupRulesDeps {
  readonly accounts: Accounts;
  readonly companies: Companies;
  readonly permissionGroups: PermissionGroups;
  readonly licensing: Licensing;
}

export function registerGroupRules(api: Api, deps: GroupRulesDeps): void {
  const { accounts, companies, permissionGroups, licensing } = deps;
  const groupOf = async (tx: Transaction, actor: Actor, account: BillingAccount, group: string) =>
    permissionGroups.get(tx, await companies.get(tx, actor, account.company), group);

  api.define('GET', '/v1/billing-accounts/:ba/group-rules', {
    summary: 'List what new employees are given by their permission group, from this account',
    tag,
    access: { scope: 'read', permission: 'billing.view' },
    params: ofAccount,
    answer,
    handle: async (tx, { params, actor }) =>
      listOf(await licensing.groupRules(tx, await accounts.get(tx, actor, params.ba))),
  });

  api.define('PUT', '/v1/billing-accounts/:ba/group-rules/:grp', {
    summary: 'Set what whoever is made in a permission group is given, from this account',
    description:
      'It counts for employees made from now on; who is there already is assigned by hand. A ' +
      'rule that another account of the company had for the group ends.',
    tag,
    access: change,
    params: ofGroup,
    body: z.strictObject({ license_types: z.array(code).min(1).max(TYPES_MAX) }),
    answer,
    handle: async (tx, { params, body, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      const group = await groupOf(tx, actor, account, params.grp);
      const types = [...new Set(body.license_types)];
      return listOf(await licensing.setGroupRule(tx, actor, account, group, types));
    },
  });

  api.define('DELETE', '/v1/billing-accounts/:ba/group-rules/:grp', {
    summary: 'End a permission group’s rule; what it gave stays assigned',
    tag,
    access: change,
    params: ofGroup,
    answer,
    handle: async (tx, { params, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      const group = await groupOf(tx, actor, account, params.grp);
      return listOf(await licensing.removeGroupRule(tx, actor, account, group));
    },
  });
}

function listOf(rules: readonly GroupRule[]): z.input<typeof answer> {
  return {
    data: rules.map((one) => ({
      permission_group: { id: one.permissionGroup, name: one.name },
      license_types: [...one.licenseTypes],
      set_at: one.setAt.toISOString(),
    })),
    has_more: false,
    next_cursor: null,
  };
}
