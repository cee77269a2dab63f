import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../api/money.ts';
import { sayDay } from '../../api/time.ts';

type Line = Schemas['Quote']['lines'][number];

/** What a line is about: `3 × Dialer`. */
export function titleOf(line: Line, nameOf: (code: string) => string): string {
  const name = nameOf(line.license_type ?? '');
  switch (line.kind) {
    case 'minutes':
      return 'Dialer minutes';
    case 'license_increase':
      return `${line.quantity} × ${name}`;
    default:
      return `${line.quantity} fewer ${name} from ${sayDay(line.effective_on)}`;
  }
}

/** How its amount comes about, and when it counts. */
export function explanationOf(line: Line): string {
  switch (line.kind) {
    case 'minutes':
      return 'On the balance as soon as the payment has gone through';
    case 'license_increase':
      return (
        `${sayMoney(line.unit_price)} a month each, ${line.days_charged} of ` +
        `${line.days_in_period} days of this billing period; ${line.from} → ${line.to} now`
      );
    default:
      return `${line.from} → ${line.to}; usable until then, and nothing is credited`;
  }
}
