import type { Database } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { inThisLanguage, say } from '../../kernel/words/say.ts';
import { type Granted, grantedOf, type NotGranted } from './answer.ts';
import type { Engine } from './engine.service.ts';
import type { Facts, FactsMemory } from './facts.service.ts';
import { keepWords } from './keys.store.ts';
import { laneOfAccount, leaseIdOf } from './lane.ts';
import type { OperationKey, Outcome } from './operation.ts';
import { type Question, questionOf } from './question.service.ts';
import { type AuthorizeRequest, allFailures } from './question.ts';
import type { Reason } from './reason.ts';
import { type ReasonsDeps, reasonsFor } from './reasons.service.ts';

export interface AuthorizeDeps extends ReasonsDeps {
  readonly database: Database;
  readonly engine: Engine;
  readonly facts: FactsMemory;
}

/** How often facts may change between being read and being used, one after another. */
const ATTEMPTS_MAX = 20;

/**
 * Whom a question is about. Refuses `not_found` for what is not the caller's, and
 * `other_billing_account` where the employee's licenses come from another account than named.
 */
export async function factsFor(
  memory: FactsMemory,
  actor: Actor,
  request: Pick<AuthorizeRequest, 'employee' | 'billingAccount'>,
): Promise<Facts> {
  const { employee, billingAccount: account } = request;
  if (employee === undefined && account === undefined) {
    throw new Refusal('invalid_value', {
      pointer: '/employee',
      message: say(
        'Say which employee this is for or, where none is concerned, which billing account.',
      ),
    });
  }
  const missing = () =>
    new Refusal('not_found', {
      message: say(
        employee === undefined ? 'There is no such billing account.' : 'There is no such employee.',
      ),
    });
  const facts = await memory.find({ employee, account });
  if (facts === undefined) throw missing();
  const company = facts.employee?.company ?? facts.account.company;
  if (actor.company !== undefined && actor.company !== company) throw missing();
  if (account === undefined || account === facts.account.account) {
    if (facts.account.company !== company) {
      throw new Refusal('not_found', { message: say('There is no such billing account.') });
    }
    return facts;
  }
  const named = await memory.find({ account });
  if (named === undefined || named.account.company !== company) {
    throw new Refusal('not_found', { message: say('There is no such billing account.') });
  }
  throw new Refusal('other_billing_account', {
    pointer: '/billing_account',
    message: say("The employee's licenses come from another billing account."),
    facts: { billing_account: facts.account.account },
  });
}

/** The same where it is plain and remembered; undefined where it must be found out. */
export function factsAtHand(
  memory: FactsMemory,
  actor: Actor,
  { employee, billingAccount: account }: Pick<AuthorizeRequest, 'employee' | 'billingAccount'>,
): Facts | undefined {
  const facts = memory.known({ employee, account });
  if (facts === undefined) return undefined;
  const { company, account: payer } = facts.account;
  const isOwn = actor.company === undefined || actor.company === company;
  const isOfCompany = facts.employee === undefined || facts.employee.company === company;
  const isNamed = account === undefined || account === payer;
  return isOwn && isOfCompany && isNamed ? facts : undefined;
}

/**
 * Asks the engine; the facts were found before, so that the questions of one batch come in their
 * order. Asks again with fresh facts where they changed meanwhile.
 */
export async function authorizeWith(
  deps: AuthorizeDeps,
  actor: Actor,
  request: AuthorizeRequest,
  known: Facts,
  key?: OperationKey,
): Promise<Granted | NotGranted> {
  let facts = known;
  const lease = leaseIdOf(facts.account.account, newId('auth'));
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const asked = facts;
    let question: Question | undefined;
    const outcome = await deps.engine.submit({
      lane: laneOfAccount(facts.account.account, deps.engine.lanes),
      // In a batch with others', who may read another language.
      prepare: inThisLanguage((real: Date) => {
        const now = asked.account.testNow ?? real;
        const day = deps.facts.dayAt(asked.account, now);
        question = questionOf({ op: 'authorize', lease, key, request, facts: asked, now, day });
        return question.operation;
      }),
    });
    assert(question !== undefined, 'what was answered was asked');
    switch (outcome.verdict) {
      case 'granted':
        return grantedOf(outcome, question.activity.counts_from);
      case 'refused':
        return await refusedOf(deps, asked, question, outcome, key);
      case 'key_reused':
        throw new Refusal('idempotency_key_reused');
      case 'not_found':
        throw new Refusal('not_found');
      default:
        assert(outcome.verdict === 'stale', `an authorization is not ${outcome.verdict}`);
    }
    deps.facts.forget(asked);
    facts = await factsFor(deps.facts, actor, request);
  }
  throw new Refusal('unavailable');
}

/** The words of a refusal: as first kept under its key, or made now and kept. */
async function refusedOf(
  deps: AuthorizeDeps,
  facts: Facts,
  question: Question,
  outcome: Outcome,
  key: OperationKey | undefined,
): Promise<NotGranted> {
  if (typeof outcome.kept === 'string') return { allowed: false, reasons: outcome.kept };
  const failures = allFailures(question.failures, question.operation, outcome);
  const activityName = question.activity.name;
  const asked = { facts, activityName, failures };
  const reasons = await deps.database.read((tx) => reasonsFor(tx, deps, asked));
  const words = wordsOf(reasons);
  if (key === undefined) return { allowed: false, reasons: words };
  const kept = await deps.database.transaction((tx) => keepWords(tx, key, words));
  return { allowed: false, reasons: kept };
}

/** Reasons as they go over the wire. */
function wordsOf(reasons: readonly Reason[]): string {
  return JSON.stringify(
    reasons.map(({ code, message, adminMessage, details, remedies }) => ({
      code,
      message,
      admin_message: adminMessage,
      details,
      remedies,
    })),
  );
}
