import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, money, moneyOf, subtract, sum } from '../../kernel/money.ts';
import type { AppliedTax, TaxTerms } from '../taxes/index.ts';
import { creditTotals, type DocumentLine, totalsOf } from './document.ts';
import { minutesLine } from './document-line.ts';
import { taxOf, totalTax } from './tax.ts';

const tax = (rates: AppliedTax['rates'], more: Partial<AppliedTax> = {}): AppliedTax => ({
  jurisdiction: 'DE',
  code: 'vat',
  name: 'VAT',
  version: 1,
  rates,
  isIncluded: false,
  ...more,
});
const terms = (...taxes: AppliedTax[]): TaxTerms => ({ taxes, notes: [] });
const vat = terms(tax({ licenses: 190_000, minutes: 190_000 }));
const inside = terms(
  tax({ licenses: 190_000, minutes: 190_000, storage: 70_000 }, { isIncluded: true }),
);

const currencies = fc.constantFrom('JPY', 'USD', 'KWD');
const categories = fc.constantFrom('licenses', 'minutes', 'storage');
const rate = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined });
const anyTax = fc
  .record({
    rates: fc.record({ licenses: rate, minutes: rate, storage: rate }),
    isIncluded: fc.boolean(),
    code: fc.constantFrom('gst', 'pst', 'vat'),
  })
  .map(({ rates, isIncluded, code }) => tax(rates as AppliedTax['rates'], { isIncluded, code }));
const anyTerms = fc
  .uniqueArray(anyTax, { selector: ({ code }) => code, maxLength: 3 })
  .map((taxes) => terms(...taxes));
const DECIMALS = { JPY: 0n, USD: 2n, KWD: 3n } as const;

function linesIn(currency: string) {
  const unit = 10n ** (6n - DECIMALS[currency as keyof typeof DECIMALS]);
  const line = fc.record({ category: categories, minor: fc.bigInt(0n, 100_000_000n) }).map(
    ({ category, minor }): DocumentLine => ({
      ...minutesLine(money(minor * unit, currency), '2026-11-23'),
      taxCategory: category,
    }),
  );
  return fc.array(line, { minLength: 1, maxLength: 8 });
}
const anyDocument = currencies.chain((currency) =>
  fc.record({ currency: fc.constant(currency), lines: linesIn(currency), terms: anyTerms }),
);

describe('tax', () => {
  it('is nothing, without a line that says 0 %, where none is configured', () => {
    const lines = [{ category: 'licenses', amount: moneyOf('85.00', 'USD') } as const];
    expect(taxOf(lines, terms(), 'USD')).toEqual([]);
  });

  it('is computed once on the sum and not line by line', () => {
    // 19 % of 0.03 is 0.0057, so three lines apart would be 0.03, and together they are 0.02.
    const lines = Array.from({ length: 3 }, () => ({
      category: 'licenses' as const,
      amount: moneyOf('0.03', 'USD'),
    }));
    expect(totalTax(taxOf(lines, vat, 'USD'), 'USD')).toEqual(moneyOf('0.02', 'USD'));
  });

  it('leaves out the categories a rate does not apply to', () => {
    const lines = [
      { category: 'licenses', amount: moneyOf('100.00', 'EUR') },
      { category: 'storage', amount: moneyOf('40.00', 'EUR') },
    ] as const;
    expect(taxOf(lines, vat, 'EUR')).toMatchObject([
      { partsPerMillion: 190_000, net: moneyOf('100.00', 'EUR'), amount: moneyOf('19.00', 'EUR') },
    ]);
  });

  it('is taken out of prices that include it, and comes on top of minutes all the same', () => {
    const licenses = { category: 'licenses', amount: moneyOf('119.00', 'EUR') } as const;
    const minutes = { category: 'minutes', amount: moneyOf('100.00', 'EUR') } as const;
    expect(taxOf([licenses, minutes], inside, 'EUR')).toMatchObject([
      { isIncluded: true, net: moneyOf('100.00', 'EUR'), amount: moneyOf('19.00', 'EUR') },
      { isIncluded: false, net: moneyOf('100.00', 'EUR'), amount: moneyOf('19.00', 'EUR') },
    ]);
  });

  it('is for two taxes that are included what both leave of the price', () => {
    const both = terms(
      tax({ licenses: 50_000 }, { code: 'gst', isIncluded: true }),
      tax({ licenses: 99_750 }, { code: 'qst', isIncluded: true }),
    );
    const lines = [{ category: 'licenses', amount: moneyOf('114.98', 'CAD') } as const];
    expect(taxOf(lines, both, 'CAD').map(({ amount }) => amount)).toEqual([
      moneyOf('5.00', 'CAD'),
      moneyOf('9.98', 'CAD'),
    ]);
  });

  it('does not depend on how or in which order the same sum is split into lines', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(-10_000n, 1_000_000n), { minLength: 1 }), (cents) => {
        const lines = cents.map((value) => ({
          category: 'licenses' as const,
          amount: money(value * 10_000n, 'USD'),
        }));
        const whole = sum(
          lines.map((line) => line.amount),
          'USD',
        );
        for (const by of [vat, inside]) {
          const one = taxOf([{ category: 'licenses', amount: whole }], by, 'USD');
          expect(taxOf(lines, by, 'USD')).toEqual(one);
          expect(taxOf(lines.toReversed(), by, 'USD')).toEqual(one);
        }
      }),
    );
  });
});

