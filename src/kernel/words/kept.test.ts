import { expect, test } from 'vitest';
import { sayKept } from './kept.ts';
import { speaking } from './say.ts';

const KEPT = [
  'Credit for: {line}',
  '{name}: {quantity} licenses, {start} to {end}',
  'disabled by request',
] as const;

const inGerman = (text: string) =>
  speaking('de', () =>
    sayKept(text, KEPT, function sayValue(name, value) {
      return name === 'line' ? sayKept(value, KEPT, sayValue) : value;
    }),
  );

test('what is kept in English is said to its reader, with the values that it was written with', () => {
  expect(inGerman('CRM: Basic: 3 licenses, 2026-12-01 to 2027-01-01')).toBe(
    'CRM: Basic: 3 Lizenzen, 2026-12-01 bis 2027-01-01',
  );
  expect(inGerman('Credit for: Dialer: 2 licenses, 2026-12-01 to 2027-01-01')).toBe(
    'Gutschrift für: Dialer: 2 Lizenzen, 2026-12-01 bis 2027-01-01',
  );
  expect(inGerman('disabled by request')).toBe('auf Wunsch abgeschaltet');
});

test('what somebody typed stays as they typed it, and so does all of it in English', () => {
  expect(inGerman('A goodwill gesture (3 licenses) {name}')).toBe(
    'A goodwill gesture (3 licenses) {name}',
  );
  expect(sayKept('disabled by request', KEPT)).toBe('disabled by request');
});
