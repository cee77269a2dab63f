import { expect, test } from 'vitest';
import { newlyFilled } from './filling.ts';

const at = (bytes: bigint, allowanceBytes = 1_000n) => [
  { day: '2026-11-02', meter: 'files', bytes, users: 0, allowanceBytes, meterVersion: 1 },
];
const step = (percent: number) => [{ meter: 'files', percent }];

test('a meter is told of at four fifths and above its allowance, once on the way up', () => {
  expect(newlyFilled([], at(799n))).toEqual([]);
  expect(newlyFilled([], at(800n))).toEqual(step(80));
  expect(newlyFilled(at(800n), at(1_000n))).toEqual([]);
  expect(newlyFilled(at(1_000n), at(1_001n))).toEqual(step(100));
  expect(newlyFilled(at(10n), at(5_000n))).toEqual(step(100));
  expect(newlyFilled(at(5_000n), at(900n))).toEqual([]);
});

test('an empty meter without any allowance is not full', () => {
  expect(newlyFilled([], at(0n, 0n))).toEqual([]);
});
