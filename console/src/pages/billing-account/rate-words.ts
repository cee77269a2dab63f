import type { Schemas } from '@tollkeeper/sdk';
import { isZero, sayMoney } from '../../api/money.ts';

type Rate = NonNullable<Schemas['MinutesUsage']['rate']>;

/** `$0.03 a minute, by 60 then 6 seconds, and $0.01 a call`. */
export function sayRate(rate: Pick<Rate, 'code' | 'price' | 'connection_fee'> & Increments) {
  const isCall = rate.code.startsWith('voice/');
  const unit = isCall ? 'a minute' : 'a segment';
  const steps = isCall ? `, ${sayIncrements(rate)}` : '';
  const fee = isZero(rate.connection_fee)
    ? ''
    : `, and ${sayMoney(rate.connection_fee)} ${isCall ? 'a call' : 'a message'}`;
  return `${sayMoney(rate.price)} ${unit}${steps}${fee}`;
}

interface Increments {
  readonly first_seconds: number;
  readonly next_seconds: number;
}

function sayIncrements({ first_seconds: first, next_seconds: next }: Increments): string {
  if (first === next) return next === 60 ? 'by whole minutes' : `by ${next} seconds`;
  return `the first ${first} seconds, then by ${next}`;
}
