import { type Money, moneyText, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import { listOf, paragraph, someOf } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import type { StillPayingFor } from '../licensing/index.ts';
import type { Answer } from './answer.ts';
import { cartLink, loweredTotals } from './cart-link.ts';

export interface LeaversFacts {
  /** Types that are paid for beyond what anybody holds. */
  readonly leftover: readonly StillPayingFor[];
  /** The same as the API shows them. */
  readonly leftoverTexts: readonly object[];
  /** Names of the hidden employees who held licenses of this account. */
  readonly hidden: readonly string[];
  /** What lowering all of them saves a month, by the plan of that order. */
  readonly saves: Money;
  readonly link: string;
}

/** “I’m dropping several users, what do I need to do to not get billed for them?” */
export function howToStopPayingForLeavers(facts: LeaversFacts): Answer {
  const { leftover, hidden, saves, link } = facts;
  const lowerable = leftover.filter((one) => one.couldBe < one.total);
  return {
    question: 'how-to-stop-paying-for-leavers',
    answer: paragraph(
      say(
        'Hiding an employee ends their sign-in and frees their licenses, but it never lowers what you pay for: you lower the license totals yourself, in Billing Account Details.',
      ),
      hidden.length > 0 &&
        say('{count, plural, one {# employee is} other {# employees are}} hidden: {names}.', {
          count: hidden.length,
          names: someOf(hidden),
        }),
      leftover.length === 0
        ? say(
            'Right now every license you pay for is held by somebody, or its total is about to be lowered.',
          )
        : say('You still pay for {licenses}.', { licenses: listOf(leftover.map(sayLeftover)) }),
      lowerable.length > 0 &&
        say(
          '{count, plural, one {Lowering it before {from} saves} other {Lowering them before {from} saves}} {saves} a month from then on.',
          { count: lowerable.length, from: lowerable[0]?.from ?? '', saves: sayMoney(saves) },
        ),
      ...leftover.filter((one) => one.couldBe >= one.total).map(sayKept),
    ),
    facts: {
      hidden_employees: hidden,
      still_paying_for: facts.leftoverTexts,
      saves_per_month: moneyText(saves),
    },
    remedies:
      lowerable.length === 0
        ? []
        : [lowerAll(lowerable, saves, cartLink(link, loweredTotals(lowerable)))],
  };
}

function sayLeftover(one: StillPayingFor): string {
  const { total, name, assigned } = one;
  return say('{total} {name} of which {assigned} are held', { total, name, assigned });
}

function sayKept(one: StillPayingFor): string {
  const { name, floor, from, contractEndsOn } = one;
  const values = { name, floor, from };
  return contractEndsOn === undefined
    ? say("{name} cannot be lower than the contract's {floor} before {from}.", values)
    : say(
        "{name} cannot be lower than the contract's {floor} before {from} (the contract runs to {contractEndsOn}).",
        { ...values, contractEndsOn },
      );
}

function lowerAll(lowerable: readonly StillPayingFor[], saves: Money, link: string): Remedy {
  const totals = lowerable.map(({ name, couldBe }) =>
    say('{name} to {couldBe}', { name, couldBe }),
  );
  return {
    action: 'lower_totals',
    label: say('Lower {totals}, save {saves} a month', {
      totals: listOf(totals),
      saves: sayMoney(saves),
    }),
    link,
  };
}
