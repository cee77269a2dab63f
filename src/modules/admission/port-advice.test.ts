import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../../kernel/money.ts';
import { adviseOnPorts, type PoolHistory } from './port-advice.ts';

const history = (given: Partial<PoolHistory> = {}): PoolHistory => ({
  name: 'Flex Port',
  total: 3,
  peak: 3,
  refusals: 2,
  busiestErlangs: 1.5,
  quarters: [1, 1, 2, 3],
  unitPrice: money(45_000_000n, 'USD'),
  ...given,
});

describe('what other totals would come to', () => {
  test('one more costs one price more a month, one fewer one price less', () => {
    const { options } = adviseOnPorts(history());
    const costs = new Map(options.map(({ total, perMonth }) => [total, perMonth?.micros]));
    expect([costs.get(2), costs.get(3), costs.get(4)]).toEqual([-45_000_000n, 0n, 45_000_000n]);
  });

  test('the present and the recommended total are always among a few, each refusing fewer', () => {
    const totals = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(totals, fc.double({ min: 0, max: 300, noNaN: true }), (total, busiestErlangs) => {
        const { recommended, options } = adviseOnPorts(history({ total, busiestErlangs }));
        const listed = options.map((option) => option.total);
        expect(listed).toEqual(expect.arrayContaining([total, recommended]));
        expect(options.length).toBeLessThanOrEqual(7);
        for (const [index, { blocking }] of options.entries()) {
          expect(blocking).toBeLessThanOrEqual(options[index - 1]?.blocking ?? 1);
        }
      }),
    );
  });

  test('19 of 20 quarters needed no more than the percentile says', () => {
    const quarters = [...Array<number>(19).fill(2), 9];
    expect(adviseOnPorts(history({ quarters })).percentile95).toBe(2);
    expect(adviseOnPorts(history({ quarters: [] })).percentile95).toBe(0);
  });
});
