import type { LocalDate } from '../../kernel/calendar.ts';
import { type Money, moneyText, sayMoney, subtract } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { listOf, paragraph } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import type { IncreaseLine } from '../licensing/index.ts';
import type { Answer } from './answer.ts';
import { cartLink } from './cart-link.ts';

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
  const { needs, lines, dueNow, recurringNow, recurringNext, today } = facts;
  const spare = needs.filter((need) => need.spare > 0);
  const more = subtract(recurringNext, recurringNow);
  const [first] = lines;
  return {
    question: 'what-does-a-new-user-cost',
    answer: paragraph(
      say(
        'Yes, new licenses are prorated automatically: you pay only for the days left in the current billing period, today included.',
      ),
      say('A new user who dials needs {licenses}.', {
        licenses: listOf(needs.map(({ name }) => name)),
      }),
      spare.length > 0 &&
        say('You pay for {licenses} that nobody holds; the new user can have one at no cost.', {
          licenses: listOf(spare.map((need) => `${need.spare} ${need.name}`)),
        }),
      first === undefined
        ? say(
            'So the next new user costs nothing more; whatever is bought beyond that today ({today}) is {dueNow} now and {recurring} more a month for one user.',
            {
              today,
              dueNow: sayMoney(facts.beyond.dueNow),
              recurring: sayMoney(facts.beyond.recurring),
            },
          )
        : sayBought(facts, first, more),
    ),
    facts: costFacts(facts, more),
    remedies:
      first === undefined
        ? [{ action: 'assign_license', label: say('Assign the spare licenses'), link: facts.link }]
        : [
            {
              action: 'buy_licenses',
              label: say('Buy what a new user needs'),
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

function costFacts(facts: NewUserFacts, more: Money): Record<string, unknown> {
  const { needs, lines, dueNow, tax, today, period } = facts;
  return {
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
  };
}

function sayBought(facts: NewUserFacts, first: IncreaseLine, more: Money): string {
  const { today, lines, dueNow, tax, period } = facts;
  const values = {
    today,
    daysCharged: first.daysCharged,
    daysInPeriod: first.daysInPeriod,
    lines: listOf(lines.map(sayLine)),
    dueNow: sayMoney(dueNow),
    more: sayMoney(more),
    end: period.end,
  };
  return tax.micros > 0n
    ? say(
        'Bought today ({today}), {daysCharged} of {daysInPeriod} days are charged: {lines}, together {dueNow} with {tax} tax now, and {more} more a month from {end} on.',
        { ...values, tax: sayMoney(tax) },
      )
    : say(
        'Bought today ({today}), {daysCharged} of {daysInPeriod} days are charged: {lines}, together {dueNow} now, and {more} more a month from {end} on.',
        values,
      );
}

function sayLine({ licenseType, amount, unitPrice }: IncreaseLine): string {
  return say('{licenseType} {amount} ({unitPrice} a month)', {
    licenseType,
    amount: sayMoney(amount),
    unitPrice: sayMoney(unitPrice),
  });
}
