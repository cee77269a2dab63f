import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../api/money.ts';
import { sayDay } from '../../api/time.ts';
import { say } from '../../words/say.ts';

type Line = Schemas['Quote']['lines'][number];

/** What a line is about: `3 × Dialer`. */
export function titleOf(line: Line, nameOf: (code: string) => string): string {
  const name = nameOf(line.license_type ?? '');
  switch (line.kind) {
    case 'minutes':
      return say('Dialer minutes');
    case 'license_increase':
      return `${line.quantity} × ${name}`;
    default:
      return say('{count} fewer {name} from {day}', {
        count: line.quantity,
        name,
        day: sayDay(line.effective_on),
      });
  }
}

/** How its amount comes about, and when it counts. */
export function explanationOf(line: Line): string {
  // A license's line tells both totals, and that of a raise the days.
  const { from = 0, to = 0, days_charged: days = 0, days_in_period: all = 0 } = line;
  switch (line.kind) {
    case 'minutes':
      return say('On the balance as soon as the payment has gone through');
    case 'license_increase':
      return say(
        '{price} a month each, {days} of {all} days of this billing period; {from} → {to} now',
        { price: sayMoney(line.unit_price), days, all, from, to },
      );
    default:
      return say('{from} → {to}; usable until then, and nothing is credited', { from, to });
  }
}
