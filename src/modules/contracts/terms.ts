import { addMonths, type LocalDate } from '../../kernel/calendar.ts';
import type { Contract, Term } from './contract.ts';

type Span = Pick<Contract, 'id' | 'startsOn' | 'months' | 'endsOn' | 'atEnd' | 'endedOn'>;

/** The term with this number, whether or not it comes about. */
export function termNumber(contract: Pick<Contract, 'startsOn' | 'months'>, number: number): Term {
  const { startsOn, months } = contract;
  // Always from the first day, so that a term from the 31st comes back to its day.
  return {
    number,
    startsOn: addMonths(startsOn, number * months),
    endsOn: addMonths(startsOn, (number + 1) * months),
  };
}

/**
 * The contract's term that `day` lies in; undefined before the contract and after its end.
 *
 * A renewal gives way: a renewed term that would reach into another contract of the account
 * does not begin, and from its start on the account is month-to-month until that contract.
 * A contract that the operator ended has its last term cut short.
 */
export function termOn(
  contract: Span,
  contracts: readonly Span[],
  day: LocalDate,
): Term | undefined {
  const { endedOn } = contract;
  if (day < contract.startsOn || (endedOn !== undefined && day >= endedOn)) return undefined;
  let term = termNumber(contract, 0);
  const limit = renewsUntil(contract, contracts);
  while (day >= term.endsOn) {
    term = termNumber(contract, term.number + 1);
    if (limit !== undefined && term.endsOn > limit) return undefined;
  }
  return endedOn !== undefined && endedOn < term.endsOn ? { ...term, endsOn: endedOn } : term;
}

/**
 * The first day that the contract has certainly given free: the end of the term that `today`
 * lies in, of the first term where it has not begun, and of the last one where it has ended.
 */
export function committedUntil(
  contract: Span,
  contracts: readonly Span[],
  today: LocalDate,
): LocalDate {
  let end = contract.endsOn;
  const limit = renewsUntil(contract, contracts);
  for (let number = 1; end <= today; number += 1) {
    const next = termNumber(contract, number).endsOn;
    if (limit !== undefined && next > limit) break;
    end = next;
  }
  const { endedOn } = contract;
  return endedOn !== undefined && endedOn < end ? endedOn : end;
}

/** A contract that `wanted` would overlap; renewals that have not begun give way. */
export function overlapping<Other extends Span>(
  contracts: readonly Other[],
  wanted: Pick<Contract, 'startsOn' | 'endsOn'>,
  today: LocalDate,
): Other | undefined {
  return contracts.find(
    (other) =>
      other.startsOn < wanted.endsOn && wanted.startsOn < committedUntil(other, contracts, today),
  );
}

/** No renewed term may end after this day; undefined where nothing limits them. */
function renewsUntil(contract: Span, contracts: readonly Span[]): LocalDate | undefined {
  if (contract.atEnd === 'lapse') return contract.endsOn;
  const after = contracts
    .filter((other) => other.id !== contract.id && other.startsOn >= contract.endsOn)
    .map((other) => other.startsOn);
  return after.sort()[0];
}

/** The contracts known at `instant`: what a line computed then was priced by. */
export function signedBy<Signed extends Pick<Contract, 'signedAt'>>(
  contracts: readonly Signed[],
  instant: Date,
): Signed[] {
  return contracts.filter((contract) => contract.signedAt <= instant);
}
