import { expect, test } from 'vitest';
import {
  listOf,
  paragraph,
  sayBytes,
  sayDecimal,
  sayInstant,
  sayNumber,
  sayTenths,
  someOf,
} from './figures.ts';
import { type Language, speaking } from './say.ts';

/** Each kind of figure once. */
function figures(spoken: Language): string[] {
  return speaking(spoken, () => [
    listOf([]),
    listOf(['a']),
    listOf(['a', 'b', 'c']),
    someOf(['a', 'b', 'c'], 2),
    sayNumber(1_200n),
    sayTenths(3),
    sayBytes(2_000_000_000n),
    sayBytes(1_550_000n),
    sayBytes(0n),
    sayDecimal('1234.678333333'),
    sayInstant(new Date('2026-11-22T14:05:30Z')),
  ]);
}

test('figures and lists are written as their reader writes them', () => {
  const english = ['', 'a', 'a, b and c', 'a, b and 1 more', '1,200', '3.0', '2 GB', '1.6 MB'];
  expect(figures('en')).toEqual([...english, '0 MB', '1234.678333333', '2026-11-22 14:05 UTC']);
  const german = ['', 'a', 'a, b und c', 'a, b und 1 weitere', '1.200', '3,0', '2 GB', '1,6 MB'];
  expect(figures('de')).toEqual([...german, '0 MB', '1234,678333333', '2026-11-22 14:05 UTC']);
});

test('a paragraph leaves out what is not to be said', () => {
  expect(paragraph('One.', undefined, false, 'Two.')).toBe('One. Two.');
});
