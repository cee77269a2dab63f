import type { LocalDate } from '../../kernel/calendar.ts';
import type { Money } from '../../kernel/money.ts';
import { periodStartOnOrAfter } from '../../kernel/period.ts';
import type { Contract, Term } from './contract.ts';
import { termOn } from './terms.ts';

/** What a contract forbids on some day. */
export interface Floor {
  readonly floor: number;
  readonly contract: string;
  /** The first day after the term that the floor stands in. */
  readonly contractEndsOn: LocalDate;
  /** The first period start on or after that day: from then a lower total is possible. */
  readonly possibleFrom: LocalDate;
  /** What an order for `possibleFrom`, given before `contractEndsOn`, is at the same time. */
  readonly noticeFor?: NoticeTerm;
}

/** The renewed term whose floor a notice would lower. */
export interface NoticeTerm {
  readonly contract: string;
  readonly termStart: LocalDate;
}

/** The contract in force on `day`, with the term that the day lies in. At most one is. */
export function contractInForceOn(
  contracts: readonly Contract[],
  day: LocalDate,
): { contract: Contract; term: Term } | undefined {
  for (const contract of contracts) {
    const term = termOn(contract, contracts, day);
    if (term !== undefined) return { contract, term };
  }
  return undefined;
}

/** The least total of the type on `day`, if a contract sets one. */
export function floorOn(
  contracts: readonly Contract[],
  code: string,
  day: LocalDate,
  anchorDate: LocalDate,
): Floor | undefined {
  const found = contractInForceOn(contracts, day);
  if (found === undefined) return undefined;
  const { contract, term } = found;
  const floor = floorInTerm(contract, code, term);
  if (floor === 0) return undefined;
  const renews = termOn(contract, contracts, term.endsOn) !== undefined;
  return {
    floor,
    contract: contract.id,
    contractEndsOn: term.endsOn,
    possibleFrom: periodStartOnOrAfter(anchorDate, term.endsOn),
    ...(renews && { noticeFor: { contract: contract.id, termStart: term.endsOn } }),
  };
}

/**
 * Whether `total` may take effect on `day`, a period start or today, when ordered `today`.
 * `floor` is what stands against it; `notice` is what the order is besides.
 *
 * Where a contract renews, a lower total ordered before the renewed term begins, for the first
 * period start in it, is the notice that lowers that term's floor. Notices for terms that have
 * not begun are left out of the judgement: they belong to an order that this one replaces.
 */
export function floorAgainst(
  contracts: readonly Contract[],
  wanted: { code: string; total: number; day: LocalDate; today: LocalDate },
  anchorDate: LocalDate,
): { floor?: Floor; notice?: NoticeTerm } {
  const { code, total, day, today } = wanted;
  const standing = contracts.map((contract) => withoutComingNotices(contract, code, today));
  const floor = floorOn(standing, code, day, anchorDate);
  const found = contractInForceOn(standing, day);
  if (floor === undefined || found === undefined || total >= floor.floor) return {};
  const { contract, term } = found;
  if (term.number === 0 || today >= term.startsOn) return { floor };
  const notice = { contract: contract.id, termStart: term.startsOn };
  const possibleFrom = periodStartOnOrAfter(anchorDate, term.startsOn);
  if (day === possibleFrom) return { notice };
  return { floor: { ...floor, contractEndsOn: term.startsOn, possibleFrom, noticeFor: notice } };
}

/** The contract's price of one license of the type on `day`, if it sets one. */
export function contractPriceOn(
  contracts: readonly Contract[],
  code: string,
  day: LocalDate,
): { price: Money; contract: string } | undefined {
  const found = contractInForceOn(contracts, day);
  const price = found?.contract.prices[code];
  return found && price && { price, contract: found.contract.id };
}

/** The floor as signed, lowered by the notices for this term and the ones before it. */
function floorInTerm(contract: Contract, code: string, term: Term): number {
  const signed = contract.floors[code] ?? 0;
  const noticed = contract.notices
    .filter((notice) => notice.licenseType === code && notice.termStart <= term.startsOn)
    .map((notice) => notice.floor);
  return Math.min(signed, ...noticed);
}

function withoutComingNotices(contract: Contract, code: string, today: LocalDate): Contract {
  const notices = contract.notices.filter(
    (notice) => notice.licenseType !== code || notice.termStart <= today,
  );
  return { ...contract, notices };
}
