import { divideHalfUp } from '../../kernel/division.ts';
import { add, type Money, microsPerMinorUnit, zero } from '../../kernel/money.ts';

/** What a line is of, as a tax law sees it. */
export type TaxCategory = 'licenses' | 'minutes' | 'storage';

export interface TaxRate {
  /** Shown on the document, such as `VAT`. */
  readonly name: string;
  /** Millionths: 19 % is 190,000. */
  readonly partsPerMillion: number;
}

/** One rate's share of a document's tax. */
export interface TaxLine {
  readonly name: string;
  readonly partsPerMillion: number;
  readonly net: Money;
  readonly amount: Money;
}

export interface TaxedLine {
  readonly category: TaxCategory;
  readonly amount: Money;
}

/** Which rates apply to a category; an empty list where no tax does. */
export type TaxRates = (category: TaxCategory) => readonly TaxRate[];

/** No jurisdiction is configured: nothing is added, and no document pretends a rate of 0 %. */
export const NO_TAX: TaxRates = () => [];

/**
 * The tax of one document: for each rate once, on the sum of the lines it applies to, half up
 * to the currency's minor unit. Never line by line, whose roundings would add up.
 */
export function taxOf(lines: readonly TaxedLine[], rates: TaxRates, currency: string): TaxLine[] {
  const byRate = new Map<string, { rate: TaxRate; net: Money }>();
  for (const line of lines) {
    for (const rate of rates(line.category)) {
      const key = `${rate.partsPerMillion} ${rate.name}`;
      const net = add(byRate.get(key)?.net ?? zero(currency), line.amount);
      byRate.set(key, { rate, net });
    }
  }
  const unit = microsPerMinorUnit(currency);
  return [...byRate.values()].map(({ rate, net }) => {
    const exact = net.micros * BigInt(rate.partsPerMillion);
    const amount = { micros: divideHalfUp(exact, 1_000_000n * unit) * unit, currency };
    return { ...rate, net, amount };
  });
}

/** The sum of a document's tax lines. */
export function totalTax(lines: readonly TaxLine[], currency: string): Money {
  return lines.reduce((total, line) => add(total, line.amount), zero(currency));
}
