/** An ISO 4217 code, such as `USD`. */
export type Currency = string;

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const decimalsByCurrency = new Map<Currency, number>();

/** Whether `code` is a currency the runtime's ISO 4217 table knows. */
export function isCurrency(code: string): code is Currency {
  return KNOWN.has(code);
}

/** Decimals of the currency's minor unit: 0 for JPY, 2 for USD, 3 for KWD (ISO 4217). */
export function currencyDecimals(currency: Currency): number {
  let decimals = decimalsByCurrency.get(currency);
  if (decimals === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
    decimalsByCurrency.set(currency, decimals);
  }
  return decimals;
}
