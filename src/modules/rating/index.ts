export { chargeFor, secondsFor, wholeMinutes } from './charge.ts';
export type { CallRate, RateQuestion } from './rate.ts';
export { findRate } from './rating.service.ts';
