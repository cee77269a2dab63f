import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import { type Companies, type Employees, fullName } from '../../modules/companies/index.ts';
import type { AssignmentWish, Licensing, WishOutcome } from '../../modules/licensing/index.ts';
import type { Api } from '../endpoint.ts';
import { PROBLEMS } from '../problems.ts';
import { code, email, id, remedy, text } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';
import { employeeAnswer, employeeText } from './employees.ts';
import { employeeLicenses, licensesText } from './licenses.ts';

const assignments = employeeLicenses
  .omit({ employee: true })
  .extend({ employee: employeeAnswer })
  .meta({ id: 'Assignments' });

/** Some seconds of work; a file of ten thousand employees is sent in parts. */
const CHANGES_MAX = 1_000;

const wish = z
  .strictObject({
    employee: id('emp').optional(),
    email: email.optional(),
    license_type: code,
    /** False takes it away. */
    assigned: z.boolean(),
  })
  .refine(
    (one) => (one.employee === undefined) !== (one.email === undefined),
    misfit('needs either employee or email'),
  );

const outcome = z
  .strictObject({
    employee: z.string().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    license_type: z.string(),
    outcome: z.enum(['assigned', 'unassigned', 'unchanged', 'refused']),
    /** Every license that was given or taken for it, what goes along included. */
    license_types: z.array(z.string()),
    problem: z
      .strictObject({ code: z.string(), detail: z.string(), remedies: z.array(remedy) })
      .optional(),
  })
  .meta({ id: 'AssignmentOutcome' });

const count = z.int();
const many = z
  .strictObject({
    counts: z.strictObject({
      assigned: count,
      unassigned: count,
      unchanged: count,
      refused: count,
    }),
    results: z.array(outcome),
  })
  .meta({ id: 'AssignmentsMade' });

export interface AssignmentsRoutesDeps {
  readonly accounts: Accounts;
  readonly companies: Companies;
  readonly employees: Employees;
  readonly licensing: Licensing;
}

export function registerAssignments(api: Api, deps: AssignmentsRoutesDeps): void {
  const { companies, employees, licensing } = deps;
  registerMany(api, deps);
  api.define('GET', '/v1/companies/:co/assignments', {
    summary: 'List who holds which licenses, and from which billing account',
    description: 'Employees who are not hidden, those without licenses included.',
    tag: 'Licenses',
    access: { scope: 'read' },
    params: z.strictObject({ co: id('co') }),
    query: z.strictObject({
      ...pageQuery(idCursor('emp')),
      search: text().optional(),
      permission_group: text(100).optional(),
    }),
    answer: page(assignments),
    handle: async (tx, { params, query, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      const { data, ...rest } = await pageOf(
        query,
        (slice) =>
          employees.list(tx, company.id, {
            ...slice,
            hidden: false,
            search: query.search,
            permissionGroup: query.permission_group,
          }),
        ({ id: employee }) => employee,
        (employee) => employee,
      );
      const held = await licensing.licensesOfEach(tx, company, data);
      const rows = data.flatMap((employee, place) => {
        const licenses = held[place];
        return licenses === undefined
          ? []
          : [{ ...licensesText(licenses), employee: employeeText(employee) }];
      });
      return { ...rest, data: rows };
    },
  });
}

function registerMany(api: Api, deps: AssignmentsRoutesDeps): void {
  const shape = {
    tag: 'Licenses',
    params: z.strictObject({ ba: id('ba') }),
    body: z.strictObject({ changes: z.array(wish).min(1).max(CHANGES_MAX) }),
    answer: many,
  } as const;
  const access = { scope: 'manage', permission: 'licenses.assign' } as const;
  type Asked = { params: { ba: string }; body: z.output<typeof shape.body>; actor: Actor };
  const assign = async (tx: Transaction, { params, body, actor }: Asked, isDryRun: boolean) => {
    const account = await deps.accounts.lock(tx, actor, params.ba);
    const wishes = body.changes.map(wishOf);
    const made = await deps.licensing.assignMany(tx, actor, account, wishes, { isDryRun });
    const results = made.map((one, place) => outcomeText(one, body.changes[place]));
    const counts = { assigned: 0, unassigned: 0, unchanged: 0, refused: 0 };
    for (const one of results) counts[one.outcome] += 1;
    return { counts, results };
  };

  api.define('POST', '/v1/billing-accounts/:ba/assignments', {
    ...shape,
    summary: 'Assign and unassign many licenses at once',
    description:
      'Each brings along what it requires, or takes along what needs it. What is taken comes ' +
      'first. One that is refused changes nothing and keeps no other from being made.',
    access,
    handle: (tx, asked) => assign(tx, asked, false),
  });

  api.define('POST', '/v1/billing-accounts/:ba/assignments/preview', {
    ...shape,
    summary: 'What would become of many assignments; changes nothing, by the same decision',
    access: { ...access, typedName: false },
    handle: (tx, asked) => assign(tx, asked, true),
  });
}

function wishOf(one: z.output<typeof wish>): AssignmentWish {
  const { license_type: licenseType, assigned, employee, email: address = '' } = one;
  return employee === undefined
    ? { email: address, licenseType, assigned }
    : { employee, licenseType, assigned };
}

function outcomeText(
  made: WishOutcome,
  asked: z.output<typeof wish> | undefined,
): z.input<typeof outcome> {
  const { employee } = made;
  return {
    employee: employee?.id ?? asked?.employee ?? null,
    name: employee === undefined ? null : fullName(employee),
    email: employee?.email ?? asked?.email ?? null,
    license_type: asked?.license_type ?? '',
    outcome: made.outcome,
    license_types: 'codes' in made ? [...made.codes] : [],
    ...(made.outcome === 'refused' && { problem: problemText(made) }),
  };
}

function problemText({ refused, details, employee }: Extract<WishOutcome, { outcome: 'refused' }>) {
  const fallback =
    employee === undefined
      ? 'There is no such employee of this company.'
      : PROBLEMS[refused].detail;
  return {
    code: refused,
    detail: details.message ?? say(fallback),
    remedies: [...(details.remedies ?? [])],
  };
}
