import { buyMinutesRemedy } from '../../kernel/buy-minutes.ts';
import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { type Money, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import type { StillPayingFor } from '../licensing/index.ts';
import { cartLink, loweredTotals } from './cart-link.ts';
import { listOf, sayInstant } from './sentence.ts';

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
        message: `${name} goes from ${total} to ${to} on ${effectiveOn}.`,
        remedies: [{ action: 'undo_decrease', label: `Keep ${total}`, link: facts.link }],
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
      ? 'This billing account is closed.'
      : 'This billing account is suspended: nothing new is admitted until what is owed is paid.',
    remedies: isClosed ? [] : [{ action: 'pay', label: 'Pay now', link: `${link}#invoices` }],
  };
}

function owedAlert({ owed, link, standing, suspendsOn, today }: AlertFacts): Alert | undefined {
  if (owed.micros <= 0n) return undefined;
  const isNear = suspendsOn !== undefined && suspendsOn <= addDays(today, SUSPENSION_DAYS);
  const otherwise =
    isNear && standing === 'good'
      ? ` Unless it is paid, the account is suspended on ${suspendsOn}.`
      : '';
  return {
    code: 'invoice_unpaid',
    level: 'warning',
    message: `${sayMoney(owed)} of invoices is not paid yet.${otherwise}`,
    remedies: [{ action: 'pay', label: 'See invoices', link: `${link}#invoices` }],
  };
}

function minutesAlert(facts: AlertFacts): Alert | undefined {
  const { available, runOutOn, today, link } = facts;
  const remedies = [buyMinutesRemedy(link, available)];
  if (available.micros < 0n) {
    const message = `The dialer minutes are ${sayMoney(available)}: no call is connected.`;
    return { code: 'minutes_used_up', level: 'critical', message, remedies };
  }
  if (runOutOn === undefined || runOutOn > addDays(today, RUN_OUT_DAYS)) return undefined;
  const message = `At the usual pace the dialer minutes run out on ${runOutOn}.`;
  return { code: 'minutes_run_out', level: 'warning', message, remedies };
}

function rechargeAlert({ recharge, link }: AlertFacts): Alert | undefined {
  const { stopped, failures, retryAt, capReached } = recharge;
  const setAgain = { action: 'set_recharge', label: 'Set it again', link: `${link}#minutes` };
  if (stopped !== undefined) {
    const message = `Automatic recharge has stopped: ${stopped}.`;
    return { code: 'recharge_stopped', level: 'warning', message, remedies: [setAgain] };
  }
  if (failures > 0) {
    const times = failures === 1 ? 'The last automatic recharge' : `${failures} recharges in a row`;
    const retry = retryAt === undefined ? '' : ` It is tried again at ${sayInstant(retryAt)}.`;
    return {
      code: 'recharge_failed',
      level: 'warning',
      message: `${times} failed, so no minutes were bought.${retry}`,
      remedies: [addFundingSource(link), setAgain],
    };
  }
  if (capReached === undefined) return undefined;
  const cap = sayMoney(capReached);
  return {
    code: 'recharge_cap_reached',
    level: 'warning',
    message: `The minutes are low, and one more recharge would pass this period's cap of ${cap}.`,
    remedies: [
      { action: 'set_recharge', label: 'Raise the cap', link: `${link}#minutes` },
      { action: 'buy_minutes', label: 'Buy dialer minutes', link: `${link}/cart?minutes=100.00` },
    ],
  };
}

function addFundingSource(link: string): Remedy {
  return {
    action: 'add_funding_source',
    label: 'Add a funding source',
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
    message: `You pay for ${listOf(types)} that nobody holds.`,
    remedies:
      lowerable.length === 0
        ? []
        : [
            {
              action: 'lower_totals',
              label: 'Lower the totals',
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
    message:
      `${listOf(storageOver)} ${storageOver.length === 1 ? 'is' : 'are'} over the free ` +
      `allowance; ${sayMoney(storageFee)} is projected for this period.`,
    remedies: [{ action: 'purge', label: 'See how to get below', link: `${link}#storage` }],
  };
}

function storageNearAlert({ storageNear, link }: AlertFacts): Alert | undefined {
  if (storageNear.length === 0) return undefined;
  return {
    code: 'storage_near',
    level: 'info',
    message:
      `${listOf(storageNear)} ${storageNear.length === 1 ? 'has' : 'have'} filled four fifths of ` +
      'the free allowance; nothing is charged yet.',
    remedies: [{ action: 'purge', label: 'See what fills it', link: `${link}#storage` }],
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
          ? `${label} expired on ${expiresOn}; what it would pay is declined.`
          : `${label} expires on ${expiresOn}; add the new one before it is charged again.`,
      remedies: [addFundingSource(link)],
      about: `${id}/${expiresOn}`,
    }));
}

function contractAlert({ contract, today }: AlertFacts): Alert | undefined {
  if (contract === undefined) return undefined;
  const { endsOn, renews, floors } = contract;
  const isNear = endsOn <= addDays(today, CONTRACT_END_DAYS);
  const least = floors.length === 0 ? '' : ` for at least ${listOf(floors)}`;
  const end = renews ? 'renews' : 'ends';
  return {
    code: isNear ? 'contract_ends' : 'contract_floor',
    level: isNear ? 'warning' : 'info',
    message: `A contract${least} is in force; it ${end} on ${endsOn}.`,
    about: endsOn,
    remedies: [],
  };
}
