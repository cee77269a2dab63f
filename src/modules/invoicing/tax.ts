import { divideHalfDown, divideHalfUp } from '../../kernel/division.ts';
import {
  add,
  type Money,
  microsPerMinorUnit,
  money,
  moneyText,
  subtract,
  zero,
} from '../../kernel/money.ts';
import type { AppliedTax, TaxCategory, TaxTerms } from '../taxes/index.ts';

/** One rate's share of a document's tax. */
export interface TaxLine {
  /** Shown on the document, such as `VAT`. */
  readonly name: string;
  /** Where it is owed, and which of the taxes there. */
  readonly jurisdiction: string;
  readonly code: string;
  /** Millionths: 19 % is 190,000. */
  readonly partsPerMillion: number;
  /** Whether the lines' amounts contain it already. */
  readonly isIncluded: boolean;
  /** What it is charged on, without it. */
  readonly net: Money;
  readonly amount: Money;
}

export interface TaxedLine {
  readonly category: TaxCategory;
  readonly amount: Money;
}

/** A fraction of micro-units, exact until it is rounded. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

interface RateBase {
  readonly tax: AppliedTax;
  readonly partsPerMillion: number;
  readonly isIncluded: boolean;
  readonly net: Fraction;
}

const WHOLE_PPM = 1_000_000n;

/**
 * The tax of one document: for each rate once, on the sum of the lines it applies to, half up to
 * the currency's minor unit. Never line by line, whose roundings would add up. Where amounts
 * include taxes, the net is what is left of them: amount ÷ (1 + the included rates).
 */
export function taxOf(lines: readonly TaxedLine[], terms: TaxTerms, currency: string): TaxLine[] {
  const unit = microsPerMinorUnit(currency);
  return basesOf(lines, terms).map(({ tax, partsPerMillion, isIncluded, net }) => {
    const { numerator, denominator } = net;
    const tariff = numerator * BigInt(partsPerMillion);
    const amount = divideHalfUp(tariff, denominator * WHOLE_PPM * unit) * unit;
    // Half down, because the tax is rounded half up: together they are the amount they came from.
    const base = divideHalfDown(numerator, denominator * unit) * unit;
    return {
      name: tax.name,
      jurisdiction: tax.jurisdiction,
      code: tax.code,
      partsPerMillion,
      isIncluded,
      net: money(base, currency),
      amount: money(amount, currency),
    };
  });
}

/** By tax and rate, in the order of the terms, what each is charged on. */
function basesOf(lines: readonly TaxedLine[], terms: TaxTerms): RateBase[] {
  const bases = new Map<string, RateBase>();
  for (const tax of terms.taxes) {
    for (const { category, amount } of lines) {
      const partsPerMillion = tax.rates[category];
      if (partsPerMillion === undefined) continue;
      const isIncluded = isIncludedIn(tax, category);
      const key = `${tax.jurisdiction} ${tax.code} ${partsPerMillion} ${isIncluded}`;
      const before = bases.get(key)?.net ?? { numerator: 0n, denominator: 1n };
      const net = plus(before, netOf(amount.micros, includedPpm(terms, category)));
      bases.set(key, { tax, partsPerMillion, isIncluded, net });
    }
  }
  return [...bases.values()];
}

/** Minutes never include tax: what is paid for them is credited whole. */
function isIncludedIn(tax: AppliedTax, category: TaxCategory): boolean {
  return tax.isIncluded && category !== 'minutes';
}

function includedPpm(terms: TaxTerms, category: TaxCategory): bigint {
  const included = terms.taxes.filter((tax) => isIncludedIn(tax, category));
  return included.reduce((total, tax) => total + BigInt(tax.rates[category] ?? 0), 0n);
}

function netOf(micros: bigint, included: bigint): Fraction {
  return { numerator: micros * WHOLE_PPM, denominator: WHOLE_PPM + included };
}

function plus(left: Fraction, right: Fraction): Fraction {
  if (left.denominator === right.denominator) {
    return { ...left, numerator: left.numerator + right.numerator };
  }
  return {
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  };
}

/** The sum of a document's tax lines. */
export function totalTax(lines: readonly TaxLine[], currency: string): Money {
  return lines.reduce((total, line) => add(total, line.amount), zero(currency));
}

/** The tax that comes on top of the lines. */
export function taxOnTop(lines: readonly TaxLine[], currency: string): Money {
  return totalTax(
    lines.filter(({ isIncluded }) => !isIncluded),
    currency,
  );
}

/**
 * What `all` is beyond `before`, rate by rate: the tax of a further credit, so that however a
 * document is credited in parts, the parts' taxes are together the tax that was charged.
 */
export function taxBeyond(all: readonly TaxLine[], before: readonly TaxLine[]): TaxLine[] {
  const same = (left: TaxLine, right: TaxLine) =>
    left.jurisdiction === right.jurisdiction &&
    left.code === right.code &&
    left.partsPerMillion === right.partsPerMillion &&
    left.isIncluded === right.isIncluded;
  return all
    .map((line) => {
      const past = before.find((other) => same(line, other));
      if (past === undefined) return line;
      return {
        ...line,
        net: subtract(line.net, past.net),
        amount: subtract(line.amount, past.amount),
      };
    })
    .filter(({ net, amount }) => net.micros !== 0n || amount.micros !== 0n);
}

const PPM_PER_PERCENT = 10_000;

/** `19`, `8.875`: at most four decimals, none that are zero. */
export function percentText(partsPerMillion: number): string {
  return String(partsPerMillion / PPM_PER_PERCENT);
}

/** A tax line as it stands in the API's answers. */
export function taxText(line: TaxLine) {
  return {
    name: line.name,
    jurisdiction: line.jurisdiction,
    rate: `${percentText(line.partsPerMillion)} %`,
    included: line.isIncluded,
    net: moneyText(line.net),
    amount: moneyText(line.amount),
  };
}
