import type { Database, Transaction } from '../../database/transaction.ts';
import type { Actor, Authorization } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Licensing } from '../licensing/index.ts';
import type { Placing, Quotes } from '../orders/index.ts';
import { type EmployeeRequest, remedyToReader } from './request.ts';
import { figuresIn, quoteRequest, type RequestCostsDeps } from './request-costs.service.ts';
import { type RequestFigures, sameCosts } from './request-plan.ts';
import type { Approver, RequestsWithin } from './requests.service.ts';

export interface ApprovalInput {
  /** What whoever approves was shown; absent: what was shown to whoever asked. */
  readonly expected?: RequestFigures | undefined;
  /** The name typed, where the actor carries none. */
  readonly authorization?: Authorization | undefined;
}

export interface Approving {
  /**
   * Does exactly what the request shows. A purchase charges in between, so this opens
   * transactions of its own; repeating it after a time-out resumes the same order.
   *
   * Refuses `scope_missing`, `request_answered`, `request_outdated` with what it costs now,
   * `remedy_by_hand` while somebody has to do it, and what an order or assignment is refused.
   */
  approve(approver: Approver, id: string, input: ApprovalInput): Promise<void>;
}

export interface ApprovingDeps extends RequestCostsDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly licensing: Licensing;
  readonly quotes: Quotes;
  readonly placing: Placing;
  readonly requests: RequestsWithin;
}

export function createApproving(deps: ApprovingDeps): Approving {
  const { database, accounts, licensing, quotes, placing, requests } = deps;

  /** Gives what was missing and closes the request. */
  async function finish(tx: Transaction, actor: Actor, request: EmployeeRequest): Promise<void> {
    for (const code of request.plan.assign) {
      await licensing.assign(tx, actor, request.employee, code, {
        billingAccount: request.account,
        withRequired: true,
      });
    }
    await requests.move(tx, actor, request, 'approve');
  }

  /** The quote to buy by: a new one at the expected figures, or the one being bought. */
  async function begin(
    tx: Transaction,
    actor: Actor,
    request: EmployeeRequest,
    expected: RequestFigures | undefined,
  ): Promise<string> {
    if (request.state === 'approving' && request.quote !== null) return request.quote;
    const { purchase } = request.plan;
    assert(purchase !== undefined, 'a request that buys says what');
    const account = await accounts.get(tx, actor, request.account);
    const quote = await quotes.create(tx, account, await quoteRequest(tx, deps, account, purchase));
    const costs = figuresIn(quote.figures);
    if (!sameCosts(costs, expected ?? shownFigures(request))) {
      throw new Refusal('request_outdated', { facts: { ...costs } });
    }
    await requests.move(tx, actor, request, 'begin', { quote: quote.id });
    return quote.id;
  }

  async function buy(
    actor: Actor,
    { id, account }: EmployeeRequest,
    quote: string,
    authorization: Authorization,
  ): Promise<void> {
    try {
      await placing.place(actor, { account, quote, ...authorization, idempotencyKey: id });
    } catch (error) {
      const isOver = error instanceof Refusal && error.code !== 'payment_unknown';
      if (isOver && error.code !== 'quote_used') await reopen(actor, id);
      throw error;
    }
  }

  async function reopen(actor: Actor, id: string): Promise<void> {
    await database.transaction(async (tx) => {
      const request = await requests.lockFor(tx, { actor, permissions: undefined }, id);
      if (request.state === 'approving') {
        await requests.move(tx, actor, request, 'fail', { quote: null });
      }
    });
  }

  /** Somebody has to do it; approving says that it was done. */
  async function refuseUndone(tx: Transaction, request: EmployeeRequest): Promise<void> {
    const reason = await requests.reasonOf(tx, request);
    if (reason === undefined) return;
    throw new Refusal('remedy_by_hand', {
      message: say('{adminMessage} Once it is done, approve the request.', {
        adminMessage: reason.adminMessage,
      }),
      remedies: [remedyToReader(request.remedy)],
    });
  }

  return {
    async approve(approver, id, { expected, authorization }) {
      const { actor } = approver;
      const signed = actor.authorization ?? authorization;
      const started = await database.transaction(async (tx) => {
        const request = await requests.lockFor(tx, approver, id);
        if (request.plan.kind === 'buy') {
          if (signed === undefined) throw new Refusal('authorization_required');
          const quote = await begin(tx, actor, request, expected);
          return { request, quote, signed };
        }
        if (request.plan.kind === 'by_hand') await refuseUndone(tx, request);
        await finish(tx, actor, request);
        return undefined;
      });
      if (started === undefined) return;
      await buy(actor, started.request, started.quote, started.signed);
      await database.transaction(async (tx) => {
        const request = await requests.lockFor(tx, approver, id);
        if (request.state === 'approving') await finish(tx, actor, request);
      });
    },
  };
}

function shownFigures({ remedy }: EmployeeRequest): RequestFigures | undefined {
  const { due_now: due, recurring } = remedy;
  return due === undefined || recurring === undefined ? undefined : { due_now: due, recurring };
}
