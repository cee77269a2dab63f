import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, moneyOf, sum } from '../../kernel/money.ts';
import { NO_TAX, type TaxCategory, taxOf, totalTax } from './tax.ts';

const vat = (category: TaxCategory) =>
  category === 'storage' ? [] : [{ name: 'VAT', partsPerMillion: 190_000 }];

describe('tax', () => {
  it('is nothing, without a line that says 0 %, where none is configured', () => {
    const lines = [{ category: 'licenses', amount: moneyOf('85.00', 'USD') } as const];
    expect(taxOf(lines, NO_TAX, 'USD')).toEqual([]);
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
    expect(taxOf(lines, vat, 'EUR')).toEqual([
      {
        name: 'VAT',
        partsPerMillion: 190_000,
        net: moneyOf('100.00', 'EUR'),
        amount: moneyOf('19.00', 'EUR'),
      },
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
        const one = taxOf([{ category: 'licenses', amount: whole }], vat, 'USD');
        expect(taxOf(lines, vat, 'USD')).toEqual(one);
        expect(taxOf(lines.toReversed(), vat, 'USD')).toEqual(one);
      }),
    );
  });
});
