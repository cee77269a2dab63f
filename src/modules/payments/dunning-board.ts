import { daysBetween, type LocalDate } from '../../kernel/calendar.ts';
import type { Currency } from '../../kernel/currency.ts';
import { type Money, money } from '../../kernel/money.ts';

/** Ages of what is past due, in days; the last has no end. */
export const AGE_BRACKETS = ['0-30', '31-60', '61-90', '91+'] as const;
export type AgeBracket = (typeof AGE_BRACKETS)[number];

/** The last day of each bracket that has one. */
const BRACKET_ENDS = [30, 60, 90] as const;

/** The bracket of something past due since `since`. */
export function ageBracket(since: LocalDate, today: LocalDate): AgeBracket {
  const days = daysBetween(since, today);
  const place = BRACKET_ENDS.findIndex((end) => days <= end);
  return AGE_BRACKETS[place === -1 ? BRACKET_ENDS.length : place] ?? '91+';
}

/** What is past due, by its age: every bracket, also the empty ones. */
export function amountsByAge(
  owed: readonly { readonly pastDueOn: LocalDate; readonly outstanding: bigint }[],
  today: LocalDate,
  currency: Currency,
): Record<AgeBracket, Money> {
  const sumOf = (bracket: AgeBracket) =>
    owed
      .filter(({ pastDueOn }) => ageBracket(pastDueOn, today) === bracket)
      .reduce((total, { outstanding }) => total + outstanding, 0n);
  const entries = AGE_BRACKETS.map(
    (bracket) => [bracket, money(sumOf(bracket), currency)] as const,
  );
  return Object.fromEntries(entries) as Record<AgeBracket, Money>;
}
