import type { Transaction } from '../../database/transaction.ts';
import { assert } from '../../kernel/assert.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { sayName } from '../../kernel/words/shipped-name.ts';
import { versionsOn } from '../catalog/index.ts';
import { decideWithin } from './batch.service.ts';
import type { FactsMemory } from './facts.service.ts';
import { GATE_OF, type Gate } from './gate.ts';
import { questionOf } from './question.service.ts';
import { allFailures } from './question.ts';
import type { Reason } from './reason.ts';
import { type ReasonsDeps, reasonsFor } from './reasons.service.ts';

/** One gate of an activity: passed, or why not. */
export interface Check {
  readonly gate: Gate;
  readonly passed: boolean;
  /** Every reason of this gate; empty where it is passed. */
  readonly reasons: readonly Reason[];
}

export interface ActivityAccess {
  readonly activity: string;
  readonly name: string;
  readonly allowed: boolean;
  readonly checks: readonly Check[];
}

export interface AccessDeps extends ReasonsDeps {
  readonly facts: FactsMemory;
}

const GATES: readonly Gate[] = [
  'standing',
  'hidden',
  'permission',
  'licenses',
  'places',
  'minutes',
];

/**
 * What an employee may do now, by the code that authorizes, taking nothing and locking nothing:
 * it may run in a read-only transaction. All activities, or one. Refuses `not_found`.
 */
export async function accessWithin(
  tx: Transaction,
  deps: AccessDeps,
  employee: string,
  activity?: string,
): Promise<ActivityAccess[]> {
  const facts = await deps.facts.readWithin(tx, { employee });
  if (facts === undefined) throw new Refusal('not_found');
  const now = deps.facts.now(facts.account);
  const day = deps.facts.dayAt(facts.account, now);
  const codes =
    activity === undefined
      ? versionsOn(facts.catalog, 'activity', day).map(({ code }) => code)
      : [activity];
  const questions = codes.map((code) =>
    questionOf({
      op: 'probe',
      lease: '',
      request: { employee, activity: code },
      facts,
      now,
      day,
    }),
  );
  const operations = questions.map(({ operation }) => operation);
  const outcomes = await decideWithin(tx, { now, operations });
  const found: ActivityAccess[] = [];
  for (const [index, question] of questions.entries()) {
    const outcome = outcomes[index];
    assert(outcome !== undefined && outcome.verdict !== 'stale', 'one snapshot is never stale');
    const failures = allFailures(question.failures, question.operation, outcome);
    const activityName = question.activity.name;
    const reasons = await reasonsFor(tx, deps, { facts, activityName, failures });
    found.push(accessOf(question.operation.conditions.activity, sayName(activityName), reasons));
  }
  return found;
}

function accessOf(activity: string, name: string, reasons: readonly Reason[]): ActivityAccess {
  const checks = GATES.map((gate) => {
    const failed = reasons.filter(({ code }) => GATE_OF[code] === gate);
    return { gate, passed: failed.length === 0, reasons: failed };
  });
  return { activity, name, allowed: reasons.length === 0, checks };
}
