import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatAmount,
  microsPerMinorUnit,
  money,
  moneyOf,
  parseMicros,
  sayMoney,
  scaleToMinorUnit,
} from './money.ts';

const currencies = fc.constantFrom('JPY', 'USD', 'KWD');

describe('money as text', () => {
  test('is what was meant, to the last decimal', () => {
    expect(formatAmount(moneyOf('100', 'USD'))).toBe('100.00');
    expect(formatAmount(moneyOf('99.9875', 'USD'))).toBe('99.9875');
    expect(formatAmount(moneyOf('9000', 'JPY'))).toBe('9000');
    expect(formatAmount(moneyOf('1.5', 'KWD'))).toBe('1.500');
    expect(formatAmount(moneyOf('-0.000001', 'USD'))).toBe('-0.000001');
    expect(sayMoney(moneyOf('-1234.5', 'USD'))).toBe('-$1,234.50');
  });

  test.each(['', '1e3', 'NaN', '1,000', '.5', '5.', '0x1', '1.0000001', ' 1', '99999999999999'])(
    'refuses %j, which is not a decimal amount that fits',
    (text) => {
      expect(parseMicros(text)).toBeUndefined();
    },
  );

  test('more decimals than the currency has are seen, trailing zeros are not', () => {
    expect(parseMicros('1.001', 2)).toBeUndefined();
    expect(parseMicros('1.010', 2)).toBe(1_010_000n);
    expect(parseMicros('1.0', 0)).toBe(1_000_000n);
  });

  test('comes back from its text unchanged, whatever the amount and currency', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        currencies,
        (micros, code) => {
          expect(parseMicros(formatAmount(money(micros, code)))).toBe(micros);
        },
      ),
    );
  });
});

describe('a share of an amount', () => {
  test('is rounded once, half up, to the minor unit', () => {
    expect(formatAmount(scaleToMinorUnit(moneyOf('0.01', 'USD'), 1n, 2n))).toBe('0.01');
    expect(formatAmount(scaleToMinorUnit(moneyOf('100.00', 'USD'), 8n, 30n))).toBe('26.67');
    expect(formatAmount(scaleToMinorUnit(moneyOf('9000', 'JPY'), 1n, 31n))).toBe('290');
    expect(formatAmount(scaleToMinorUnit(moneyOf('1.000', 'KWD'), 1n, 3n))).toBe('0.333');
  });

  test('is never further from the exact share than half a minor unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.bigInt({ min: 0n, max: 366n }),
        fc.bigInt({ min: 1n, max: 366n }),
        currencies,
        (micros, days, of, code) => {
          const unit = microsPerMinorUnit(code);
          const share = scaleToMinorUnit(money(micros, code), days, of).micros;
          const twiceOff = 2n * (share * of - micros * days);
          expect(twiceOff <= unit * of && twiceOff >= -unit * of).toBe(true);
          expect(share % unit).toBe(0n);
        },
      ),
    );
  });
});
