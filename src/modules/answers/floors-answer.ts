import type { LocalDate } from '../../kernel/calendar.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import type { Answer } from './answer.ts';
import { listOf, paragraph } from './sentence.ts';

/** What an order of one license less came to: allowed, or the refusal as an order would get it. */
export interface LoweringAttempt {
  readonly licenseType: string;
  readonly name: string;
  readonly total: number;
  readonly assigned: number;
  /** The order's refusal; undefined where one less can be ordered. */
  readonly refusal?: {
    readonly code: string;
    readonly message: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly remedies: readonly Remedy[];
  };
  /** Where it can be lowered, but not below a contract's floor: that floor, and the refusal. */
  readonly limit?: { readonly floor: number; readonly message: string };
  /** The lower total that is pending already. */
  readonly pending?: { readonly total: number; readonly effectiveOn: LocalDate };
}

export interface LoweringFacts {
  readonly attempts: readonly LoweringAttempt[];
  /** The contract in force today. */
  readonly contract?: {
    readonly id: string;
    readonly startsOn: LocalDate;
    readonly endsOn: LocalDate;
    readonly months: number;
    readonly floors: Readonly<Record<string, number>>;
    readonly renews: boolean;
  };
  /** From when a lower total counts. */
  readonly nextPeriodStart: LocalDate;
}

/** “It tells me that I cannot lower them past my contracted amount. Why is this?” */
export function whyCannotLowerLicenses(facts: LoweringFacts): Answer {
  const held = facts.attempts.filter((attempt) => attempt.total > 0);
  const refused = held.filter((attempt) => attempt.refusal !== undefined);
  const free = held.filter((attempt) => attempt.refusal === undefined);
  const { contract, nextPeriodStart } = facts;
  return {
    question: 'why-cannot-lower-licenses',
    answer: paragraph(
      contract === undefined ? 'No contract is in force.' : contractSentence(contract, held),
      ...refused.map((attempt) => attempt.refusal?.message),
      free.length > 0 &&
        `${listOf(free.map(sayFree))} can be lowered; ` +
          `a lower total counts from ${nextPeriodStart}, the start of the next billing period.`,
      ...free.map((attempt) => attempt.limit?.message),
      held.length === 0 && 'There are no licenses that could be lowered.',
    ),
    facts: {
      contract: contract === undefined ? null : contractFacts(contract),
      next_period_start: nextPeriodStart,
      license_types: held.map(({ licenseType, total, assigned, refusal, limit, pending }) => ({
        ...refusal?.facts,
        license_type: licenseType,
        total,
        assigned,
        can_be_lowered: refusal === undefined,
        lowest: limit?.floor ?? null,
        code: refusal?.code ?? null,
        pending:
          pending === undefined
            ? null
            : { total: pending.total, effective_on: pending.effectiveOn },
      })),
    },
    remedies: refused.flatMap((attempt) => attempt.refusal?.remedies ?? []),
  };
}

function sayFree({ name, total, limit }: LoweringAttempt): string {
  return limit === undefined ? `${name} (${total})` : `${name} (${total}, down to ${limit.floor})`;
}

function contractSentence(
  contract: NonNullable<LoweringFacts['contract']>,
  held: readonly LoweringAttempt[],
): string {
  const names = new Map(held.map(({ licenseType, name }) => [licenseType, name]));
  const floors = Object.entries(contract.floors).map(
    ([code, floor]) => `${floor} ${names.get(code) ?? code}`,
  );
  const least = floors.length === 0 ? 'no least total' : `at least ${listOf(floors)}`;
  const end = contract.renews ? 'and then renews' : 'and then ends';
  return (
    `You signed a ${contract.months}-month service contract for ${least}. It runs from ` +
    `${contract.startsOn} up to ${contract.endsOn} ${end}.`
  );
}

function contractFacts(contract: NonNullable<LoweringFacts['contract']>) {
  return {
    id: contract.id,
    starts_on: contract.startsOn,
    ends_on: contract.endsOn,
    months: contract.months,
    floors: contract.floors,
    at_end: contract.renews ? 'renew' : 'lapse',
  };
}
