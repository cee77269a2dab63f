import { currencyDecimals } from '../../../kernel/currency.ts';
import type { Money } from '../../../kernel/money.ts';

/**
 * Stripe takes whole minor units, and its minor units are not always those of ISO 4217
 * (docs.stripe.com/currencies): these have none.
 */
const WITHOUT_DECIMALS: ReadonlySet<string> = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'JPY',
  'KMF',
  'KRW',
  'MGA',
  'PYG',
  'RWF',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);
/** These have none either, but are still written with two that must be zero. */
const WITH_ZERO_DECIMALS: ReadonlySet<string> = new Set(['ISK', 'UGX']);

const MICROS_DIGITS = 6;

/**
 * The amount in Stripe's minor units; undefined where Stripe cannot charge exactly that, such as
 * half an ariary. Of three decimals Stripe wants the last to be zero.
 */
export function stripeAmount({ micros, currency }: Money): number | undefined {
  const decimals = stripeDecimals(currency);
  const unit = 10n ** BigInt(MICROS_DIGITS - decimals);
  if (micros % unit !== 0n) return undefined;
  const minor = micros / unit;
  if (decimals === 3 && minor % 10n !== 0n) return undefined;
  if (WITH_ZERO_DECIMALS.has(currency) && minor % 100n !== 0n) return undefined;
  return minor > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(minor);
}

/** What so many of Stripe's minor units are; undefined for none. */
export function amountAtStripe(minor: number, currencyAtStripe: string): Money | undefined {
  if (minor === 0) return undefined;
  const currency = currencyAtStripe.toUpperCase();
  const unit = 10n ** BigInt(MICROS_DIGITS - stripeDecimals(currency));
  return { micros: BigInt(minor) * unit, currency };
}

function stripeDecimals(currency: string): number {
  if (WITHOUT_DECIMALS.has(currency)) return 0;
  if (WITH_ZERO_DECIMALS.has(currency)) return 2;
  return currencyDecimals(currency);
}
