import type { Schemas } from '@tollkeeper/sdk';
import { locale } from '../../../words/language.ts';
import { say } from '../../../words/say.ts';
import type { Difference } from '../catalog/kinds.ts';

export type TaxVersion = Schemas['TaxVersion'];

export const CATEGORIES = [
  { category: 'licenses', label: say('Licenses') },
  { category: 'minutes', label: say('Minutes') },
  { category: 'storage', label: say('Storage') },
] as const;

export type Category = (typeof CATEGORIES)[number]['category'];

/** A tax as it is being typed. */
export interface TaxDraft {
  readonly jurisdiction: string;
  readonly code: string;
  readonly name: string;
  /** Percent; empty: not taxed. */
  readonly rates: Readonly<Record<Category, string>>;
  readonly pricesInclude: boolean;
  readonly effectiveOn: string;
}

export function taxDraft(from: TaxVersion | undefined): TaxDraft {
  return {
    jurisdiction: from?.jurisdiction ?? '',
    code: from?.code ?? 'vat',
    name: from?.name ?? '',
    rates: {
      licenses: from?.rates.licenses ?? '',
      minutes: from?.rates.minutes ?? '',
      storage: from?.rates.storage ?? '',
    },
    pricesInclude: from?.prices_include ?? false,
    effectiveOn: '',
  };
}

export function isComplete({ jurisdiction, code, name }: TaxDraft): boolean {
  return jurisdiction !== '' && code !== '' && name.trim() !== '';
}

export function taxBody({ name, rates, pricesInclude, effectiveOn }: TaxDraft) {
  const given = Object.entries(rates).filter(([, rate]) => rate.trim() !== '');
  return {
    name: name.trim(),
    rates: Object.fromEntries(given.map(([category, rate]) => [category, rate.trim()])),
    prices_include: pricesInclude,
    ...(effectiveOn === '' ? {} : { effective_on: effectiveOn }),
  };
}

interface Said {
  readonly name: string;
  readonly rates: Readonly<Record<string, string | undefined>>;
  readonly prices_include: boolean;
}

/** Percent as people read it; a rate that is absent is no tax. */
export function sayRate(rate: string | undefined): string {
  return rate === undefined || rate === '' ? say('not taxed') : say('{rate} %', { rate });
}

/** What two versions, or a version and what is typed, say differently. */
export function taxDifferences(before: Said | undefined, after: Said): Difference[] {
  const rows: readonly Difference[] = [
    { label: say('Name'), before: before?.name ?? say('nothing'), after: after.name },
    ...CATEGORIES.map(({ category, label }) => ({
      label,
      before: sayRate(before?.rates[category]),
      after: sayRate(after.rates[category]),
    })),
    { label: say('Prices'), before: sayPrices(before), after: sayPrices(after) },
  ];
  return rows.filter((row) => row.before !== row.after);
}

function sayPrices(said: Said | undefined): string {
  return said?.prices_include === true ? say('contain the tax') : say('are before tax');
}

const RATE = /^(\d{1,3})(?:\.(\d{1,4}))?$/;
const FULL_PPM = 1_000_000n;
const EXAMPLE_CENTS = 10_000n;

/**
 * What becomes of a license at 100.00 on a document: `119.00`, or what of the 100.00 is tax.
 * Undefined while the rate is none.
 */
export function exampleOf(rate: string, pricesInclude: boolean): string | undefined {
  const [, whole = '', decimals = ''] = RATE.exec(rate.trim()) ?? [];
  const ppm = whole === '' ? 0n : BigInt(whole) * 10_000n + BigInt(decimals.padEnd(4, '0'));
  if (ppm === 0n || ppm > FULL_PPM) return undefined;
  if (pricesInclude) {
    const tax = halfUp(EXAMPLE_CENTS * ppm, FULL_PPM + ppm);
    return say('A license at {price} stays at {price}, of which {tax} is tax.', {
      price: sayCents(EXAMPLE_CENTS),
      tax: sayCents(tax),
    });
  }
  const tax = halfUp(EXAMPLE_CENTS * ppm, FULL_PPM);
  return say('A license at {price} comes to {total}, tax {tax}.', {
    price: sayCents(EXAMPLE_CENTS),
    total: sayCents(EXAMPLE_CENTS + tax),
    tax: sayCents(tax),
  });
}

const halfUp = (dividend: bigint, divisor: bigint) => (2n * dividend + divisor) / (2n * divisor);

const twoDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });

function sayCents(cents: bigint): string {
  const text = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
  return twoDecimals.format(text as Intl.StringNumericLiteral);
}

const names = new Intl.DisplayNames(locale, { type: 'region' });

/** `NY, United States`; a code that is none stands for itself. */
export function sayJurisdiction(jurisdiction: string): string {
  const [country = '', region] = jurisdiction.split('-');
  const name = /^[A-Z]{2}$/.test(country) ? (names.of(country) ?? country) : country;
  return region === undefined ? name : `${region}, ${name}`;
}
