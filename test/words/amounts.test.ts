import { describe, expect, test } from 'vitest';
import { marksOf, readAmount } from '../../console/src/api/amount-text.ts';

describe('an amount is typed as the reader writes it', () => {
  test.each([
    ['en-US', '100', '100'],
    ['en-US', '1,234.50', '1234.50'],
    ['en-US', ' 0.005 ', '0.005'],
    ['de-DE', '100,00', '100.00'],
    ['de-DE', '1.234,50', '1234.50'],
    ['de-DE', '1.234', '1234'],
    ['de-DE', '100.00', '100.00'],
    ['de-DE', '0.014', '0.014'],
    ['de-DE', '0,0145', '0.0145'],
    ['fr-FR', '1 234,5', '1234.5'],
  ])('in %s %j is %s', (locale, typed, amount) => {
    expect(readAmount(typed, marksOf(locale))).toBe(amount);
  });

  test.each([
    ['en-US', '100,00'],
    ['en-US', '1.2.3'],
    ['de-DE', '1,2,3'],
    ['de-DE', '1,234.50'],
    ['de-DE', '-5'],
    ['de-DE', 'viel'],
    ['de-DE', ''],
  ])('in %s %j is none', (locale, typed) => {
    expect(readAmount(typed, marksOf(locale))).toBeUndefined();
  });
});
