import { buyMinutesRemedy } from '../../kernel/buy-minutes.ts';
import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { type Money, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import { listOf, paragraph, sayInstant } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import { sayName } from '../../kernel/words/shipped-name.ts';
import type { StillPayingFor } from '../licensing/index.ts';
import { cartLink, loweredTotals } from './cart-link.ts';

/** `critical`: something is refused now. `warning`: money is wasted, or soon something will be. */
export type AlertLevel = 'critical' | 'warning' | 'info';

export interface Alert {
  /** A stable name, such as `minutes_run_out`. */
  readonly code: string;
  readonly level: AlertLevel;
  /** One sentence for a person. */
  readonly message: string;
  readonly remedies: readonly Remedy[];
  /** Which one of its kind it is, where there may be several in one billing period. */
  readonly about?: string;
}

/** What an account's alerts follow from. */
export interface AlertFacts {
  readonly today: LocalDate;
  readonly standing: 'good' | 'suspended' | 'closed';
  readonly available: Money;
  readonly runOutOn: LocalDate | undefined;
  readonly recharge: {
    /** Why it was stopped until it is set again. */
    readonly stopped: string | undefined;
    /** How many have failed in a row, and when the next one is tried. */
    readonly failures: number;
    readonly retryAt: Date | undefined;
    /** What one more would pass, where one is wanted. */
    readonly capReached: Money | undefined;
  };
  readonly owed: Money;
  /** The local day on which the account is suspended for it, where nothing is paid until then. */
  readonly suspendsOn?: LocalDate | undefined;
  readonly leftover: readonly StillPayingFor[];
  readonly pending: readonly {
    readonly name: string;
    readonly total: number;
    readonly to: number;
    readonly effectiveOn: LocalDate;
  }[];
  readonly storageFee: Money;
  /** Meters above their allowance, and those that have filled four fifths of it. */
  readonly storageOver: readonly string[];
  readonly storageNear: readonly string[];
  /** What can be charged and has a last day, such as a card. */
  readonly cards: readonly {
    readonly id: string;
    readonly label: string;
    readonly expiresOn: LocalDate;
  }[];
  readonly contract:
    | { readonly endsOn: LocalDate; readonly renews: boolean; readonly floors: readonly string[] }
    | undefined;
  readonly link: string;
}

/** Minutes that run out within a week are worth a word; later is no news. */
const RUN_OUT_DAYS = 7;
/** From the day on which a payment failed, as the shipped schedule has it. */
const SUSPENSION_DAYS = 14;
/** A month is time enough to get a new card. */
const CARD_DAYS = 30;
/** Two billing periods' notice that a contract ends. */
const CONTRACT_END_DAYS = 60;

/** What somebody who looks after the account should know now, the gravest first. */
export function alertsOf(facts: AlertFacts): Alert[] {
  const alerts = [
    standingAlert(facts),
    owedAlert(facts),
    minutesAlert(facts),
    rechargeAlert(facts),
    leftoverAlert(facts),
    storageAlert(facts),
    storageNearAlert(facts),
    contractAlert(facts),
    ...cardAlerts(facts),
    ...facts.pending.map(
      ({ name, total, to, effectiveOn }): Alert => ({
        code: 'pending_decrease',
        level: 'info',
        message: say('{name} goes from {total} to {to} on {effectiveOn}.', {
          name,
          total,
          to,
          effectiveOn,
        }),
        remedies: [
          { action: 'undo_decrease', label: say('Keep {total}', { total }), link: facts.link },
        ],
      }),
    ),
  ].filter((alert) => alert !== undefined);
  const order: readonly AlertLevel[] = ['critical', 'warning', 'info'];
  return alerts.sort((left, right) => order.indexOf(left.level) - order.indexOf(right.level));
}

function standingAlert({ standing, link }: AlertFacts): Alert | undefined {
  if (standing === 'good') return undefined;
  const isClosed = standing === 'closed';
  return {
    code: isClosed ? 'account_closed' : 'account_suspended',
    level: isClosed ? 'info' : 'critical',
    message: isClosed
      ? say('This billing account is closed.')
      : say(
          'This billing account is suspended: nothing new is admitted until what is owed is paid.',
        ),
    remedies: isClosed ? [] : [{ action: 'pay', label: say('Pay now'), link: `${link}#invoices` }],
  };
}

function owedAlert({ owed, link, standing, suspendsOn, today }: AlertFacts): Alert | undefined {
  if (owed.micros <= 0n) return undefined;
  const isNear = suspendsOn !== undefined && suspendsOn <= addDays(today, SUSPENSION_DAYS);
  return {
    code: 'invoice_unpaid',
    level: 'warning',
    message: paragraph(
      say('{owed} of invoices is not paid yet.', { owed: sayMoney(owed) }),
      isNear &&
        standing === 'good' &&
        say('Unless it is paid, the account is suspended on {suspendsOn}.', { suspendsOn }),
    ),
    remedies: [{ action: 'pay', label: say('See invoices'), link: `${link}#invoices` }],
  };
}

function minutesAlert(facts: AlertFacts): Alert | undefined {
  const { available, runOutOn, today, link } = facts;
  const remedies = [buyMinutesRemedy(link, available)];
  if (available.micros < 0n) {
    const message = say('The dialer minutes are {available}: no call is connected.', {
      available: sayMoney(available),
    });
    return { code: 'minutes_used_up', level: 'critical', message, remedies };
  }
  if (runOutOn === undefined || runOutOn > addDays(today, RUN_OUT_DAYS)) return undefined;
  const message = say('At the usual pace the dialer minutes run out on {runOutOn}.', { runOutOn });
  return { code: 'minutes_run_out', level: 'warning', message, remedies };
}

function rechargeAlert({ recharge, link }: AlertFacts): Alert | undefined {
  const { stopped, failures, retryAt, capReached } = recharge;
  const setAgain = { action: 'set_recharge', label: say('Set it again'), link: `${link}#minutes` };
  if (stopped !== undefined) {
    const message = say('Automatic recharge has stopped: {stopped}.', { stopped });
    return { code: 'recharge_stopped', level: 'warning', message, remedies: [setAgain] };
  }
  if (failures > 0) {
    return {
      code: 'recharge_failed',
      level: 'warning',
      message: paragraph(
        failures === 1
          ? say('The last automatic recharge failed, so no minutes were bought.')
          : say('{failures} recharges in a row failed, so no minutes were bought.', { failures }),
        retryAt && say('It is tried again at {retryAt}.', { retryAt: sayInstant(retryAt) }),
      ),
      remedies: [addFundingSource(link), setAgain],
    };
  }
  if (capReached === undefined) return undefined;
  return {
    code: 'recharge_cap_reached',
    level: 'warning',
    message: say(
      "The minutes are low, and one more recharge would pass this period's cap of {cap}.",
      { cap: sayMoney(capReached) },
    ),
    remedies: [
      { action: 'set_recharge', label: say('Raise the cap'), link: `${link}#minutes` },
      {
        action: 'buy_minutes',
        label: say('Buy dialer minutes'),
        link: `${link}/cart?minutes=100.00`,
      },
    ],
  };
}

function addFundingSource(link: string): Remedy {
  return {
    action: 'add_funding_source',
    label: say('Add a funding source'),
    link: `${link}#funding-sources`,
  };
}

function leftoverAlert({ leftover, link }: AlertFacts): Alert | undefined {
  if (leftover.length === 0) return undefined;
  const types = leftover.map(({ name, total, assigned }) => `${total - assigned} ${name}`);
  const lowerable = leftover.filter(({ couldBe, total }) => couldBe < total);
  return {
    code: 'paid_but_unassigned',
    level: 'warning',
    message: say('You pay for {licenses} that nobody holds.', { licenses: listOf(types) }),
    remedies:
      lowerable.length === 0
        ? []
        : [
            {
              action: 'lower_totals',
              label: say('Lower the totals'),
              link: cartLink(link, loweredTotals(lowerable)),
            },
          ],
  };
}

function storageAlert({ storageFee, storageOver, link }: AlertFacts): Alert | undefined {
  if (storageOver.length === 0) return undefined;
  return {
    code: 'storage_over',
    level: 'warning',
    message: say(
      '{count, plural, one {{meters} is over} other {{meters} are over}} the free allowance; {fee} is projected for this period.',
      {
        count: storageOver.length,
        meters: listOf(storageOver.map(sayName)),
        fee: sayMoney(storageFee),
      },
    ),
    remedies: [{ action: 'purge', label: say('See how to get below'), link: `${link}#storage` }],
  };
}

function storageNearAlert({ storageNear, link }: AlertFacts): Alert | undefined {
  if (storageNear.length === 0) return undefined;
  return {
    code: 'storage_near',
    level: 'info',
    message: say(
      '{count, plural, one {{meters} has filled} other {{meters} have filled}} four fifths of the free allowance; nothing is charged yet.',
      { count: storageNear.length, meters: listOf(storageNear.map(sayName)) },
    ),
    remedies: [{ action: 'purge', label: say('See what fills it'), link: `${link}#storage` }],
  };
}

function cardAlerts({ cards, today, link }: AlertFacts): Alert[] {
  return cards
    .filter(({ expiresOn }) => expiresOn <= addDays(today, CARD_DAYS))
    .map(({ id, label, expiresOn }) => ({
      code: 'card_expires',
      level: 'warning',
      message:
        expiresOn < today
          ? say('{label} expired on {expiresOn}; what it would pay is declined.', {
              label,
              expiresOn,
            })
          : say('{label} expires on {expiresOn}; add the new one before it is charged again.', {
              label,
              expiresOn,
            }),
      remedies: [addFundingSource(link)],
      about: `${id}/${expiresOn}`,
    }));
}

function contractAlert({ contract, today }: AlertFacts): Alert | undefined {
  if (contract === undefined) return undefined;
  const { endsOn, renews, floors } = contract;
  const isNear = endsOn <= addDays(today, CONTRACT_END_DAYS);
  return {
    code: isNear ? 'contract_ends' : 'contract_floor',
    level: isNear ? 'warning' : 'info',
    message: sayContract(endsOn, renews, floors),
    about: endsOn,
    remedies: [],
  };
}

function sayContract(endsOn: LocalDate, renews: boolean, floors: readonly string[]): string {
  if (floors.length === 0) {
    return renews
      ? say('A contract is in force; it renews on {endsOn}.', { endsOn })
      : say('A contract is in force; it ends on {endsOn}.', { endsOn });
  }
  const values = { floors: listOf(floors), endsOn };
  return renews
    ? say('A contract for at least {floors} is in force; it renews on {endsOn}.', values)
    : say('A contract for at least {floors} is in force; it ends on {endsOn}.', values);
}
