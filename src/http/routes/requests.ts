import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { sayName } from '../../kernel/words/shipped-name.ts';
import type { Companies, Employees } from '../../modules/companies/index.ts';
import {
  type Approving,
  REQUEST_STATES,
  type Requests,
  type RequestView,
  remedyToReader,
} from '../../modules/notices/index.ts';
import type { Api } from '../endpoint.ts';
import type { Principal } from '../principal.ts';
import { code, id, instantText, money, remedy, text } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';

const figures = z.strictObject({ due_now: money, recurring: money });

const request = z
  .strictObject({
    id: z.string(),
    /** What people say to one another: `ASK-7KQ2MX`. */
    reference: z.string(),
    company: z.string(),
    billing_account: z.string(),
    employee: z.strictObject({ id: z.string(), name: z.string() }),
    activity: z.strictObject({ code: z.string(), name: z.string() }),
    reason: z.string(),
    /** As it was shown to whoever asked, with what it cost then. */
    remedy,
    /** What approving does: assigns, buys (and assigns), or says that it was done by hand. */
    approving: z.strictObject({
      kind: z.enum(['assign', 'buy', 'by_hand']),
      assign: z.array(z.string()),
      buy: z
        .strictObject({
          licenses: z.record(z.string(), z.number()),
          minutes: z.string().optional(),
        })
        .nullable(),
      /** What it costs now; null where nothing is bought, or it cannot be bought. */
      costs: figures.nullable(),
    }),
    status: z.enum(REQUEST_STATES),
    answered_by: z.string().nullable(),
    answer: z.string().nullable(),
    created_at: instantText,
    answered_at: instantText.nullable(),
  })
  .meta({ id: 'EmployeeRequest' });

export interface RequestsRoutesDeps {
  readonly companies: Companies;
  readonly employees: Employees;
  readonly requests: Requests;
  readonly approving: Approving;
}

const tag = 'Requests';
const ofEmployee = z.strictObject({ emp: id('emp') });
const ofRequest = z.strictObject({ req: id('ask') });
const listQuery = z.strictObject({
  ...pageQuery(idCursor('req')),
  status: z.enum(REQUEST_STATES).optional(),
});

export function registerRequests(api: Api, deps: RequestsRoutesDeps): void {
  registerAsking(api, deps);
  registerDeciding(api, deps);
}

function registerAsking(api: Api, deps: RequestsRoutesDeps): void {
  const { companies, employees, requests } = deps;

  api.define('POST', '/v1/employees/:emp/requests', {
    summary: 'Ask those who can mend it: an employee who was refused sends the remedy',
    description:
      'Takes the activity, and the code of one of the reasons for which it was refused. Asking ' +
      'again while the request is open gives the same one. At most ten a day.',
    tag,
    access: { scope: 'admission', typedName: false },
    params: ofEmployee,
    body: z.strictObject({ activity: code, reason: code, remedy: code.optional() }),
    answer: request,
    status: 201,
    handle: async (tx, { params, body, actor, principal }) => {
      const { id: employee } = await employees.get(tx, actor, params.emp);
      refuseOthers(principal, employee);
      return requestText(await requests.ask(tx, actor, params.emp, body));
    },
  });

  api.define('GET', '/v1/employees/:emp/requests', {
    summary: 'List what an employee has asked for, the newest first',
    tag,
    access: { scope: 'read' },
    params: ofEmployee,
    query: listQuery,
    answer: page(request),
    handle: async (tx, { params, query, actor, principal }) => {
      const { id: employee } = await employees.get(tx, actor, params.emp);
      if (principal.permissions?.has('billing.view') === false) refuseOthers(principal, employee);
      const select = (slice: { limit: number; after: string | undefined }) =>
        requests.list(tx, { ...slice, employee, state: query.status });
      return await pageOf(query, select, (row) => row.id, requestText);
    },
  });

  api.define('GET', '/v1/companies/:co/requests', {
    summary: 'List what employees have asked for, the newest first',
    tag,
    access: { scope: 'read', permission: 'billing.view' },
    params: z.strictObject({ co: id('co') }),
    query: listQuery,
    answer: page(request),
    handle: async (tx, { params, query, actor }) => {
      const { id: company } = await companies.get(tx, actor, params.co);
      const select = (slice: { limit: number; after: string | undefined }) =>
        requests.list(tx, { ...slice, company, state: query.status });
      return await pageOf(query, select, (row) => row.id, requestText);
    },
  });

  api.define('GET', '/v1/requests/:req', {
    summary: 'Read a request: what became of it, and what approving costs now',
    tag,
    access: { scope: 'read' },
    params: ofRequest,
    answer: request,
    handle: async (tx, { params, actor, principal }) => {
      const found = await requests.get(tx, actor, params.req);
      if (principal.permissions?.has('billing.view') === false) {
        refuseOthers(principal, found.employee);
      }
      return requestText(found);
    },
  });

  api.define('POST', '/v1/requests/:req/withdraw', {
    summary: 'Withdraw a request; by whoever asked',
    tag,
    access: { scope: 'admission', typedName: false },
    params: ofRequest,
    answer: request,
    handle: async (tx, { params, actor }) =>
      requestText(await requests.withdraw(tx, actor, params.req)),
  });
}

