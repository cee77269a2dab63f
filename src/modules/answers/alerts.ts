import { buyMinutesRemedy } from '../../kernel/buy-minutes.ts';
import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { type Money, sayMoney } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import type { StillPayingFor } from '../licensing/index.ts';
import { cartLink, loweredTotals } from './cart-link.ts';
import { listOf } from './sentence.ts';

/** `critical`: something is refused now. `warning`: money is wasted, or soon something will be. */
export type AlertLevel = 'critical' | 'warning' | 'info';

export interface Alert {
  /** A stable name, such as `minutes_run_out`. */
  readonly code: string;
  readonly level: AlertLevel;
  /** One sentence for a person. */
  readonly message: string;
  readonly remedies: readonly Remedy[];
}

/** What an account's alerts follow from. */
export interface AlertFacts {
  readonly today: LocalDate;
  readonly standing: 'good' | 'suspended' | 'closed';
  readonly available: Money;
  readonly runOutOn: LocalDate | undefined;
  readonly rechargeStopped: string | undefined;
  readonly owed: Money;
  readonly leftover: readonly StillPayingFor[];
  readonly pending: readonly {
    readonly name: string;
    readonly total: number;
    readonly to: number;
    readonly effectiveOn: LocalDate;
  }[];
  readonly storageFee: Money;
  readonly storageOver: readonly string[];
  readonly contract:
    | { readonly endsOn: LocalDate; readonly renews: boolean; readonly floors: readonly string[] }
    | undefined;
  readonly link: string;
}

/** Minutes that run out within a week are worth a word; later is no news. */
const RUN_OUT_DAYS = 7;
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
    contractAlert(facts),
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

function owedAlert({ owed, link }: AlertFacts): Alert | undefined {
  if (owed.micros <= 0n) return undefined;
  return {
    code: 'invoice_unpaid',
    level: 'warning',
    message: `${sayMoney(owed)} of invoices is not paid yet.`,
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

function rechargeAlert({ rechargeStopped, link }: AlertFacts): Alert | undefined {
  if (rechargeStopped === undefined) return undefined;
  return {
    code: 'recharge_stopped',
    level: 'warning',
    message: `Automatic recharge has stopped: ${rechargeStopped}.`,
    remedies: [{ action: 'set_recharge', label: 'Set it again', link: `${link}#minutes` }],
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
    remedies: [],
  };
}
