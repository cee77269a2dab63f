import type { Currency } from '../../kernel/currency.ts';
import { type Money, moneyOf } from '../../kernel/money.ts';
import type { CatalogVersion, Direction, Prices } from '../catalog/index.ts';

/**
 * What one call or message is charged by: a catalog rate in one currency, fixed at the
 * authorization and kept on the call's record, so nothing later can reprice it.
 */
export interface CallRate {
  readonly kind: 'voice' | 'sms';
  /** Where it comes from: the catalog's code (`voice/4930/outbound`) and its version. */
  readonly code: string;
  readonly version: number;
  /** Micro-units per minute of a call, or per segment of a message. */
  readonly priceMicros: bigint;
  /** Micro-units charged once for a call that was used at all, or for a message. */
  readonly feeMicros: bigint;
  readonly firstSeconds: number;
  readonly nextSeconds: number;
  readonly currency: Currency;
}

/** What a rate is looked up by. */
export interface RateQuestion {
  readonly kind: 'voice' | 'sms';
  readonly direction: Direction;
  /** E.164, with or without its plus sign; without one only `default` can cover it. */
  readonly destination?: string | undefined;
  readonly currency: Currency;
}

/** The version in force of a rate's code (`voice/4930/outbound`), where there is one. */
export type RateOn = (code: string) => CatalogVersion<'rate'> | undefined;

/** E.164 numbers have 15 digits at most. */
const PREFIX_DIGITS_MAX = 15;

/**
 * The one rate of a destination: the longest prefix wins, and among the rates of one prefix the
 * one that names the direction. Undefined (`no_rate`) where no rate covers it, or where the one
 * that does has no price in the currency: a shorter prefix's price is not taken instead,
 * because it would silently undercharge an expensive destination.
 */
export function rateOf(rateOn: RateOn, question: RateQuestion): CallRate | undefined {
  const { kind, direction, currency } = question;
  for (const prefix of prefixesOf(question.destination)) {
    for (const named of [direction, 'any']) {
      const code = `${kind}/${prefix}/${named}`;
      const found = rateOn(code);
      if (found === undefined) continue;
      const price = amountIn(found.body.prices, currency);
      if (price === undefined) return undefined;
      const fee = amountIn(found.body.connection_fees, currency);
      return {
        kind,
        code,
        version: found.version,
        priceMicros: price.micros,
        feeMicros: fee?.micros ?? 0n,
        firstSeconds: found.body.first_seconds,
        nextSeconds: found.body.next_seconds,
        currency,
      };
    }
  }
  return undefined;
}

function* prefixesOf(destination: string | undefined): Generator<string> {
  const digits = (destination ?? '').replace(/^\+/, '').slice(0, PREFIX_DIGITS_MAX);
  for (let length = digits.length; length > 0; length -= 1) yield digits.slice(0, length);
  yield 'default';
}

function amountIn(prices: Prices, currency: Currency): Money | undefined {
  const amount = prices[currency];
  return amount === undefined ? undefined : moneyOf(amount, currency);
}
