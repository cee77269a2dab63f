import type { Schemas } from '@tollkeeper/sdk';
import { amountsOf, sayFigure } from '../../../api/money.ts';
import { sayDay } from '../../../api/time.ts';
import { say } from '../../../words/say.ts';

type Details = Schemas['BillingAccountDetails'];

/** Terms as they are being typed: empty texts stand for nothing agreed. */
export interface TermsDraft {
  readonly startsOn: string;
  readonly months: number;
  readonly atEnd: 'lapse' | 'renew';
  readonly floors: Readonly<Record<string, string>>;
  readonly prices: Readonly<Record<string, string>>;
}

const YEAR_MONTHS = 12;

/** A draft's own terms; for a new one a year from the next period start, as things stand. */
export function termsOf(details: Details, draft: Schemas['Contract'] | undefined): TermsDraft {
  if (draft === undefined) {
    return {
      startsOn: details.period.end,
      months: YEAR_MONTHS,
      atEnd: 'lapse',
      floors: {},
      prices: {},
    };
  }
  const prices = Object.entries(draft.prices).map(([code, { amount }]) => [
    code,
    sayFigure(amount),
  ]);
  const floors = Object.entries(draft.floors).map(([code, floor]) => [code, String(floor)]);
  return {
    startsOn: draft.starts_on,
    months: draft.months,
    atEnd: draft.at_end,
    floors: Object.fromEntries(floors),
    prices: Object.fromEntries(prices),
  };
}

/** What is sent; undefined while something needed is missing. */
export function termsBody(terms: TermsDraft) {
  const floors = filled(terms.floors).map(([code, floor]) => [code, Number(floor)] as const);
  const prices = amountsOf(terms.prices);
  if (terms.startsOn === '' || terms.months < 1) return undefined;
  if (prices === undefined) return undefined;
  const hasPrices = Object.keys(prices).length > 0;
  if (floors.length === 0 && !hasPrices) return undefined;
  return {
    starts_on: terms.startsOn,
    months: terms.months,
    at_end: terms.atEnd,
    floors: Object.fromEntries(floors),
    ...(hasPrices ? { prices } : {}),
  };
}

function filled(texts: Readonly<Record<string, string>>): (readonly [string, string])[] {
  return Object.entries(texts)
    .map(([code, text]) => [code, text.trim()] as const)
    .filter(([, text]) => text !== '');
}

/** What a floor changes for a total that is below it. */
export function effectOf(
  license: Schemas['License'],
  floor: string | undefined,
  nextPeriod: string,
): string {
  const wanted = Number(floor ?? '');
  if (floor === undefined || floor.trim() === '' || license.total >= wanted) return '';
  return say(
    'The total of {total} is below {wanted}: the first renewal of the term, on or after {day}, raises it.',
    { total: license.total, wanted, day: sayDay(nextPeriod) },
  );
}
