import { z } from 'zod';
import { say } from '../../kernel/words/say.ts';
import type { Employees, Permission } from '../../modules/companies/index.ts';
import {
  type Licensing,
  type StillPayingFor,
  stillPayingForText,
} from '../../modules/licensing/index.ts';
import type { Api } from '../endpoint.ts';
import { refuseMoreThanOwn } from '../principal.ts';
import { dayText, id, money } from '../schemas/fields.ts';
import { employeeAnswer, employeeText } from './employees.ts';

export const stillPayingForAnswer = z
  .strictObject({
    billing_account: id('ba'),
    license_type: z.string(),
    total: z.int(),
    assigned: z.int(),
    floor: z.int(),
    could_be: z.int(),
    from: dayText,
    contract_ends_on: dayText.optional(),
    pending_total: z.int().optional(),
    saves_per_month: money.optional(),
  })
  .meta({ id: 'StillPayingFor' });

const hidden = employeeAnswer
  .extend({ still_paying_for: z.array(stillPayingForAnswer) })
  .meta({ id: 'HiddenEmployee' });

const shown = employeeAnswer
  .extend({
    restored: z.array(z.string()),
    not_restored: z.array(
      z.strictObject({ license_type: z.string(), code: z.string(), message: z.string() }),
    ),
  })
  .meta({ id: 'ShownEmployee' });

const params = z.strictObject({ emp: id('emp') });
const access = { scope: 'manage', permission: 'employees.manage' } as const;
const tag = 'Employees';

export interface HidingRoutesDeps {
  readonly employees: Employees;
  readonly licensing: Licensing;
}

export function registerHiding(api: Api, { employees, licensing }: HidingRoutesDeps): void {
  api.define('POST', '/v1/employees/:emp/hide', {
    summary: 'Hide an employee: ends sign-in and assignments, and says what is still paid for',
    description: 'Hiding never lowers a total; still_paying_for says to what it could be lowered.',
    tag,
    access,
    params,
    answer: hidden,
    handle: async (tx, { params: { emp }, actor, principal }) => {
      // Or a Manager could put every Administrator out, and be the last one in.
      refuseMoreThanOwn(principal, (await employees.get(tx, actor, emp)).permissions, hideSentence);
      const { employee, stillPayingFor } = await licensing.hide(tx, actor, emp);
      const left = stillPayingFor.map((one: StillPayingFor) => stillPayingForText(one));
      return { ...employeeText(employee), still_paying_for: left };
    },
  });

  api.define('POST', '/v1/employees/:emp/show', {
    summary: 'Show an employee again, with the licenses that still have room',
    tag,
    access,
    params,
    answer: shown,
    handle: async (tx, { params: { emp }, actor, principal }) => {
      // Who is shown has their permissions again, as if they had been given anew.
      refuseMoreThanOwn(principal, (await employees.get(tx, actor, emp)).permissions, showSentence);
      const { employee, restored, notRestored } = await licensing.show(tx, actor, emp);
      return {
        ...employeeText(employee),
        restored: [...restored],
        not_restored: notRestored.map((one) => ({
          license_type: one.licenseType,
          code: one.code,
          message: one.message,
        })),
      };
    },
  });
}

function hideSentence(beyond: Permission): string {
  return say('They have "{beyond}", which you lack, so an Administrator has to hide them.', {
    beyond,
  });
}

function showSentence(beyond: Permission): string {
  return say('They have "{beyond}", which you lack, so an Administrator has to show them again.', {
    beyond,
  });
}
