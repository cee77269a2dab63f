import { divideDown, divideHalfUp } from '../../kernel/division.ts';
import type { CallRate } from './rate.ts';

/** Rating of one call or message: what of its rate the arithmetic needs. */
type Tariff = Omit<CallRate, 'code' | 'version' | 'currency'>;

const SECONDS_PER_MINUTE = 60n;

/** Whole seconds charged for `usedMs` of a call: none unused, else rounded up to increments. */
export function billedSeconds(
  rate: Pick<CallRate, 'firstSeconds' | 'nextSeconds'>,
  usedMs: number,
): number {
  if (usedMs <= 0) return 0;
  const firstMs = rate.firstSeconds * 1000;
  if (usedMs <= firstMs) return rate.firstSeconds;
  const increments = Math.ceil((usedMs - firstMs) / (rate.nextSeconds * 1000));
  return rate.firstSeconds + increments * rate.nextSeconds;
}

/**
 * Micro-units charged: for a call its billed seconds, for a message its segments, each with the
 * connection fee; rounded once, half up. Nothing used is nothing charged, fee included.
 */
export function chargeFor(rate: Tariff, usedMs: number, segments: number): bigint {
  if (rate.kind === 'sms') {
    return segments <= 0 ? 0n : rate.priceMicros * BigInt(segments) + rate.feeMicros;
  }
  const seconds = billedSeconds(rate, usedMs);
  if (seconds === 0) return 0n;
  return divideHalfUp(rate.priceMicros * BigInt(seconds), SECONDS_PER_MINUTE) + rate.feeMicros;
}

/**
 * The longest call, in whole increments, that `micros` can pay for; 0 where it does not cover
 * the connection fee and the first increment. Undefined where the rate costs nothing.
 */
export function secondsFor(rate: Tariff, micros: bigint): number | undefined {
  if (chargeFor(rate, 1, 0) > micros) return 0;
  if (rate.priceMicros === 0n) return undefined;
  // Half up: price × seconds ÷ 60 rounds to at most `left` just while it is below left + ½.
  const left = micros - rate.feeMicros;
  const seconds = Number(divideDown(SECONDS_PER_MINUTE * left + 29n, rate.priceMicros));
  const further = Math.floor((seconds - rate.firstSeconds) / rate.nextSeconds);
  return rate.firstSeconds + further * rate.nextSeconds;
}

/** Whole minutes that `micros` buys at a rate's price per minute; none below zero. */
export function wholeMinutes(rate: CallRate, micros: bigint): number | undefined {
  if (rate.priceMicros === 0n) return undefined;
  return micros <= 0n ? 0 : Number(divideDown(micros, rate.priceMicros));
}
