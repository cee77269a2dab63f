import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buyMinutesRemedy, suggestedPurchase } from './buy-minutes.ts';
import { money, moneyOf } from './money.ts';

test.each([
  ['0.02', 'USD', '/ba/cart?minutes=100.00'],
  ['-33.10', 'USD', '/ba/cart?minutes=100.00'],
  ['-100.00', 'USD', '/ba/cart?minutes=200.00'],
  ['0', 'JPY', '/ba/cart?minutes=10000'],
  ['-12000', 'JPY', '/ba/cart?minutes=20000'],
])('%s %s is made good by %s', (available, currency, link) => {
  expect(buyMinutesRemedy('/ba', moneyOf(available, currency)).link).toBe(link);
});

test('after the suggested purchase there is always money to call with', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), (micros) => {
      const bought = suggestedPurchase(money(micros, 'USD'));
      expect(bought.micros).toBeGreaterThan(0n);
      expect(bought.micros + micros).toBeGreaterThan(0n);
    }),
  );
});