describe('a document’s totals', () => {
  it('are lines and tax: on top of them, or inside of them, to the minor unit', () => {
    fc.assert(
      fc.property(anyDocument, ({ currency, lines, terms: by }) => {
        const { net, tax: whole, total, taxes } = totalsOf(lines, by, currency);
        const priced = sum(
          lines.map(({ amount }) => amount),
          currency,
        );
        const onTop = taxes.filter(({ isIncluded }) => !isIncluded);
        expect(total).toEqual(add(priced, totalTax(onTop, currency)));
        expect(add(net, whole)).toEqual(total);
        expect(whole).toEqual(totalTax(taxes, currency));
        const unit = 10n ** (6n - DECIMALS[currency as keyof typeof DECIMALS]);
        for (const { amount } of taxes) expect(amount.micros % unit).toBe(0n);
      }),
    );
  });

  it('have a base and a tax that are the price, where one tax is included', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10_000_000n),
        fc.integer({ min: 0, max: 400_000 }),
        (cents, ppm) => {
          const amount = money(cents * 10_000n, 'EUR');
          const by = terms(tax({ licenses: ppm }, { isIncluded: true }));
          const [line] = taxOf([{ category: 'licenses', amount }], by, 'EUR');
          expect(line && add(line.net, line.amount)).toEqual(amount);
        },
      ),
    );
  });

  it('are given back whole by credits in parts, whatever the parts', () => {
    const parts = anyDocument.chain((document) =>
      fc.record({
        document: fc.constant(document),
        first: fc.tuple(...document.lines.map(({ amount }) => fc.bigInt(0n, amount.micros))),
      }),
    );
    fc.assert(
      fc.property(parts, ({ document: { currency, lines, terms: by }, first }) => {
        const unit = 10n ** (6n - DECIMALS[currency as keyof typeof DECIMALS]);
        const some = lines.map((line, index) => ({
          ...line,
          amount: money(((first[index] ?? 0n) / unit) * unit, currency),
        }));
        const rest = lines.map((line, index) => ({
          ...line,
          amount: subtract(line.amount, some[index]?.amount ?? line.amount),
        }));
        const one = creditTotals([], some, by, currency);
        const other = creditTotals(some, rest, by, currency);
        expect(add(one.total, other.total)).toEqual(totalsOf(lines, by, currency).total);
        expect(add(one.tax, other.tax)).toEqual(totalsOf(lines, by, currency).tax);
      }),
    );
  });
});
