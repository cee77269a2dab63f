import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../kernel/money.ts';
import { type MeterLevel, OBJECTS_PER_ROW, purgePlan } from './purge-plan.ts';
import { monthlyFee, overage } from './storage-fee.ts';
import type { StoredObject } from './stored-object.ts';

const GB = 1_000_000_000n;

function object(externalId: string, fields: Partial<StoredObject>): StoredObject {
  return {
    externalId,
    meter: 'data',
    kind: 'data_list',
    name: externalId,
    bytes: GB,
    createdAt: new Date('2026-01-01T00:00:00Z'),
    lastUsedAt: new Date('2026-01-01T00:00:00Z'),
    state: 'stored',
    stateSince: new Date('2026-01-01T00:00:00Z'),
    version: 1,
    ...fields,
  };
}

const level = (meter: string, bytes: bigint, price = '30.00', allowanceBytes = GB): MeterLevel => ({
  meter,
  name: meter,
  bytes,
  allowanceBytes,
  pricePerGb: moneyOf(price, 'USD'),
});

describe('a purge plan', () => {
  it('proposes the three ways in order, each with its saving after the rows above', () => {
    const objects = [
      object('never-dialed', { records: 500_000n, dialedRecords: 10_000n, bytes: 2n * GB }),
      object('dialed', { records: 100n, dialedRecords: 50n }),
      object('old-list', { state: 'deleted', bytes: GB / 2n }),
      object('recording-new', {
        meter: 'recordings',
        kind: 'call_recording',
        lastUsedAt: new Date('2026-06-01T00:00:00Z'),
      }),
      object('recording-old', { meter: 'recordings', kind: 'call_recording' }),
      object('film', { meter: 'files', kind: 'file', bytes: 3n * GB }),
    ];
    const levels = [
      level('data', (7n * GB) / 2n),
      level('recordings', 2n * GB, '20.00'),
      level('files', 3n * GB, '10.00'),
    ];
    const rows = purgePlan(levels, objects, 'UTC');
    expect(rows.map(({ kind, objects: ids, savesPerMonth }) => [kind, ids, savesPerMonth])).toEqual(
      [
        ['deleted_records', ['old-list'], moneyOf('15.00', 'USD')],
        // One of the two is enough to get below, and the one not used for longest goes.
        ['recordings', ['recording-old'], moneyOf('20.00', 'USD')],
        ['large_files', ['film'], moneyOf('20.00', 'USD')],
        ['undialed_lists', ['never-dialed'], moneyOf('60.00', 'USD')],
      ],
    );
    expect(rows.at(-1)?.why).toBe(
      'Only 10,000 of the 500,000 names in “never-dialed” were dialed: ' +
        'keep the rest elsewhere and upload what is called next.',
    );
    expect(rows.map((row) => row.deleteFirst)).toEqual([false, true, true, true]);
  });

  it('says when something was last used by the account’s own calendar', () => {
    const objects = [
      object('call', {
        meter: 'recordings',
        kind: 'call_recording',
        lastUsedAt: new Date('2026-06-01T02:00:00Z'),
      }),
    ];
    const [row] = purgePlan([level('recordings', 2n * GB)], objects, 'America/New_York');
    expect(row?.why).toBe('1 call recording, last used on 2026-05-31 or before.');
  });

  it('leaves meters within their allowance alone', () => {
    const objects = [object('a', { state: 'deleted' })];
    expect(purgePlan([level('data', GB)], objects, 'UTC')).toEqual([]);
  });

  it('says that a row saves nothing once the rows above it are enough', () => {
    const objects = [
      object('gone', { state: 'deleted', bytes: 2n * GB }),
      object('list', { records: 10n, dialedRecords: 0n }),
    ];
    const rows = purgePlan([level('data', 3n * GB)], objects, 'UTC');
    expect(rows.map((row) => row.savesPerMonth)).toEqual([
      moneyOf('60.00', 'USD'),
      moneyOf('0.00', 'USD'),
    ]);
  });

  it('never asks for more objects in a row than one purge takes', () => {
    const many = Array.from({ length: OBJECTS_PER_ROW + 1 }, (_, index) =>
      object(`gone-${index}`, { state: 'deleted', bytes: 10_000_000n }),
    );
    const rows = purgePlan([level('data', 20n * GB)], many, 'UTC');
    expect(rows.map((row) => row.objects.length)).toEqual([OBJECTS_PER_ROW, 1]);
  });

  it('has savings that add up to the difference that all its rows make together', () => {
    const any = fc.record({
      bytes: fc.bigInt(0n, 5n * GB),
      meter: fc.constantFrom('data', 'files', 'recordings'),
      state: fc.constantFrom('stored', 'deleted', 'purged'),
      records: fc.option(fc.bigInt(0n, 1_000n), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), fc.bigInt(0n, 4n * GB), (fields, free) => {
        const objects = fields.map((one, index) => object(`o${index}`, one as object));
        const counting = objects.filter((one) => one.state !== 'purged');
        const levels = ['data', 'files', 'recordings'].map((meter) => {
          const bytes = counting.filter((one) => one.meter === meter).map((one) => one.bytes);
          return level(
            meter,
            bytes.reduce((total, one) => total + one, 0n),
            '17.77',
            free,
          );
        });
        const rows = purgePlan(levels, objects, 'UTC');
        const ids = rows.flatMap((row) => row.objects);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { meter, bytes, allowanceBytes, pricePerGb } of levels) {
          if (pricePerGb === undefined) continue;
          const own = rows.filter((row) => row.meter === meter);
          const freed = own.reduce((total, row) => total + row.freesBytes, 0n);
          const saved = own.reduce((total, row) => total + row.savesPerMonth.micros, 0n);
          const before = monthlyFee(pricePerGb, overage(bytes, allowanceBytes));
          const after = monthlyFee(pricePerGb, overage(bytes - freed, allowanceBytes));
          expect(saved).toBe(before.micros - after.micros);
        }
      }),
    );
  });
});
