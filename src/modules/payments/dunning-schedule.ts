import { assert } from '../../kernel/assert.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/calendar.ts';
import { say } from '../../kernel/words/say.ts';

/** When a payment that failed is tried again, reminded of, and ends in suspension. */
export interface DunningSchedule {
  /** Counts from 1. */
  readonly version: number;
  /** Days after an invoice became past due on which funding sources are charged, ascending. */
  readonly retryDays: readonly number[];
  /** Days after it on which a reminder is told, ascending. */
  readonly noticeDays: readonly number[];
  /** Days after the last retry until the account is suspended; 1 at least. */
  readonly graceDays: number;
  /** A UTC day; null: from its publication. */
  readonly effectiveOn: LocalDate | null;
  readonly publishedAt: Date;
}

/** As the operator sets it. */
export type DunningRules = Pick<DunningSchedule, 'retryDays' | 'noticeDays' | 'graceDays'>;

/** Nobody waits a year for money that was due. */
export const DUNNING_DAYS_MAX = 365;

/** The version in force on `day`: the newest that has taken effect. */
export function scheduleOn(versions: readonly DunningSchedule[], day: LocalDate): DunningSchedule {
  const effective = versions.filter(
    ({ effectiveOn }) => effectiveOn === null || effectiveOn <= day,
  );
  const newest = effective.reduce<DunningSchedule | undefined>(
    (best, one) => (best === undefined || takesOver(one, best) ? one : best),
    undefined,
  );
  assert(newest !== undefined, 'a schedule without an effective date is shipped');
  return newest;
}

/** The later effective day wins; published later wins where both have the same, or none. */
function takesOver(one: DunningSchedule, best: DunningSchedule): boolean {
  const from = one.effectiveOn ?? '';
  const bestFrom = best.effectiveOn ?? '';
  return from === bestFrom ? one.version > best.version : from > bestFrom;
}

/** The first day on which the account is suspended for an invoice past due since `since`. */
export function suspensionDay(rules: DunningRules, since: LocalDate): LocalDate {
  return addDays(since, (rules.retryDays.at(-1) ?? 0) + rules.graceDays);
}

/** The next day on which funding sources are tried, after `today`; undefined after the last. */
export function nextRetryDay(
  rules: DunningRules,
  since: LocalDate,
  today: LocalDate,
): LocalDate | undefined {
  return nextDay(rules.retryDays, since, daysBetween(since, today) + 1);
}

/** The next day of a reminder from `day` on; undefined after the last. */
export function nextNoticeDay(
  rules: DunningRules,
  since: LocalDate,
  day: LocalDate,
): LocalDate | undefined {
  return nextDay(rules.noticeDays, since, daysBetween(since, day));
}

function nextDay(
  days: readonly number[],
  since: LocalDate,
  daysMin: number,
): LocalDate | undefined {
  const next = days.find((day) => day >= daysMin);
  return next === undefined ? undefined : addDays(since, next);
}

/** Why a schedule cannot be, and which field is at fault; undefined where it can. */
export function scheduleFault(
  rules: DunningRules,
): { readonly pointer: string; readonly message: string } | undefined {
  const { retryDays, noticeDays } = rules;
  for (const [name, days] of Object.entries({ retry_days: retryDays, notice_days: noticeDays })) {
    const isAscending = days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0));
    if (!isAscending) {
      return { pointer: `/${name}`, message: say('The days must ascend, each named once.') };
    }
  }
  if (retryDays[0] !== 0) {
    return {
      pointer: '/retry_days',
      message: say('The first attempt is the day on which an invoice falls due: begin with 0.'),
    };
  }
  return undefined;
}
