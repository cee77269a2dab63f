import { z } from 'zod';
import { currencyDecimals } from '../../kernel/currency.ts';
import { type Money, money, parseMicros } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { BillingAccount } from '../../modules/accounts/index.ts';
import type { ContractInput } from '../../modules/contracts/index.ts';
import { amount, code, localDate, quantity } from './fields.ts';

/** Fifty years: longer terms are typing errors. */
const MONTHS_MAX = 600;

/** A contract's terms, as they are signed, drafted or supposed. */
export const contractTerms = z.strictObject({
  starts_on: localDate,
  months: z.int().min(1).max(MONTHS_MAX),
  floors: z.record(code, quantity),
  prices: z.record(code, amount).optional(),
  at_end: z.enum(['lapse', 'renew']),
});

/** `pointer` leads to where the terms stand in the request. */
export function termsOf(
  body: z.output<typeof contractTerms>,
  account: Pick<BillingAccount, 'currency'>,
  pointer = '',
): ContractInput {
  return {
    startsOn: body.starts_on,
    months: body.months,
    floors: body.floors,
    prices: pricesOf(body.prices ?? {}, account, pointer),
    atEnd: body.at_end,
  };
}

/** Refuses `invalid_value` for decimals that the currency does not have. */
export function pricesOf(
  prices: Readonly<Record<string, string>>,
  { currency }: Pick<BillingAccount, 'currency'>,
  pointer = '',
): Record<string, Money> {
  const decimals = currencyDecimals(currency);
  return Object.fromEntries(
    Object.entries(prices).map(([type, text]) => {
      const micros = parseMicros(text, decimals);
      if (micros !== undefined) return [type, money(micros, currency)];
      throw new Refusal('invalid_value', {
        message: say('A price in {currency} has at most {decimals} decimals.', {
          currency,
          decimals,
        }),
        pointer: `${pointer}/prices/${type}`,
      });
    }),
  );
}
