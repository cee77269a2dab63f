import type { LocalDate } from '../../kernel/calendar.ts';
import { type Money, moneyText, sayMoney } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { listOf, paragraph } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import type { Answer } from './answer.ts';

export interface CreditFacts {
  readonly period: Period;
  readonly today: LocalDate;
  /** Paid for until the period's end, by type. */
  readonly licenses: readonly { readonly name: string; readonly total: number }[];
  /** The newest purchase of licenses in this period. */
  readonly lastPurchase?: {
    readonly name: string;
    readonly quantity: number;
    readonly on: LocalDate;
    readonly amount: Money;
  };
  /** The only reasons for a credit. */
  readonly creditReasons: readonly string[];
  readonly link: string;
}

/** “I just bought a license, but I ended up only using it for a week. Can I get a credit?” */
export function canIGetACredit(facts: CreditFacts): Answer {
  const { period, licenses, lastPurchase, link } = facts;
  const paidFor = licenses.filter(({ total }) => total > 0);
  return {
    question: 'can-i-get-a-credit',
    answer: paragraph(
      say(
        'No. A license is bought for the rest of the billing period, and no credit is issued for what is not used.',
      ),
      lastPurchase &&
        say(
          'Your last purchase, {quantity, plural, one {# {name} license} other {# {name} licenses}} on {on} for {amount}, was already prorated to the days that were left.',
          { ...lastPurchase, amount: sayMoney(lastPurchase.amount) },
        ),
      paidFor.length > 0 &&
        say(
          'What you pay for stays usable up to {end}: {licenses}. Assign it to somebody else meanwhile, or lower the total now: that counts from {end}, and nothing is charged for it then.',
          {
            end: period.end,
            licenses: listOf(paidFor.map(({ name, total }) => `${total} ${name}`)),
          },
        ),
    ),
    facts: {
      credit_possible: false,
      period,
      usable_until: period.end,
      last_purchase:
        lastPurchase === undefined
          ? null
          : {
              name: lastPurchase.name,
              quantity: lastPurchase.quantity,
              on: lastPurchase.on,
              amount: moneyText(lastPurchase.amount),
            },
      credit_reasons: facts.creditReasons,
    },
    remedies:
      paidFor.length === 0
        ? []
        : [
            {
              action: 'lower_totals',
              label: say('Lower a total from {end} on', { end: period.end }),
              link,
            },
          ],
  };
}
