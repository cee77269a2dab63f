import { locale } from '../words/language.ts';
import { marksOf, readAmount } from './amount-text.ts';

export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** `$1,234.50`; a call's fractions of a cent are shown where they are not zero. */
export function sayMoney({ amount, currency }: Money): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount as Intl.StringNumericLiteral);
}

/** The same to the currency's own decimals: an average has no finer truth. */
export function sayRounded({ amount, currency }: Money): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
    amount as Intl.StringNumericLiteral,
  );
}

export function isZero({ amount }: Money): boolean {
  return /^-?0+(\.0+)?$/.test(amount);
}

export function isNegative(money: Money): boolean {
  return money.amount.startsWith('-') && !isZero(money);
}

/** How many decimals amounts of a currency have: 2 for USD, 0 for JPY. */
export function currencyDecimals(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

const marks = marksOf(locale);

/** How whole figures are typed, for a `NumberInput`. */
export const figureMarks = {
  decimalSeparator: marks.decimal,
  thousandSeparator: marks.group,
} as const;

/** A figure as the server writes it (`0.5`, `8.875 %`), with the reader's decimal sign. */
export function sayFigure(figure: string | number): string {
  return String(figure).replace('.', marks.decimal);
}

/** The amount that somebody typed, as the server reads it; undefined where it is none. */
export const amountOf = (typed: string): string | undefined => readAmount(typed, marks);

/** The amounts of several fields, without the empty ones; undefined where one is no amount. */
export function amountsOf(
  typed: Readonly<Record<string, string>>,
): Record<string, string> | undefined {
  const read: Record<string, string> = {};
  for (const [field, text] of Object.entries(typed)) {
    if (text.trim() === '') continue;
    const amount = amountOf(text);
    if (amount === undefined) return undefined;
    read[field] = amount;
  }
  return read;
}
