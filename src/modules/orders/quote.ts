import { addDays, type LocalDate, startOfDay } from '../../kernel/calendar.ts';
import { currencyDecimals } from '../../kernel/currency.ts';
import { MICROS_PER_UNIT, type Money, money, parseMicros } from '../../kernel/money.ts';
import { say } from '../../kernel/words/say.ts';
import type { WantedTotals } from '../licensing/index.ts';

/** What a quote is asked for, as it is kept: amounts and days as text. */
export interface QuoteRequest extends WantedTotals {
  /** Dialer minutes for this much money, before tax. */
  readonly minutes?: string | undefined;
}

/** Every figure that a quote showed, as the API's JSON. Two equal ones are the same offer. */
export type QuoteFigures = Readonly<Record<string, unknown>>;

export interface Quote {
  readonly id: string;
  readonly account: string;
  readonly request: QuoteRequest;
  readonly figures: QuoteFigures;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const QUOTE_MINUTES = 30;

/**
 * When a quote made at `now` ends: after 30 minutes, or as the next local day begins, because
 * from then on a day less would be charged.
 */
export function quoteExpiry(now: Date, today: LocalDate, timeZone: string): Date {
  const later = now.getTime() + QUOTE_MINUTES * 60_000;
  const midnight = startOfDay(addDays(today, 1), timeZone).getTime();
  return new Date(Math.min(later, midnight));
}

/**
 * The most that is sold at once, in units of any currency. Larger in any of them than a real
 * purchase, and far from where amounts would stop fitting their columns.
 */
export const MINUTES_UNITS_MAX = 1_000_000_000n;

/**
 * Reads an amount of minutes: at least one minor unit, at most `MINUTES_UNITS_MAX` units, and no
 * finer than the currency's minor unit. A sentence where it is not.
 */
export function readMinutes(amount: string, currency: string): Money | { readonly wrong: string } {
  const decimals = currencyDecimals(currency);
  const micros = parseMicros(amount, decimals);
  if (micros === undefined) {
    return {
      wrong: say('must be an amount in {currency} with at most {decimals} decimals', {
        currency,
        decimals,
      }),
    };
  }
  if (micros <= 0n) return { wrong: say('must be more than zero') };
  if (micros > MINUTES_UNITS_MAX * MICROS_PER_UNIT) {
    return {
      wrong: say('must be at most {most} {currency}', {
        most: String(MINUTES_UNITS_MAX),
        currency,
      }),
    };
  }
  return money(micros, currency);
}

/** Whether two offers show the same figures, in whatever order JSON kept their fields. */
export function sameFigures(left: QuoteFigures, right: QuoteFigures): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
