import type { LocalDate } from '../../kernel/calendar.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import { listOf, paragraph } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import type { Answer } from './answer.ts';

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
      contract === undefined ? say('No contract is in force.') : contractSentence(contract, held),
      ...refused.map((attempt) => attempt.refusal?.message),
      free.length > 0 &&
        say(
          '{licenses} can be lowered; a lower total counts from {nextPeriodStart}, the start of the next billing period.',
          { licenses: listOf(free.map(sayFree)), nextPeriodStart },
        ),
      ...free.map((attempt) => attempt.limit?.message),
      held.length === 0 && say('There are no licenses that could be lowered.'),
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
  return limit === undefined
    ? `${name} (${total})`
    : say('{name} ({total}, down to {floor})', { name, total, floor: limit.floor });
}

function contractSentence(
  contract: NonNullable<LoweringFacts['contract']>,
  held: readonly LoweringAttempt[],
): string {
  const names = new Map(held.map(({ licenseType, name }) => [licenseType, name]));
  const floors = Object.entries(contract.floors).map(
    ([code, floor]) => `${floor} ${names.get(code) ?? code}`,
  );
  const { months, startsOn, endsOn, renews } = contract;
  return paragraph(
    floors.length === 0
      ? say('You signed a {months}-month service contract for no least total.', { months })
      : say('You signed a {months}-month service contract for at least {floors}.', {
          months,
          floors: listOf(floors),
        }),
    renews
      ? say('It runs from {startsOn} up to {endsOn} and then renews.', { startsOn, endsOn })
      : say('It runs from {startsOn} up to {endsOn} and then ends.', { startsOn, endsOn }),
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
