import { z } from 'zod';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { EmployeeLicenses, Licensing } from '../../modules/licensing/index.ts';
import type { Api } from '../endpoint.ts';
import { code, dayText, id, instantText } from '../schemas/fields.ts';

export const employeeLicenses = z
  .strictObject({
    employee: id('emp'),
    billing_account: z.string().nullable(),
    licenses: z.array(
      z.strictObject({
        license_type: z.string(),
        assigned_at: instantText,
        /** Set where a pending lower total is going to take it away. */
        ends_at: instantText.nullable(),
      }),
    ),
  })
  .meta({ id: 'EmployeeLicenses' });

const ofEmployee = z.strictObject({ emp: id('emp') });
const ofLicense = z.strictObject({ emp: id('emp'), code });
const access = { scope: 'manage', permission: 'licenses.assign' } as const;
const tag = 'Licenses';

export interface LicensesRoutesDeps {
  readonly accounts: Accounts;
  readonly licensing: Licensing;
}

export function registerLicenses(api: Api, deps: LicensesRoutesDeps): void {
  const { licensing } = deps;
  api.define('GET', '/v1/employees/:emp/licenses', {
    summary: 'Read the licenses that an employee holds',
    tag,
    access: { scope: 'read' },
    params: ofEmployee,
    answer: employeeLicenses,
    handle: async (tx, { params, actor }) =>
      licensesText(await licensing.employeeLicenses(tx, actor, params.emp)),
  });

  api.define('PUT', '/v1/employees/:emp/licenses/:code', {
    summary: 'Assign a license; with_required assigns what it requires along with it',
    tag,
    access,
    params: ofLicense,
    body: z.strictObject({ billing_account: id('ba'), with_required: z.boolean().optional() }),
    answer: employeeLicenses,
    handle: async (tx, { params, body, actor }) =>
      licensesText(
        await licensing.assign(tx, actor, params.emp, params.code, {
          billingAccount: body.billing_account,
          withRequired: body.with_required,
        }),
      ),
  });

  api.define('DELETE', '/v1/employees/:emp/licenses/:code', {
    summary: 'Unassign a license; with_required takes along what needs it',
    description: 'Never lowers a total: what is paid for stays paid for until an order lowers it.',
    tag,
    access,
    params: ofLicense,
    // Also in the query: some clients and proxies drop the body of a DELETE.
    query: z.strictObject({
      billing_account: id('ba').optional(),
      with_required: z.enum(['true', 'false']).optional(),
    }),
    body: z
      .strictObject({ billing_account: id('ba').optional(), with_required: z.boolean().optional() })
      .nullish(),
    answer: employeeLicenses,
    handle: async (tx, { params, query, body, actor }) =>
      licensesText(
        await licensing.unassign(tx, actor, params.emp, params.code, {
          billingAccount: body?.billing_account ?? query.billing_account,
          withRequired: body?.with_required ?? query.with_required === 'true',
        }),
      ),
  });

  api.define('PUT', '/v1/employees/:emp/billing-account', {
    summary: 'Move all of an employee’s licenses to another billing account, or none of them',
    tag,
    access,
    params: ofEmployee,
    body: z.strictObject({ billing_account: id('ba') }),
    answer: employeeLicenses,
    handle: async (tx, { params, body, actor }) =>
      licensesText(await licensing.move(tx, actor, params.emp, body.billing_account)),
  });

  registerPendingTotals(api, deps);
}

const pendingTotal = z
  .strictObject({ license_type: z.string(), total: z.int(), effective_on: dayText })
  .meta({ id: 'PendingTotal' });

function registerPendingTotals(api: Api, { accounts, licensing }: LicensesRoutesDeps): void {
  api.define('DELETE', '/v1/billing-accounts/:ba/pending-totals/:code', {
    summary: 'Undo a pending decrease',
    tag,
    access: { scope: 'manage', permission: 'billing.manage', duty: 'money' },
    params: z.strictObject({ ba: id('ba'), code }),
    answer: z.strictObject({ license_type: z.string(), undone: z.literal(true) }),
    handle: async (tx, { params, actor }) => {
      await licensing.cancelPending(tx, actor, params.ba, params.code);
      return { license_type: params.code, undone: true };
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/pending-totals', {
    summary: 'List the decreases that are ordered and not yet in effect',
    tag,
    access: { scope: 'read', permission: 'billing.view' },
    params: z.strictObject({ ba: id('ba') }),
    answer: z.strictObject({
      data: z.array(pendingTotal),
      has_more: z.boolean(),
      next_cursor: z.null(),
    }),
    handle: async (tx, { params, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const licenses = await licensing.licenses(tx, account);
      const data = licenses.flatMap(({ licenseType, pending }) =>
        pending === undefined
          ? []
          : [
              {
                license_type: licenseType,
                total: pending.total,
                effective_on: pending.effectiveOn,
              },
            ],
      );
      return { data, has_more: false, next_cursor: null };
    },
  });
}

export function licensesText(held: EmployeeLicenses): z.input<typeof employeeLicenses> {
  return {
    employee: held.employee,
    billing_account: held.billingAccount ?? null,
    licenses: held.licenses.map((license) => ({
      license_type: license.licenseType,
      assigned_at: license.assignedAt.toISOString(),
      ends_at: license.endedAt?.toISOString() ?? null,
    })),
  };
}
