import type { LocalDate } from '../../kernel/calendar.ts';
import { type Money, moneyText, sayMoney, subtract } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import type { IncreaseLine } from '../licensing/index.ts';
import type { Answer } from './answer.ts';
import { cartLink } from './cart-link.ts';
import { listOf, paragraph } from './sentence.ts';

export interface NewUserFacts {
  /** What a person who dials needs, as the catalog says, what is required first. */
  readonly needs: readonly NeededLicense[];
  /** The lines of an order of whatever is not at hand. */
  readonly lines: readonly IncreaseLine[];
  /** The order's tax included. */
  readonly dueNow: Money;
  readonly tax: Money;
  readonly recurringNow: Money;
  readonly recurringNext: Money;
  /** What one user would cost if nothing were at hand: all that is needed, tax included. */
  readonly beyond: { readonly dueNow: Money; readonly recurring: Money };
  readonly today: LocalDate;
  readonly period: Period;
  readonly link: string;
}

export interface NeededLicense {
  readonly licenseType: string;
  readonly name: string;
  readonly total: number;
  readonly assigned: number;
  /** Paid for and held by nobody. */
  readonly spare: number;
}

/** “I want to bring on a new user this week. Can I prorate the amount I pay for this month?” */
export function whatDoesANewUserCost(facts: NewUserFacts): Answer {
  const { needs, lines, dueNow, tax, recurringNow, recurringNext, today, period } = facts;
  const spare = needs.filter((need) => need.spare > 0);
  const more = subtract(recurringNext, recurringNow);
  const [first] = lines;
  return {
    question: 'what-does-a-new-user-cost',
    answer: paragraph(
      'Yes, new licenses are prorated automatically: you pay only for the days left in the ' +
        'current billing period, today included.',
      `A new user who dials needs ${listOf(needs.map(({ name }) => name))}.`,
      spare.length > 0 &&
        `You pay for ${listOf(spare.map((need) => `${need.spare} ${need.name}`))} that nobody ` +
          'holds; the new user can have one at no cost.',
      first === undefined
        ? `So the next new user costs nothing more; whatever is bought beyond that today ` +
            `(${today}) is ${sayMoney(facts.beyond.dueNow)} now and ` +
            `${sayMoney(facts.beyond.recurring)} more a month for one user.`
        : `Bought today (${today}), ${first.daysCharged} of ${first.daysInPeriod} days are ` +
            `charged: ${listOf(lines.map(sayLine))}, together ${sayMoney(dueNow)}` +
            `${tax.micros > 0n ? ` with ${sayMoney(tax)} tax` : ''} now, and ` +
            `${sayMoney(more)} more a month from ${period.end} on.`,
    ),
    facts: {
      today,
      period,
      needs: needs.map((need) => ({
        license_type: need.licenseType,
        total: need.total,
        assigned: need.assigned,
        spare: need.spare,
      })),
      lines: lines.map((line) => ({
        license_type: line.licenseType,
        from: line.from,
        to: line.to,
        quantity: line.quantity,
        unit_price: moneyText(line.unitPrice),
        days_charged: line.daysCharged,
        days_in_period: line.daysInPeriod,
        amount: moneyText(line.amount),
      })),
      tax: moneyText(tax),
      due_now: moneyText(dueNow),
      recurring: moneyText(more),
      beyond_spare: {
        due_now: moneyText(facts.beyond.dueNow),
        recurring: moneyText(facts.beyond.recurring),
      },
    },
    remedies:
      first === undefined
        ? [{ action: 'assign_license', label: 'Assign the spare licenses', link: facts.link }]
        : [
            {
              action: 'buy_licenses',
              label: 'Buy what a new user needs',
              due_now: moneyText(dueNow),
              recurring: moneyText(more),
              link: cartLink(
                facts.link,
                lines.map((line) => ({ ...line, total: line.to })),
              ),
            },
          ],
  };
}

function sayLine(line: IncreaseLine): string {
  return `${line.licenseType} ${sayMoney(line.amount)} (${sayMoney(line.unitPrice)} a month)`;
}
