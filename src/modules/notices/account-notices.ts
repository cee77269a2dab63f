import { addDays, daysBetween, type LocalDate } from '../../kernel/calendar.ts';
import { compare, type Money, sayMoney } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { paragraph } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import type { Alert } from '../answers/index.ts';
import type { NewNotice } from './notice.ts';
import { isNoticeKind, type NoticeKind } from './notice-kind.ts';

/** What an account's notices follow from, besides what has happened to it. */
export interface AccountNoticeFacts {
  readonly today: LocalDate;
  readonly period: Period;
  /** How many days before a renewal it is spoken of. */
  readonly daysBeforeRenewal: number;
  readonly alerts: readonly Alert[];
  /** What the next renewal would charge, were it today. */
  readonly upcomingTotal: Money;
  readonly link: string;
}

/** The alerts that are only worth a notice while something can be done before the renewal. */
const BEFORE_RENEWAL: ReadonlySet<NoticeKind> = new Set(['paid_but_unassigned']);

/** What an account is to be told as it stands; each once in its billing period. */
export function accountNotices(facts: AccountNoticeFacts): NewNotice[] {
  const { period, today, alerts } = facts;
  const isNear = isNearRenewal(facts);
  const told = alerts.flatMap(({ code, message, remedies, about }): NewNotice[] => {
    if (!isNoticeKind(code) || (BEFORE_RENEWAL.has(code) && !isNear)) return [];
    return [{ kind: code, key: about ?? period.start, message, remedies }];
  });
  if (!isNear || compare(facts.upcomingTotal, { ...facts.upcomingTotal, micros: 0n }) <= 0) {
    return told;
  }
  return [...told, renewalNotice(facts, daysBetween(today, period.end))];
}

function isNearRenewal({ today, period, daysBeforeRenewal }: AccountNoticeFacts): boolean {
  return today >= addDays(period.end, -daysBeforeRenewal);
}

export function renewalNotice(
  { period, upcomingTotal, link }: Pick<AccountNoticeFacts, 'period' | 'upcomingTotal' | 'link'>,
  days: number,
): NewNotice {
  const amount = sayMoney(upcomingTotal);
  return {
    kind: 'renewal_coming',
    key: period.end,
    message: paragraph(
      days === 1
        ? say('The next renewal is tomorrow, on {end}.', { end: period.end })
        : say('The next renewal is in {days} days, on {end}.', { days, end: period.end }),
      say(
        'As things stand it charges {amount}, taxes included. Totals can be lowered until the day before.',
        { amount },
      ),
    ),
    figures: [
      { label: say('Renewal on'), value: period.end },
      { label: say('Amount'), value: amount },
    ],
    remedies: [{ action: 'review_licenses', label: say('Review the licenses'), link }],
  };
}

/** A look that is due by itself, as days of the account's calendar; undefined for none. */
export interface LookDays {
  readonly period: Period;
  readonly daysBeforeRenewal: number;
  /** The last day of the contract in force, and how long before it is spoken of. */
  readonly contractEndsOn: LocalDate | undefined;
  readonly daysBeforeContractEnd: number;
  readonly cardsExpireOn: readonly LocalDate[];
  readonly daysBeforeCardExpires: number;
}

/** The next local day after `today` on which something may have to be told by itself. */
export function nextLookDay(days: LookDays, today: LocalDate): LocalDate {
  const { period, daysBeforeRenewal, contractEndsOn } = days;
  const beforeRenewal = addDays(period.end, -daysBeforeRenewal);
  const candidates = [
    beforeRenewal,
    // The notice of this renewal has been looked for: the next thing is the period after it.
    period.end,
    ...(contractEndsOn === undefined ? [] : [addDays(contractEndsOn, -days.daysBeforeContractEnd)]),
  ];
  candidates.push(...days.cardsExpireOn.map((day) => addDays(day, -days.daysBeforeCardExpires)));
  return candidates
    .filter((day) => day > today)
    .reduce((left, right) => (left < right ? left : right));
}
