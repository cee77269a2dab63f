import { z } from 'zod';
import type { ActivityAccess, Admission } from '../../modules/admission/index.ts';
import type { Employees } from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { code, id, remedy } from '../schemas/fields.ts';

const check = z.strictObject({
  gate: z.enum(['standing', 'hidden', 'permission', 'licenses', 'places', 'minutes']),
  passed: z.boolean(),
  code: z.string().optional(),
  message: z.string().optional(),
  admin_message: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  remedies: z.array(remedy).optional(),
});

const activityAccess = z
  .strictObject({
    activity: z.string(),
    name: z.string(),
    allowed: z.boolean(),
    checks: z.array(check),
  })
  .meta({ id: 'ActivityAccess' });

export interface AccessRoutesDeps {
  readonly admission: Admission;
  readonly employees: Employees;
}

export function registerAccess(api: Api, { admission, employees }: AccessRoutesDeps): void {
  api.define('GET', '/v1/employees/:emp/access', {
    summary: 'What this employee may do now, gate by gate; takes nothing',
    description: 'Decided by the code that authorizes. A gate that fails twice is listed twice.',
    tag: 'Admission',
    access: { scope: 'read' },
    params: z.strictObject({ emp: id('emp') }),
    query: z.strictObject({ activity: code.optional() }),
    answer: z.strictObject({ employee: id('emp'), activities: z.array(activityAccess) }),
    handle: async (tx, { params: { emp }, query, actor }) => {
      await employees.get(tx, actor, emp);
      const found = await admission.access(tx, emp, query.activity);
      return { employee: emp, activities: found.map(accessText) };
    },
  });
}

function accessText(access: ActivityAccess): z.input<typeof activityAccess> {
  return {
    activity: access.activity,
    name: access.name,
    allowed: access.allowed,
    checks: access.checks.flatMap(({ gate, passed, reasons }): z.input<typeof check>[] =>
      passed
        ? [{ gate, passed }]
        : reasons.map((reason) => ({
            gate,
            passed,
            code: reason.code,
            message: reason.message,
            admin_message: reason.adminMessage,
            details: { ...reason.details },
            remedies: [...reason.remedies],
          })),
    ),
  };
}
