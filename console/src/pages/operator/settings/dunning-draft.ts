import type { Schemas } from '@tollkeeper/sdk';
import { addDays } from '../../../api/time.ts';
import { say } from '../../../words/say.ts';
import type { Difference } from '../catalog/kinds.ts';

export type Schedule = Schemas['DunningSchedule'];

/** A schedule as it is being typed: days after an invoice became past due, such as `0, 3, 5`. */
export interface DunningDraft {
  readonly retryDays: string;
  readonly noticeDays: string;
  readonly graceDays: number;
  readonly effectiveOn: string;
}

export function dunningDraft(from: Schedule | undefined): DunningDraft {
  return {
    retryDays: from?.retry_days.join(', ') ?? '0',
    noticeDays: from?.notice_days.join(', ') ?? '',
    graceDays: from?.grace_days ?? 1,
    effectiveOn: '',
  };
}

export interface Rules {
  readonly retry_days: number[];
  readonly notice_days: number[];
  readonly grace_days: number;
}

/** What the texts say; undefined where one is no list of days. */
export function rulesOf({ retryDays, noticeDays, graceDays }: DunningDraft): Rules | undefined {
  const retry = daysIn(retryDays);
  const notice = daysIn(noticeDays);
  if (retry === undefined || notice === undefined || retry.length === 0) return undefined;
  return { retry_days: retry, notice_days: notice, grace_days: graceDays };
}

/** `0, 3, 5` as numbers; undefined where something else stands among them. */
export function daysIn(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  return parts.every((part) => /^\d{1,3}$/.test(part)) ? parts.map(Number) : undefined;
}

export interface DunningDay {
  readonly day: string;
  readonly after: number;
  readonly happens: readonly string[];
  readonly isEnd: boolean;
}

/** What an invoice that nobody pays would live through, day by day from when it is past due. */
export function courseOf(rules: Rules, since: string): DunningDay[] {
  const end = Math.max(0, ...rules.retry_days) + rules.grace_days;
  const days = [...new Set([...rules.retry_days, ...rules.notice_days, end])];
  return days
    .sort((left, right) => left - right)
    .map((after) => ({
      day: addDays(since, after),
      after,
      isEnd: after === end,
      happens: [
        ...(rules.retry_days.includes(after) ? [say('charged')] : []),
        ...(rules.notice_days.includes(after) ? [say('reminded')] : []),
        ...(after === end ? [say('suspended')] : []),
      ],
    }));
}

export function dunningDifferences(before: Rules | undefined, after: Rules): Difference[] {
  const rows: readonly Difference[] = [
    {
      label: say('Charged on'),
      before: sayDays(before?.retry_days),
      after: sayDays(after.retry_days),
    },
    {
      label: say('Reminded on'),
      before: sayDays(before?.notice_days),
      after: sayDays(after.notice_days),
    },
    { label: say('Suspended on'), before: sayEnd(before), after: sayEnd(after) },
  ];
  return rows.filter((row) => row.before !== row.after);
}

function sayDays(days: readonly number[] | undefined): string {
  if (days === undefined || days.length === 0) return say('no day');
  return say('day {days}', { days: days.join(', ') });
}

function sayEnd(rules: Rules | undefined): string {
  if (rules === undefined) return say('no day');
  return say('day {days}', { days: Math.max(0, ...rules.retry_days) + rules.grace_days });
}
