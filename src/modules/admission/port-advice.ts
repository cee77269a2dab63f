import { type Money, money } from '../../kernel/money.ts';
import { paragraph, sayTenths } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import { BLOCKING_TARGET, blockingAt, portsFor } from './erlang.ts';

/** What a pool has seen in the last 30 days. */
export interface PoolHistory {
  readonly name: string;
  readonly total: number;
  readonly peak: number;
  readonly refusals: number;
  /** Average of ports busy within the busiest hour. */
  readonly busiestErlangs: number;
  /** The most in use in each quarter of an hour that had any. */
  readonly quarters: readonly number[];
  /** Of one port a month; undefined where it has no price in the account's currency. */
  readonly unitPrice: Money | undefined;
}

/** What another total would come to. */
export interface PortOption {
  readonly total: number;
  /** The share of the busiest hour's calls that would find no port. */
  readonly blocking: number;
  /** Against the present total, each month before tax. */
  readonly perMonth: Money | undefined;
}

export interface PortAdvice {
  /** Ports at which one call in a hundred of the busiest hour would find none free. */
  readonly recommended: number;
  /** The share of calls of the busiest hour blocked at the present total. */
  readonly blocking: number;
  readonly sentence: string;
  /** Ports that were enough in 95 of 100 quarters of an hour in which any were in use. */
  readonly percentile95: number;
  /** Fewer and more than now, the fewest first; the present total is among them. */
  readonly options: readonly PortOption[];
}

/**
 * How many ports an account really needs, from its own busiest hour by Erlang B. Never fewer
 * than were in use at once: the formula is about calls that come at random, and a campaign that
 * starts on the hour is not.
 */
export function adviseOnPorts(history: PoolHistory): PortAdvice {
  const { name, total, peak, refusals, busiestErlangs } = history;
  const recommended = Math.max(portsFor(busiestErlangs), peak);
  const blocking = blockingAt(busiestErlangs, total);
  const options = optionsAround(history, recommended);
  return {
    recommended,
    blocking,
    sentence: sentence(),
    percentile95: percentile95Of(history),
    options,
  };

  function sentence(): string {
    if (peak === 0 && refusals === 0) {
      return total === 0
        ? say('No {name} is paid for and none was asked for in the last 30 days.', { name })
        : say('No {name} was used in the last 30 days, and {total} are paid for.', { name, total });
    }
    const share = Math.round(BLOCKING_TARGET * 100);
    const seen = say(
      'In the busiest hour of the last 30 days {busy} were busy on average, {peak} at most, and {refusals, plural, one {# call was refused} other {# calls were refused}} because all were in use.',
      { busy: sayTenths(busiestErlangs), peak, refusals },
    );
    if (recommended > total) {
      return paragraph(
        seen,
        say('With {recommended} instead of {total}, about {share} in 100 would be refused.', {
          recommended,
          total,
          share,
        }),
      );
    }
    if (recommended < total) {
      return paragraph(
        seen,
        say(
          '{recommended} would be enough for all but about {share} in 100; {total} are paid for.',
          { recommended, share, total },
        ),
      );
    }
    return paragraph(seen, say('The {total} that are paid for are about right.', { total }));
  }
}

/** Beyond the present and the recommended total nobody asks for more than one step. */
const STEPS_BEYOND = 1;
/** As many rows as are compared at a glance. */
const OPTIONS_MAX = 7;

function optionsAround(history: PoolHistory, recommended: number): PortOption[] {
  const { total, busiestErlangs, unitPrice } = history;
  const from = Math.max(0, Math.min(total, recommended) - STEPS_BEYOND);
  const to = Math.max(total, recommended) + STEPS_BEYOND;
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const kept = new Set([from, total - 1, total, total + 1, recommended, to]);
  return all
    .filter((one) => all.length <= OPTIONS_MAX || kept.has(one))
    .map((one) => ({
      total: one,
      blocking: blockingAt(busiestErlangs, one),
      perMonth: unitPrice && money(unitPrice.micros * BigInt(one - total), unitPrice.currency),
    }));
}

function percentile95Of({ quarters }: PoolHistory): number {
  const sorted = [...quarters].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? 0;
}
