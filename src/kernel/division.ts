import { assert } from './assert.ts';

/**
 * Integer divisions, each with its rounding in its name. Money is divided nowhere else, so a
 * rounding can always be found by searching for one of these names.
 */

/** Rounds to the nearest integer; a half goes away from zero (2.5 → 3, −2.5 → −3). */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, 'a denominator is positive');
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** Rounds up, towards positive infinity. */
export function divideUp(numerator: bigint, denominator: bigint): bigint {
  return -divideDown(-numerator, denominator);
}

/** Rounds down, towards negative infinity. */
export function divideDown(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, 'a denominator is positive');
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** Rounds to the nearest integer; a half goes towards zero (2.5 → 2, −2.5 → −2). */
export function divideHalfDown(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, 'a denominator is positive');
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator - 1n) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}
