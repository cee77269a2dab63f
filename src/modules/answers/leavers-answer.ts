import { type Money, moneyText, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import type { StillPayingFor } from '../licensing/index.ts';
import type { Answer } from './answer.ts';
import { cartLink, loweredTotals } from './cart-link.ts';
import { countOf, listOf, paragraph, someOf } from './sentence.ts';

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
      'Hiding an employee ends their sign-in and frees their licenses, but it never lowers what ' +
        'you pay for: you lower the license totals yourself, in Billing Account Details.',
      hidden.length > 0 &&
        `${countOf(hidden.length, 'employee is', 'employees are')} hidden: ${someOf(hidden)}.`,
      leftover.length === 0
        ? 'Right now every license you pay for is held by somebody, or its total is about to be ' +
            'lowered.'
        : `You still pay for ${listOf(leftover.map(sayLeftover))}.`,
      lowerable.length > 0 &&
        `Lowering ${lowerable.length === 1 ? 'it' : 'them'} before ${lowerable[0]?.from} saves ` +
          `${sayMoney(saves)} a month from then on.`,
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
  return `${one.total} ${one.name} of which ${one.assigned} are held`;
}

function sayKept(one: StillPayingFor): string {
  return (
    `${one.name} cannot be lower than the contract's ${one.floor} before ${one.from}` +
    `${one.contractEndsOn === undefined ? '' : ` (the contract runs to ${one.contractEndsOn})`}.`
  );
}

function lowerAll(lowerable: readonly StillPayingFor[], saves: Money, link: string): Remedy {
  const totals = lowerable.map(({ name, couldBe }) => `${name} to ${couldBe}`);
  return {
    action: 'lower_totals',
    label: `Lower ${listOf(totals)}, save ${sayMoney(saves)} a month`,
    link,
  };
}
