export { billedSeconds, chargeFor, secondsFor, wholeMinutes } from './charge.ts';
export { type CallRate, findRate, type RateQuestion } from './rate.ts';
