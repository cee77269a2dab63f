import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../kernel/money.ts';
import { documentNumber, seriesOf } from './document.ts';
import { increaseLine, lineText, minutesLine, renewalLine, storageLine } from './document-line.ts';

const dialer = {
  licenseType: 'dialer',
  name: 'Dialer',
  quantity: 2,
  unitPrice: moneyOf('90.00', 'USD'),
  priceSource: { from: 'contract', contract: 'ctr_1' },
} as const;
const november = { start: '2026-11-01', end: '2026-12-01' };

describe('a line', () => {
  it('says how many more, from what to what, and for which days', () => {
    const line = increaseLine({
      ...dialer,
      from: 10,
      to: 12,
      daysCharged: 8,
      daysInPeriod: 30,
      period: november,
      effectiveOn: '2026-11-23',
      amount: moneyOf('48.00', 'USD'),
    });
    expect(line.description).toBe('Dialer: 2 more licenses (10 to 12), 8 of 30 days');
    expect(lineText(line)).toMatchObject({
      quantity: 2,
      amount: { amount: '48.00', currency: 'USD' },
      price_source: { from: 'contract', contract: 'ctr_1' },
    });
  });

  it('charges a whole period in advance at price × quantity', () => {
    const line = renewalLine({ ...dialer, quantity: 1 }, november);
    expect(line.description).toBe('Dialer: 1 license, 2026-11-01 to 2026-12-01');
    expect(renewalLine(dialer, november).amount).toEqual(moneyOf('180.00', 'USD'));
  });

  it('says minutes by the money they are bought for', () => {
    const line = minutesLine(moneyOf('1234.50', 'USD'), '2026-11-23');
    expect(line.description).toBe('Dialer minutes for $1,234.50');
  });

  it('says storage in fractions of a gigabyte', () => {
    const line = storageLine(
      {
        meter: 'recordings',
        name: 'Recordings',
        overBytesDays: 60_500_000_000n,
        daysInPeriod: 30,
        pricePerGb: moneyOf('20.00', 'USD'),
        meterVersion: 3,
        amount: moneyOf('40.33', 'USD'),
      },
      november,
    );
    expect(line.quantity).toBe('2.016666666');
    expect(lineText(line).price_source).toEqual({
      from: 'catalog',
      code: 'recordings',
      version: 3,
    });
  });
});

describe('a document’s number', () => {
  it('is from the series of its type, apart from those of test clocks', () => {
    expect(documentNumber('invoice', false, 42n)).toBe('INV-000042');
    expect(documentNumber('receipt', true, 1_234_567n)).toBe('TEST-R-1234567');
    expect(seriesOf('credit_note', false)).not.toBe(seriesOf('credit_note', true));
  });
});
