import type { LocalDate } from '../../kernel/calendar.ts';
import type { DunningState } from './dunning-state.ts';

/** How an unpaid invoice is being dunned. */
export interface Dunning {
  readonly invoice: string;
  readonly account: string;
  readonly state: DunningState;
  /** The schedule's version: one that is published later does not change what has begun. */
  readonly schedule: number;
  /** Day 0 of the schedule. */
  readonly pastDueOn: LocalDate;
  /** From when on the account is suspended for it, unless it is held or ended. */
  readonly suspendsAt: Date;
  readonly nextNoticeAt: Date | null;
  readonly beganAt: Date;
}

/** One that is not ended, and what is owed on its invoice, in micro-units. */
export interface OwedDunning extends Dunning {
  readonly outstanding: bigint;
}

/** What the account's standing follows from; undefined where nothing is owed for long. */
export function unpaidOf(
  dunnings: readonly OwedDunning[],
  today: LocalDate,
): { readonly suspendsAt: Date; readonly amount: bigint } | undefined {
  const running = dunnings.filter(({ state }) => state === 'running');
  const [first, ...others] = running;
  if (first === undefined) return undefined;
  const suspendsAt = others.reduce(
    (earliest, one) => (one.suspendsAt < earliest ? one.suspendsAt : earliest),
    first.suspendsAt,
  );
  // What is not due yet is not asked for, unless it is the very thing that suspends.
  const amount = running
    .filter((one) => one.pastDueOn <= today || one.suspendsAt.getTime() === suspendsAt.getTime())
    .reduce((total, { outstanding }) => total + outstanding, 0n);
  return { suspendsAt, amount };
}
