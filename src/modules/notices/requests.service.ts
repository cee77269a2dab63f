import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { inEnglish, LANGUAGES, type Language, say, speaking } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import type { ActivityAccess, Admission, Reason } from '../admission/index.ts';
import { type Catalog, versionOn } from '../catalog/index.ts';
import {
  type Companies,
  type Employee,
  type Employees,
  fullName,
  ownOr404,
  type Permission,
} from '../companies/index.ts';
import type { Licensing } from '../licensing/index.ts';
import { inEveryLanguage } from './notice-words.ts';
import type { Notices } from './notices.service.ts';
import {
  type EmployeeRequest,
  type RequestEvent,
  type RequestView,
  referenceOf,
  requestAfter,
  type WordedRemedy,
} from './request.ts';
import {
  figuresIfPossible,
  purchaseFigures,
  type RequestCostsDeps,
} from './request-costs.service.ts';
import { decidedNotice, wantedNotice } from './request-notices.ts';
import { neededPermissions, planOf } from './request-plan.ts';
import {
  countRequestsSince,
  insertRequest,
  type RequestFilter,
  selectRequest,
  selectRequests,
  updateRequest,
} from './requests.store.ts';

/** Who decides, and what they may do themselves: undefined for a key, which may do anything. */
export interface Approver {
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission> | undefined;
}

export interface RequestInput {
  readonly activity: string;
  /** The reason's code, as the refusal gave it. */
  readonly reason: string;
  /** The remedy's action; the reason's first one where absent. */
  readonly remedy?: string | undefined;
}

/** What employees who were refused ask of those who can mend it. */
export interface Requests {
  /**
   * Asks once: the same request that is still open is given back. Refuses `nothing_to_change`
   * where the employee is not refused for that reason, and `rate_limited`.
   */
  ask(tx: Transaction, actor: Actor, employee: string, input: RequestInput): Promise<RequestView>;
  /** Refuses `not_found`, also to other companies. */
  get(tx: Transaction, actor: Actor, id: string): Promise<RequestView>;
  list(tx: Transaction, filter: RequestFilter): Promise<RequestView[]>;
  /** Refuses `scope_missing` and `request_answered`. */
  decline(tx: Transaction, approver: Approver, id: string, answer: string): Promise<RequestView>;
  /** By whoever asked. Refuses `request_answered`. */
  withdraw(tx: Transaction, actor: Actor, id: string): Promise<RequestView>;
}

/** What approving needs of the rest. */
export interface RequestsWithin extends Requests {
  /** The request, locked, for somebody who may decide it. */
  lockFor(tx: Transaction, approver: Approver, id: string): Promise<EmployeeRequest>;
  /** Moves it on; refuses `request_answered` where that cannot be. */
  move(
    tx: Transaction,
    actor: Actor,
    request: EmployeeRequest,
    event: RequestEvent,
    news?: Partial<EmployeeRequest>,
  ): Promise<EmployeeRequest>;
  /** Why the employee is still refused; undefined where they are not any more. */
  reasonOf(tx: Transaction, request: EmployeeRequest): Promise<Reason | undefined>;
  view(tx: Transaction, request: EmployeeRequest): Promise<RequestView>;
}

export interface RequestsDeps extends RequestCostsDeps {
  readonly events: Events;
  readonly catalog: Catalog;
  readonly companies: Companies;
  readonly employees: Employees;
  readonly accounts: Accounts;
  readonly licensing: Licensing;
  readonly admission: Pick<Admission, 'access'>;
  readonly notices: Notices;
}

/** More than anybody is refused for in a day; every request is a mail to several people. */
const REQUESTS_A_DAY_MAX = 10;
const DAY_MS = 86_400_000;
/** Open ones are found among the employee's newest; see the limit above. */
const OPEN_MAX = 100;

