import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base32, codeOfStep, matchingStep } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');

/** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds the code is that of RFC 6238', (seconds, code) => {
  expect(codeOfStep(SECRET, BigInt(Math.floor(seconds / 30)))).toBe(code);
});

/** RFC 4648, section 10. */
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('"%s" in base 32 is that of RFC 4648', (text, expected) => {
  expect(base32(Buffer.from(text))).toBe(expected);
});

test('a code is taken within a step of its own, and never twice', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 31 }),
      fc.integer({ min: -5, max: 5 }),
      (n, away) => {
        const step = BigInt(n);
        const code = codeOfStep(SECRET, step);
        const at = new Date((n + away) * 30_000 + 15_000);
        const near = Math.abs(away) <= 1;
        const matched = matchingStep(SECRET, code, at, 0n);
        // Two steps near one another have the same code once in a million; then either is right.
        if (near) expect(matched).toBeDefined();
        if (matched !== undefined) {
          expect(codeOfStep(SECRET, matched)).toBe(code);
          expect(matchingStep(SECRET, code, at, matched) ?? matched + 1n).toBeGreaterThan(matched);
        }
        if (near && matched === step) expect(matchingStep(SECRET, code, at, step)).not.toBe(step);
      },
    ),
  );
});
