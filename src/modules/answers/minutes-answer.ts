import { buyMinutesRemedy } from '../../kernel/buy-minutes.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { type Money, moneyText, sayMoney } from '../../kernel/money.ts';
import { paragraph, sayInstant } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import type { Answer } from './answer.ts';

export interface MinutesFacts {
  readonly balance: Money;
  readonly held: Money;
  readonly available: Money;
  /** Bought, and not charged for yet. */
  readonly pendingPurchases: Money;
  /** Whole minutes that `available` buys at the base rate; undefined where that has no price. */
  readonly minutesAtBaseRate: number | undefined;
  readonly averageDailyUsage: Money;
  readonly runOutOn: LocalDate | undefined;
  readonly lastPurchase:
    | { readonly amount: Money; readonly at: Date; readonly balanceAfter: Money }
    | undefined;
  readonly rechargeMode: 'off' | 'usage_based' | 'fixed';
  readonly link: string;
}

/** “I just bought another $100.00 worth of dialer minutes. How do I know they are there?” */
export function whereAreMyMinutes(facts: MinutesFacts): Answer {
  const { balance, held, available, pendingPurchases, lastPurchase, runOutOn } = facts;
  const isUsedUp = available.micros <= 0n;
  return {
    question: 'where-are-my-minutes',
    answer: paragraph(
      sayBalance(facts),
      held.micros > 0n &&
        say('{held} of it is held for calls under way; {available} is available.', {
          held: sayMoney(held),
          available: sayMoney(available),
        }),
      lastPurchase &&
        say('Your last purchase of {amount} is on it since {at}, which made it {balanceAfter}.', {
          amount: sayMoney(lastPurchase.amount),
          at: sayInstant(lastPurchase.at),
          balanceAfter: sayMoney(lastPurchase.balanceAfter),
        }),
      pendingPurchases.micros > 0n &&
        say('Another {amount} is on its way and counts as soon as the payment has gone through.', {
          amount: sayMoney(pendingPurchases),
        }),
      lastPurchase === undefined &&
        pendingPurchases.micros === 0n &&
        say('No minutes have been bought on this billing account yet.'),
      balance.micros < 0n &&
        say('Below zero no call is connected; the next purchase fills the balance first.'),
      runOutOn !== undefined &&
        !isUsedUp &&
        say('At your average of {usage} a day it lasts to {runOutOn}.', {
          usage: sayMoney(facts.averageDailyUsage),
          runOutOn,
        }),
      say('The current balance is always shown in Billing Information.'),
    ),
    facts: {
      balance: moneyText(balance),
      held: moneyText(held),
      available: moneyText(available),
      pending_purchases: moneyText(pendingPurchases),
      minutes_at_base_rate: facts.minutesAtBaseRate ?? null,
      average_daily_usage: moneyText(facts.averageDailyUsage),
      run_out_on: runOutOn ?? null,
      last_purchase:
        lastPurchase === undefined
          ? null
          : {
              amount: moneyText(lastPurchase.amount),
              at: lastPurchase.at.toISOString(),
              balance_after: moneyText(lastPurchase.balanceAfter),
            },
      recharge: facts.rechargeMode,
    },
    remedies: [
      buyMinutesRemedy(facts.link, facts.available),
      ...(facts.rechargeMode === 'off'
        ? [
            {
              action: 'set_recharge',
              label: say('Have minutes bought automatically'),
              link: `${facts.link}#minutes`,
            },
          ]
        : []),
    ],
  };
}

function sayBalance({ balance, minutesAtBaseRate: minutes }: MinutesFacts): string {
  return minutes === undefined
    ? say('Your dialer minutes balance is {balance}.', { balance: sayMoney(balance) })
    : say(
        'Your dialer minutes balance is {balance}, which is {minutes, plural, one {# whole minute} other {# whole minutes}} at the base rate.',
        { balance: sayMoney(balance), minutes },
      );
}