export function createRequests(deps: RequestsDeps): RequestsWithin {
  const { events, accounts, employees, notices } = deps;

  async function accountOf(tx: Transaction, employee: Employee): Promise<BillingAccount> {
    const held = await deps.licensing.employeeLicenses(tx, SYSTEM, employee.id);
    if (held.billingAccount !== undefined) {
      return await accounts.get(tx, SYSTEM, held.billingAccount);
    }
    const oldest = await accounts.oldest(tx, employee.company);
    if (oldest !== undefined) return oldest;
    throw new Refusal('nothing_to_change', {
      message: say('The company has no billing account yet.'),
    });
  }

  async function view(tx: Transaction, request: EmployeeRequest): Promise<RequestView> {
    const employee = await employees.get(tx, SYSTEM, request.employee);
    const account = await accounts.get(tx, SYSTEM, request.account);
    const snapshot = await deps.catalog.load(tx);
    const activity = versionOn(snapshot, 'activity', request.activity, account.today);
    const { purchase } = request.plan;
    const isOpen = request.state === 'open' || request.state === 'approving';
    return {
      ...request,
      employeeName: fullName(employee),
      activityName: activity?.body.name ?? request.activity,
      figures:
        isOpen && purchase !== undefined
          ? await figuresIfPossible(tx, deps, account, purchase)
          : undefined,
    };
  }

  async function tell(
    tx: Transaction,
    actor: Actor,
    request: EmployeeRequest,
    what: string,
    at: Date,
  ): Promise<void> {
    await events.record(tx, {
      actor,
      at,
      company: request.company,
      account: request.account,
      type: `request.${what}`,
      subject: request.id,
      after: {
        reference: request.reference,
        employee: request.employee,
        activity: request.activity,
        reason: request.reason,
        remedy: request.remedy.action,
        status: request.state,
        ...(request.answer !== null && { answer: request.answer }),
      },
    });
  }

  async function own(
    tx: Transaction,
    actor: Actor,
    id: string,
    lock: 'lock' | 'no lock' = 'no lock',
  ): Promise<EmployeeRequest> {
    const found = await selectRequest(tx, id, lock);
    return ownOr404(found, found?.company, actor, 'There is no such request.');
  }

  async function move(
    tx: Transaction,
    actor: Actor,
    request: EmployeeRequest,
    event: RequestEvent,
    news: Partial<EmployeeRequest> = {},
  ): Promise<EmployeeRequest> {
    const state = requestAfter(request.state, event);
    if (state === undefined) throw answered(request);
    const { now } = await accounts.get(tx, SYSTEM, request.account);
    const isOver = state !== 'open' && state !== 'approving';
    const moved: EmployeeRequest = {
      ...request,
      ...news,
      state,
      answeredAt: isOver ? now : null,
      answeredBy: isOver || state === 'approving' ? nameOf(actor) : null,
    };
    await updateRequest(tx, moved);
    if (!isOver) return moved;
    await tell(tx, actor, moved, state, now);
    if (state !== 'withdrawn') {
      const account = await accounts.get(tx, SYSTEM, request.account);
      const subject = { company: request.company, account, at: now };
      const decided = await view(tx, moved);
      for (const notice of await inEveryLanguage(() => [decidedNotice(decided)])) {
        await notices.tell(tx, subject, notice);
      }
    }
    return moved;
  }

  async function lockFor(
    tx: Transaction,
    { actor, permissions }: Approver,
    id: string,
  ): Promise<EmployeeRequest> {
    const request = await own(tx, actor, id, 'lock');
    const missing = neededPermissions(request.plan).find(
      (permission) => permissions !== undefined && !permissions.has(permission),
    );
    if (missing === undefined) return request;
    throw new Refusal('scope_missing', {
      message: say('Your permission group lacks "{missing}", which deciding this needs.', {
        missing,
      }),
      facts: { permission: missing },
    });
  }

  return {
    move,
    lockFor,
    view,

    async ask(tx, actor, id, input) {
      // Locked, so that asking twice at once is asking once.
      const employee = await employees.lock(tx, actor, id);
      if (employee.hiddenAt !== null) throw new Refusal('employee_hidden');
      const account = await accountOf(tx, employee);
      const why = async () =>
        reasonIn(await deps.admission.access(tx, id, input.activity), input.reason);
      const reason = await inEnglish(why);
      if (reason === undefined) throw notRefused(employee, input);
      const open = await openLike(tx, id, input);
      if (open !== undefined) return await view(tx, open);
      await refuseTooMany(tx, id, account.now);
      const shown = remedyIn(reason, input.remedy);
      const plan = planOf(reason, shown);
      const costs = plan.purchase && (await purchaseFigures(tx, deps, account, plan.purchase));
      const requestId = newId('ask');
      const request: EmployeeRequest = {
        id: requestId,
        reference: referenceOf(requestId),
        company: employee.company,
        account: account.id,
        employee: id,
        activity: input.activity,
        reason: reason.code,
        remedy: { ...shown, ...costs, labels: await labelsOf(why, shown.action) },
        plan,
        state: 'open',
        quote: null,
        answeredBy: null,
        answer: null,
        createdAt: account.now,
        answeredAt: null,
      };
      await insertRequest(tx, request);
      await tell(tx, actor, request, 'created', account.now);
      const asked = await view(tx, request);
      const subject = { company: employee.company, account, at: account.now };
      const worded = await inEveryLanguage(async () => [
        wantedNotice(asked, (await why()) ?? reason),
      ]);
      for (const notice of worded) await notices.tell(tx, subject, notice);
      return asked;
    },

    get: async (tx, actor, id) => view(tx, await own(tx, actor, id)),

    async list(tx, filter) {
      const views: RequestView[] = [];
      for (const request of await selectRequests(tx, filter)) views.push(await view(tx, request));
      return views;
    },

    async reasonOf(tx, { employee, activity, reason }) {
      return reasonIn(await deps.admission.access(tx, employee, activity), reason);
    },

    async decline(tx, approver, id, answer) {
      const request = await lockFor(tx, approver, id);
      return await view(tx, await move(tx, approver.actor, request, 'decline', { answer }));
    },

    async withdraw(tx, actor, id) {
      const request = await own(tx, actor, id, 'lock');
      if (actor.kind === 'person' && actor.id !== request.employee) {
        throw new Refusal('scope_missing', {
          message: say('Only whoever asked can withdraw it; decline it instead.'),
        });
      }
      return await view(tx, await move(tx, actor, request, 'withdraw'));
    },
  };
}

