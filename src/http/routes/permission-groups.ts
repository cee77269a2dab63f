import { z } from 'zod';
import type { Accounts } from '../../modules/accounts/index.ts';
import {
  type Companies,
  PERMISSIONS,
  type PermissionGroup,
  type PermissionGroups,
} from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { refuseMoreThanOwn } from '../principal.ts';
import { id, text } from '../schemas/fields.ts';

const group = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    permissions: z.array(z.string()),
    editable: z.boolean(),
  })
  .meta({ id: 'PermissionGroup' });

const body = z.strictObject({
  name: text(100),
  permissions: z.array(z.enum(PERMISSIONS)).max(PERMISSIONS.length),
});

const ofCompany = z.strictObject({ co: id('co') });
const ofGroup = z.strictObject({ co: id('co'), grp: id('grp') });

export interface GroupsRoutesDeps {
  readonly companies: Companies;
  readonly permissionGroups: PermissionGroups;
  readonly accounts: Accounts;
}

export function registerPermissionGroups(api: Api, deps: GroupsRoutesDeps): void {
  const { companies, permissionGroups, accounts } = deps;
  const access = { scope: 'manage', permission: 'employees.manage' } as const;
  const tag = 'Permission groups';

  api.define('GET', '/v1/companies/:co/permission-groups', {
    summary: 'List the shipped permission groups and the company’s own',
    tag,
    access: { scope: 'read' },
    params: ofCompany,
    answer: z.strictObject({
      data: z.array(group),
      has_more: z.boolean(),
      next_cursor: z.null(),
    }),
    handle: async (tx, { params, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      const groups = await permissionGroups.list(tx, company);
      return { data: groups.map(groupText), has_more: false, next_cursor: null };
    },
  });

  api.define('POST', '/v1/companies/:co/permission-groups', {
    summary: 'Make a permission group',
    tag,
    access,
    params: ofCompany,
    body,
    answer: group,
    status: 201,
    handle: async (tx, { params, body: input, actor, principal }) => {
      refuseMoreThanOwn(principal, input.permissions);
      const company = await companies.get(tx, actor, params.co);
      const at = await accounts.companyNow(tx, company);
      return groupText(await permissionGroups.create(tx, actor, company, input, at));
    },
  });

  api.define('GET', '/v1/companies/:co/permission-groups/:grp', {
    summary: 'Read a permission group',
    tag,
    access: { scope: 'read' },
    params: ofGroup,
    answer: group,
    handle: async (tx, { params, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      return groupText(await permissionGroups.get(tx, company, params.grp));
    },
  });

  api.define('PUT', '/v1/companies/:co/permission-groups/:grp', {
    summary: 'Change a permission group',
    tag,
    access,
    params: ofGroup,
    body,
    answer: group,
    handle: async (tx, { params, body: input, actor, principal }) => {
      refuseMoreThanOwn(principal, input.permissions);
      const company = await companies.get(tx, actor, params.co);
      const at = await accounts.companyNow(tx, company);
      return groupText(await permissionGroups.change(tx, actor, company, params.grp, input, at));
    },
  });

  api.define('DELETE', '/v1/companies/:co/permission-groups/:grp', {
    summary: 'Remove a permission group that nobody is in',
    tag,
    access,
    params: ofGroup,
    answer: z.strictObject({ id: z.string(), removed: z.literal(true) }),
    handle: async (tx, { params, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      const at = await accounts.companyNow(tx, company);
      await permissionGroups.remove(tx, actor, company, params.grp, at);
      return { id: params.grp, removed: true };
    },
  });
}

function groupText(row: PermissionGroup): z.input<typeof group> {
  return {
    id: row.id,
    name: row.name,
    permissions: [...row.permissions],
    editable: row.editable,
  };
}
