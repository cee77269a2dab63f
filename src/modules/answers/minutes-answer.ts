import { buyMinutesRemedy } from '../../kernel/buy-minutes.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import { type Money, moneyText, sayMoney } from '../../kernel/money.ts';
import type { Answer } from './answer.ts';
import { countOf, paragraph, sayInstant } from './sentence.ts';

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
      `Your dialer minutes balance is ${sayMoney(balance)}${sayMinutes(facts)}.`,
      held.micros > 0n &&
        `${sayMoney(held)} of it is held for calls under way; ${sayMoney(available)} is available.`,
      lastPurchase &&
        `Your last purchase of ${sayMoney(lastPurchase.amount)} is on it since ` +
          `${sayInstant(lastPurchase.at)}, which made it ${sayMoney(lastPurchase.balanceAfter)}.`,
      pendingPurchases.micros > 0n &&
        `Another ${sayMoney(pendingPurchases)} is on its way and counts as soon as the payment ` +
          'has gone through.',
      lastPurchase === undefined &&
        pendingPurchases.micros === 0n &&
        'No minutes have been bought on this billing account yet.',
      balance.micros < 0n &&
        'Below zero no call is connected; the next purchase fills the balance first.',
      runOutOn !== undefined &&
        !isUsedUp &&
        `At your average of ${sayMoney(facts.averageDailyUsage)} a day it lasts to ${runOutOn}.`,
      'The current balance is always shown in Billing Information.',
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
              label: 'Have minutes bought automatically',
              link: `${facts.link}#minutes`,
            },
          ]
        : []),
    ],
  };
}

function sayMinutes({ minutesAtBaseRate }: MinutesFacts): string {
  if (minutesAtBaseRate === undefined) return '';
  return `, which is ${countOf(minutesAtBaseRate, 'whole minute')} at the base rate`;
}