function reasonIn(access: readonly ActivityAccess[], code: string): Reason | undefined {
  return access
    .flatMap(({ checks }) => checks.flatMap(({ reasons }) => reasons))
    .find((reason) => reason.code === code);
}

/** How the remedy's button is called in each language. */
async function labelsOf(
  why: () => Promise<Reason | undefined>,
  action: string,
): Promise<NonNullable<WordedRemedy['labels']>> {
  const labels: Partial<Record<Language, string>> = {};
  for (const spoken of LANGUAGES) {
    const reason = await speaking(spoken, why);
    labels[spoken] = reason?.remedies.find((one) => one.action === action)?.label;
  }
  return labels;
}

function notRefused(employee: Employee, { activity, reason }: RequestInput): Refusal {
  return new Refusal('nothing_to_change', {
    message: say('{employee} is not refused "{activity}" for the reason "{reason}" now.', {
      employee: fullName(employee),
      activity,
      reason,
    }),
  });
}

function remedyIn({ remedies }: Reason, action: string | undefined) {
  const remedy = action === undefined ? remedies[0] : remedies.find((one) => one.action === action);
  if (remedy !== undefined) return remedy;
  const named = remedies.map((one) => one.action).join(', ');
  throw new Refusal('invalid_value', {
    message:
      remedies.length === 0
        ? say('An administrator of the company cannot mend this; the operator can.')
        : say('There is no such remedy. There are: {named}.', { named }),
    pointer: remedies.length === 0 ? '/reason' : '/remedy',
  });
}

async function openLike(
  tx: Transaction,
  employee: string,
  { activity, reason, remedy }: RequestInput,
): Promise<EmployeeRequest | undefined> {
  const newest = await selectRequests(tx, { employee, limit: OPEN_MAX });
  return newest.find(
    (request) =>
      (request.state === 'open' || request.state === 'approving') &&
      request.activity === activity &&
      request.reason === reason &&
      (remedy === undefined || request.remedy.action === remedy),
  );
}

async function refuseTooMany(tx: Transaction, employee: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - DAY_MS);
  if ((await countRequestsSince(tx, employee, since)) < REQUESTS_A_DAY_MAX) return;
  throw new Refusal('rate_limited', {
    message: say('At most {most} requests a day; your administrator has the others.', {
      most: REQUESTS_A_DAY_MAX,
    }),
  });
}

function answered({ state, answeredBy }: EmployeeRequest): Refusal {
  return new Refusal('request_answered', {
    message:
      answeredBy === null
        ? say(
            '{state, select, approving {It is being bought right now; wait for what becomes of it.} approved {This request was approved already.} declined {This request was declined already.} other {This request was withdrawn already.}}',
            { state },
          )
        : say(
            '{state, select, approving {It is being bought by {name} right now; wait for what becomes of it.} approved {This request was approved by {name} already.} declined {This request was declined by {name} already.} other {This request was withdrawn by {name} already.}}',
            { state, name: answeredBy },
          ),
    facts: { status: state },
  });
}

/** The name typed, as it stands in the audit log; a key's own name where none was. */
function nameOf({ authorization, name }: Actor): string {
  if (authorization === undefined) return name;
  return `${authorization.firstName} ${authorization.lastName}`;
}
