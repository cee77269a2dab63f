import { describe, expect, test } from 'vitest';
import { addMonths } from '../../kernel/calendar.ts';
import { moneyOf } from '../../kernel/money.ts';
import type { AtEnd, Contract, Notice } from './contract.ts';
import { contractPriceOn, floorAgainst, floorOn } from './floors.ts';

const ANCHOR = '2026-01-01';

function contract(atEnd: AtEnd, notices: Notice[] = []): Contract {
  return {
    id: 'ctr_a',
    account: 'ba_a',
    startsOn: '2026-01-15',
    months: 12,
    endsOn: addMonths('2026-01-15', 12),
    floors: { dialer: 10 },
    prices: { dialer: moneyOf('85.00', 'USD') },
    atEnd,
    signedAt: new Date('2026-01-10T00:00:00Z'),
    notices,
  };
}

describe('the floor on a day', () => {
  test('says until when it stands, and from which period start less is possible', () => {
    expect(floorOn([contract('lapse')], 'dialer', '2026-06-01', ANCHOR)).toEqual({
      floor: 10,
      contract: 'ctr_a',
      contractEndsOn: '2027-01-15',
      possibleFrom: '2027-02-01',
    });
  });

  test('is none for other types, before the contract, and after it has lapsed', () => {
    const contracts = [contract('lapse')];
    expect(floorOn(contracts, 'crm', '2026-06-01', ANCHOR)).toBeUndefined();
    expect(floorOn(contracts, 'dialer', '2026-01-14', ANCHOR)).toBeUndefined();
    expect(floorOn(contracts, 'dialer', '2027-01-15', ANCHOR)).toBeUndefined();
  });

  test('goes on through renewed terms', () => {
    const floor = floorOn([contract('renew')], 'dialer', '2027-06-01', ANCHOR);
    expect(floor?.contractEndsOn).toBe('2028-01-15');
  });

  test('is lowered by a notice from the term that it is for', () => {
    const notice = { licenseType: 'dialer', termStart: '2027-01-15', floor: 4 };
    const contracts = [contract('renew', [notice])];
    expect(floorOn(contracts, 'dialer', '2027-01-14', ANCHOR)?.floor).toBe(10);
    expect(floorOn(contracts, 'dialer', '2027-01-15', ANCHOR)?.floor).toBe(4);
    expect(floorOn(contracts, 'dialer', '2030-01-15', ANCHOR)?.floor).toBe(4);
  });
});

describe('an order of fewer than the floor', () => {
  const against = (atEnd: AtEnd, day: string, total = 5, today = '2026-06-10') =>
    floorAgainst([contract(atEnd)], { code: 'dialer', total, day, today }, ANCHOR);

  test('is refused within the term, with what would be possible', () => {
    expect(against('lapse', '2026-07-01').floor?.possibleFrom).toBe('2027-02-01');
    expect(against('renew', '2026-07-01').floor?.possibleFrom).toBe('2027-02-01');
    expect(against('lapse', '2026-07-01', 10)).toEqual({});
  });

  test('is free after a contract that lapses', () => {
    expect(against('lapse', '2027-02-01')).toEqual({});
    expect(against('lapse', '2029-02-01')).toEqual({});
  });

  test('is the notice where it is for the first period start of a renewed term', () => {
    const notice = { contract: 'ctr_a', termStart: '2027-01-15' };
    expect(against('renew', '2027-02-01')).toEqual({ notice });
  });

  test('is refused for a later day of a renewed term, which needs the notice', () => {
    const floor = against('renew', '2027-03-01').floor;
    expect(floor?.contractEndsOn).toBe('2027-01-15');
    expect(floor?.possibleFrom).toBe('2027-02-01');
  });

  test('comes too late once the renewed term has begun', () => {
    const floor = against('renew', '2027-02-01', 5, '2027-01-15').floor;
    expect(floor?.possibleFrom).toBe('2028-02-01');
  });

  test('replaces an earlier notice that has not taken effect', () => {
    const notice = { licenseType: 'dialer', termStart: '2027-01-15', floor: 4 };
    const contracts = [contract('renew', [notice])];
    const wanted = { code: 'dialer', total: 7, day: '2027-03-01', today: '2026-06-10' };
    expect(floorAgainst(contracts, wanted, ANCHOR).floor?.floor).toBe(10);
  });
});

test('the contract price holds on the days of the contract and on no other', () => {
  const contracts = [contract('lapse')];
  const on = (day: string) => contractPriceOn(contracts, 'dialer', day)?.price;
  expect(on('2026-01-14')).toBeUndefined();
  expect(on('2026-01-15')).toEqual(moneyOf('85.00', 'USD'));
  expect(on('2027-01-14')).toEqual(moneyOf('85.00', 'USD'));
  expect(on('2027-01-15')).toBeUndefined();
});