function registerDeciding(api: Api, { requests, approving }: RequestsRoutesDeps): void {
  api.define('POST', '/v1/requests/:req/approve', {
    summary: 'Do exactly what a request shows',
    description:
      'Needs the permissions that doing it by hand needs. Where it costs other than was shown, ' +
      'or than `expected` says, it is refused with the new figures and nothing is bought. A key ' +
      'names who authorizes a purchase; a person does by Authorized-By. After 503 repeat it: ' +
      'the same order is resumed.',
    tag,
    access: { scope: 'manage' },
    params: ofRequest,
    body: z
      .strictObject({
        expected: figures.optional(),
        authorized_by: z.strictObject({ first_name: text(100), last_name: text(100) }).optional(),
        terms_version: text(40).optional(),
      })
      .nullish(),
    answer: request,
    handleResumable: async (finish, { params, body, actor, principal }) => {
      const by = body?.authorized_by;
      const terms = body?.terms_version;
      await approving.approve({ actor, permissions: principal.permissions }, params.req, {
        expected: body?.expected,
        authorization:
          by === undefined || terms === undefined
            ? undefined
            : { firstName: by.first_name, lastName: by.last_name, termsVersion: terms },
      });
      return await finish(async (tx) => requestText(await requests.get(tx, actor, params.req)));
    },
  });

  api.define('POST', '/v1/requests/:req/decline', {
    summary: 'Decline a request, and say why',
    tag,
    access: { scope: 'manage', typedName: false },
    params: ofRequest,
    body: z.strictObject({ reason: text(500) }),
    answer: request,
    handle: async (tx, { params, body, actor, principal }) => {
      const approver = { actor, permissions: principal.permissions };
      return requestText(await requests.decline(tx, approver, params.req, body.reason));
    },
  });
}

/** A person asks, and looks without `billing.view`, for themselves alone. */
function refuseOthers({ actor, permissions }: Principal, employee: string): void {
  if (permissions === undefined || actor.id === employee) return;
  throw new Refusal('scope_missing', { message: say('That is somebody else’s to ask for.') });
}

function requestText(row: RequestView): z.input<typeof request> {
  const { plan } = row;
  return {
    id: row.id,
    reference: row.reference,
    company: row.company,
    billing_account: row.account,
    employee: { id: row.employee, name: row.employeeName },
    activity: { code: row.activity, name: sayName(row.activityName) },
    reason: row.reason,
    remedy: remedyToReader(row.remedy),
    approving: {
      kind: plan.kind,
      assign: [...plan.assign],
      buy:
        plan.purchase === undefined
          ? null
          : {
              licenses: { ...plan.purchase.more },
              ...(plan.purchase.minutes !== undefined && { minutes: plan.purchase.minutes }),
            },
      costs: row.figures === undefined ? null : { ...row.figures },
    },
    status: row.state,
    answered_by: row.answeredBy,
    answer: row.answer,
    created_at: row.createdAt.toISOString(),
    answered_at: row.answeredAt?.toISOString() ?? null,
  };
}
