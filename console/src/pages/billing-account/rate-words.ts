import type { Schemas } from '@tollkeeper/sdk';
import { isZero, sayMoney } from '../../api/money.ts';
import { say } from '../../words/say.ts';

type Rate = NonNullable<Schemas['MinutesUsage']['rate']>;

/** `$0.03 a minute, by 60 then 6 seconds, and $0.01 a call`. */
export function sayRate(rate: Pick<Rate, 'code' | 'price' | 'connection_fee'> & Increments) {
  const isCall = rate.code.startsWith('voice/');
  const price = sayMoney(rate.price);
  const fee = isZero(rate.connection_fee) ? undefined : sayMoney(rate.connection_fee);
  if (!isCall) {
    return fee === undefined
      ? say('{price} a segment', { price })
      : say('{price} a segment, and {fee} a message', { price, fee });
  }
  const steps = sayIncrements(rate);
  return fee === undefined
    ? say('{price} a minute, {steps}', { price, steps })
    : say('{price} a minute, {steps}, and {fee} a call', { price, steps, fee });
}

interface Increments {
  readonly first_seconds: number;
  readonly next_seconds: number;
}

function sayIncrements({ first_seconds: first, next_seconds: next }: Increments): string {
  if (first !== next) {
    return say('the first {first, plural, one {# second} other {# seconds}}, then by {next}', {
      first,
      next,
    });
  }
  return next === 60
    ? say('by whole minutes')
    : say('by {next, plural, one {# second} other {# seconds}}', { next });
}
