import { addDays, localDateAt } from '../../kernel/calendar.ts';
import { type BillingAccount, dayStart } from '../accounts/index.ts';
import { suspensionDay } from '../payments/index.ts';
import type { Comparison } from './difference.ts';

/** How an invoice is being dunned, as it stands, and what followed what. */
export interface DunningFigures {
  readonly invoice: string;
  readonly state: string;
  readonly pastDueOn: string;
  readonly suspendsAt: Date;
  readonly outstanding: bigint;
  readonly retryDays: readonly number[];
  readonly noticeDays: readonly number[];
  readonly graceDays: number;
  /** In the order of their sequence. */
  readonly changes: readonly DunningStep[];
}

export interface DunningStep {
  readonly from: string;
  readonly event: string;
  readonly to: string;
  readonly suspendsAt: Date;
  readonly at: Date;
}

/** What the account's row and the last entry of its standing's history say. */
export interface StandingFigures {
  readonly unpaidSuspendsAt: Date | null;
  readonly unpaidTold: boolean;
  readonly isSuspendedByOperator: boolean;
  readonly isClosed: boolean;
  /** The newest entry; null where the account was always in good standing. */
  readonly lastStanding: string | null;
  /** Whether the history has a suspension at the instant from which what is owed suspends. */
  readonly isSuspensionWritten: boolean;
}

/** The day from which an unpaid invoice suspends follows from its dunning's steps alone. */
export function compareDunning(
  comparison: Comparison,
  account: BillingAccount,
  dunning: DunningFigures,
): void {
  const subject = `${account.id} dunning of ${dunning.invoice}`;
  const last = dunning.changes.at(-1);
  comparison.same(subject, 'state', last?.to, dunning.state);
  comparison.same(subject, 'suspends at', instant(last?.suspendsAt), instant(dunning.suspendsAt));
  const isOver = dunning.outstanding === 0n;
  comparison.same(subject, 'over', isOver ? 'yes' : 'no', dunning.state === 'ended' ? 'yes' : 'no');
  // The row keeps the day 0 of the newest round only.
  const begins = dunning.changes.findLastIndex(({ from }) => from === 'none' || from === 'ended');
  let suspendsAt = dayStart(account, suspensionDay(dunning, dunning.pastDueOn));
  for (const step of dunning.changes.slice(begins)) {
    suspendsAt = afterStep(account, dunning, suspendsAt, step);
    const figure = `suspends at, after ${step.event} on ${instant(step.at)}`;
    comparison.same(subject, figure, instant(suspendsAt), instant(step.suspendsAt));
  }
}

function afterStep(
  account: BillingAccount,
  { graceDays }: DunningFigures,
  before: Date,
  { from, event, to, at }: DunningStep,
): Date {
  if (event === 'extended') {
    return dayStart(account, addDays(localDateAt(at, account.timeZone), graceDays));
  }
  // A payment held the suspension off and failed: a day that has passed meanwhile is now.
  const isResumed = from === 'held' && to === 'running';
  return isResumed && before < at ? at : before;
}

/** An account is suspended from the first instant that one of its unpaid invoices says. */
export function compareStanding(
  comparison: Comparison,
  account: string,
  standing: StandingFigures,
  dunnings: readonly DunningFigures[],
): void {
  const running = dunnings.filter(({ state }) => state === 'running');
  const first = running.reduce<Date | undefined>(
    (earliest, { suspendsAt }) =>
      earliest === undefined || suspendsAt < earliest ? suspendsAt : earliest,
    undefined,
  );
  const { unpaidSuspendsAt, unpaidTold, isSuspensionWritten } = standing;
  comparison.same(account, 'suspends at', instant(first), instant(unpaidSuspendsAt ?? undefined));
  if (unpaidTold) {
    comparison.same(account, 'suspension written', 'yes', isSuspensionWritten ? 'yes' : 'no');
  }
  comparison.same(account, 'standing', standingOf(standing), standing.lastStanding ?? 'good');
}

function standingOf({ isClosed, isSuspendedByOperator, unpaidTold }: StandingFigures): string {
  if (isClosed) return 'closed';
  return isSuspendedByOperator || unpaidTold ? 'suspended' : 'good';
}

const instant = (at: Date | undefined) => at?.toISOString();
