import { assert } from './assert.ts';
import { type Currency, currencyDecimals } from './currency.ts';
import { divideHalfUp, divideUp } from './division.ts';
import { locale } from './words/say.ts';

/**
 * An amount of money: whole micro-units (10⁻⁶ of the currency's unit) and the currency.
 * One scale for everything, so a call of a hundredth of a cent and an invoice add up exactly.
 */
export interface Money {
  readonly micros: bigint;
  readonly currency: Currency;
}

/** The form of money at the API: a decimal string, never a number. */
export interface MoneyText {
  readonly amount: string;
  readonly currency: Currency;
}

/** Micro-units in one unit of any currency. */
export const MICROS_PER_UNIT = 1_000_000n;
const SCALE_DIGITS = 6;
const AMOUNT = /^-?\d{1,13}(?:\.\d{1,6})?$/;

export function money(micros: bigint, currency: Currency): Money {
  return { micros, currency };
}

export function zero(currency: Currency): Money {
  return { micros: 0n, currency };
}

/**
 * Reads a decimal string (`"99.9875"`) exactly. Undefined where it is not one, has more than
 * `decimalsMax` decimals (six at most), or more than 13 digits before the point.
 */
export function parseMicros(amount: string, decimalsMax = SCALE_DIGITS): bigint | undefined {
  if (!AMOUNT.test(amount)) return undefined;
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  if (fraction.replace(/0+$/, '').length > decimalsMax) return undefined;
  const micros = BigInt(whole) * MICROS_PER_UNIT + BigInt(fraction.padEnd(SCALE_DIGITS, '0'));
  return amount.startsWith('-') ? -micros : micros;
}

/** Like `parseMicros`, for text that our own code wrote. */
export function moneyOf(amount: string, currency: Currency): Money {
  const micros = parseMicros(amount);
  assert(micros !== undefined, `"${amount}" is a decimal amount`);
  return { micros, currency };
}

/** The currency's decimals always, further ones only where they are not zero. */
export function formatAmount({ micros, currency }: Money): string {
  const decimals = currencyDecimals(currency);
  const digits = (micros < 0n ? -micros : micros).toString().padStart(SCALE_DIGITS + 1, '0');
  const whole = digits.slice(0, -SCALE_DIGITS);
  const fraction = digits.slice(-SCALE_DIGITS).replace(/0+$/, '').padEnd(decimals, '0');
  return `${micros < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

export function moneyText(value: Money): MoneyText {
  return { amount: formatAmount(value), currency: value.currency };
}

export function add(left: Money, right: Money): Money {
  assert(left.currency === right.currency, 'money of two currencies is never added');
  return { micros: left.micros + right.micros, currency: left.currency };
}

export function subtract(left: Money, right: Money): Money {
  return add(left, negate(right));
}

export function negate(value: Money): Money {
  return { micros: -value.micros, currency: value.currency };
}

export function sum(values: readonly Money[], currency: Currency): Money {
  return values.reduce(add, zero(currency));
}

/** −1, 0 or 1, as `left` is less than, equal to or more than `right`. */
export function compare(left: Money, right: Money): number {
  assert(left.currency === right.currency, 'money of two currencies is never compared');
  if (left.micros === right.micros) return 0;
  return left.micros < right.micros ? -1 : 1;
}

/** Micro-units in one minor unit: 10,000 for USD, 1,000,000 for JPY. */
export function microsPerMinorUnit(currency: Currency): bigint {
  return 10n ** BigInt(SCALE_DIGITS - currencyDecimals(currency));
}

/** `micros × numerator ÷ denominator`, rounded once, half up, to the currency's minor unit. */
export function scaleToMinorUnit(value: Money, numerator: bigint, denominator: bigint): Money {
  const unit = microsPerMinorUnit(value.currency);
  const minor = divideHalfUp(value.micros * numerator, denominator * unit);
  return { micros: minor * unit, currency: value.currency };
}

/** `micros × numerator ÷ denominator`, rounded up to the currency's minor unit. */
export function scaleUpToMinorUnit(value: Money, numerator: bigint, denominator: bigint): Money {
  const unit = microsPerMinorUnit(value.currency);
  const minor = divideUp(value.micros * numerator, denominator * unit);
  return { micros: minor * unit, currency: value.currency };
}

/** `micros × numerator ÷ denominator`, rounded once, half up, to 10⁻⁶: calls and messages. */
export function scaleToMicros(value: Money, numerator: bigint, denominator: bigint): Money {
  return { micros: divideHalfUp(value.micros * numerator, denominator), currency: value.currency };
}

/** `$1,234.50` as the reader writes it, for sentences to people; never for a calculation. */
export function sayMoney(value: Money): string {
  const amount = formatAmount(value);
  const format = new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency: value.currency,
    minimumFractionDigits: amount.split('.')[1]?.length ?? 0,
  });
  return format.format(amount as Intl.StringNumericLiteral);
}
