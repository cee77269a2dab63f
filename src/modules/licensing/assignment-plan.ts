import { noRoom, otherAccount } from './assignment-refusals.ts';
import type { Holder, LicenseTotal } from './license-total.ts';
import type { LicensingRules, LicensingState } from './plan-totals.ts';
import { roomFor } from './room.ts';
import type { Refused } from './totals-plan.ts';
import { dependentTypes } from './unassignment.ts';

/** That an employee shall hold a license, or shall not. */
export interface WantedAssignment {
  readonly employee: string;
  readonly licenseType: string;
  readonly assigned: boolean;
}

/** An employee as a decision about their licenses sees them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
  /** The account that their licenses come from; undefined while they hold none. */
  readonly account: string | undefined;
  readonly held: ReadonlySet<string>;
}

/** What becomes of one wish: `codes` are given or taken, what goes along with it included. */
export type AssignmentDecision =
  | { readonly outcome: 'assigned' | 'unassigned'; readonly codes: readonly string[] }
  | { readonly outcome: 'unchanged' }
  | ({ readonly outcome: 'refused' } & Refused);

export interface AssignmentFacts {
  readonly state: LicensingState;
  readonly rules: LicensingRules;
  readonly people: ReadonlyMap<string, Person>;
  /** A type with all that it requires, the required first. */
  readonly chainOf: (licenseType: string) => readonly string[];
}

/**
 * Decides many wishes as if one followed the other, in their order; one that is refused changes
 * nothing and stops none. Licenses are taken before any is given: that may be what makes room.
 */
export function planAssignments(
  wanted: readonly WantedAssignment[],
  facts: AssignmentFacts,
): AssignmentDecision[] {
  const standing = standingOf(facts);
  const decisions = new Map<WantedAssignment, AssignmentDecision>();
  for (const wish of wanted.filter(({ assigned }) => !assigned)) {
    decisions.set(wish, take(wish, facts, standing));
  }
  for (const wish of wanted.filter(({ assigned }) => assigned)) {
    decisions.set(wish, give(wish, facts, standing));
  }
  return wanted.map((wish) => decisions.get(wish) ?? { outcome: 'unchanged' });
}

/** What stands after the wishes decided so far. */
interface Standing {
  readonly holders: Map<string, Holder[]>;
  readonly held: Map<string, Set<string>>;
}

function standingOf({ state, people }: AssignmentFacts): Standing {
  return {
    holders: new Map([...state.types].map(([code, { holders }]) => [code, [...holders]])),
    held: new Map([...people].map(([id, { held }]) => [id, new Set(held)])),
  };
}

function take(
  { employee, licenseType }: WantedAssignment,
  { state, people }: AssignmentFacts,
  standing: Standing,
): AssignmentDecision {
  const held = standing.held.get(employee) ?? new Set();
  if (!held.has(licenseType)) return { outcome: 'unchanged' };
  const payer = people.get(employee)?.account;
  if (payer !== undefined && payer !== state.account) return elsewhere(employee, payer);
  const needing = dependentTypes(state.types, licenseType);
  const codes = [...held].filter((code) => needing.has(code) || code === licenseType);
  for (const code of codes) {
    held.delete(code);
    const left = standing.holders.get(code)?.filter((holder) => holder.employee !== employee);
    standing.holders.set(code, left ?? []);
  }
  return { outcome: 'unassigned', codes };
}

function give(
  { employee, licenseType }: WantedAssignment,
  { state, rules, people, chainOf }: AssignmentFacts,
  standing: Standing,
): AssignmentDecision {
  const held = standing.held.get(employee) ?? new Set();
  const person = people.get(employee);
  if (person === undefined) return refused('not_found');
  if (person.account !== undefined && person.account !== state.account) {
    return elsewhere(employee, person.account);
  }
  if (held.has(licenseType)) return { outcome: 'unchanged' };
  if (person.isHidden) return refused('employee_hidden');
  const codes = chainOf(licenseType).filter((code) => !held.has(code));
  const types = codes.map((code) => typeNow(code, state, standing));
  for (const type of types) {
    if (type === undefined) return refused('unknown_code');
    const room = roomFor(type);
    if (room !== 'room') return { outcome: 'refused', ...noRoom(type, room, state, rules) };
  }
  for (const code of codes) {
    held.add(code);
    const holder = { assignment: 0n, employee, name: person.name, plannedEnds: [] };
    standing.holders.get(code)?.push(holder);
  }
  standing.held.set(employee, held);
  return { outcome: 'assigned', codes };
}

function typeNow(
  code: string,
  { types }: LicensingState,
  { holders }: Standing,
): LicenseTotal | undefined {
  const type = types.get(code);
  return type && { ...type, holders: holders.get(code) ?? [] };
}

function elsewhere(employee: string, payer: string): AssignmentDecision {
  const details = otherAccount(employee, payer);
  return { outcome: 'refused', refused: 'other_billing_account', details };
}

function refused(code: 'not_found' | 'employee_hidden' | 'unknown_code'): AssignmentDecision {
  return { outcome: 'refused', refused: code, details: {} };
}
