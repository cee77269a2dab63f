import { BLOCKING_TARGET, blockingAt, portsFor } from './erlang.ts';

/** What a pool has seen in the last 30 days. */
export interface PoolHistory {
  readonly name: string;
  readonly total: number;
  readonly peak: number;
  readonly refusals: number;
  /** Average of ports busy within the busiest hour. */
  readonly busiestErlangs: number;
}

export interface PortAdvice {
  /** Ports at which one call in a hundred of the busiest hour would find none free. */
  readonly recommended: number;
  /** The share of calls of the busiest hour blocked at the present total. */
  readonly blocking: number;
  readonly sentence: string;
}

/**
 * How many ports an account really needs, from its own busiest hour by Erlang B. Never fewer
 * than were in use at once: the formula is about calls that come at random, and a campaign that
 * starts on the hour is not.
 */
export function adviseOnPorts(history: PoolHistory): PortAdvice {
  const { name, total, peak, refusals, busiestErlangs } = history;
  const recommended = Math.max(portsFor(busiestErlangs), peak);
  const blocking = busiestErlangs === 0 ? 0 : blockingAt(busiestErlangs, total);
  return { recommended, blocking, sentence: say() };

  function say(): string {
    if (peak === 0 && refusals === 0) {
      return total === 0
        ? `No ${name} is paid for and none was asked for in the last 30 days.`
        : `No ${name} was used in the last 30 days, and ${total} are paid for.`;
    }
    const target = `${Math.round(BLOCKING_TARGET * 100)} in 100`;
    const seen =
      `In the busiest hour of the last 30 days ${busiestErlangs.toFixed(1)} were busy on ` +
      `average, ${peak} at most, and ${refusals} ${refusals === 1 ? 'call was' : 'calls were'} ` +
      'refused because all were in use.';
    if (recommended > total) {
      return `${seen} With ${recommended} instead of ${total}, about ${target} would be refused.`;
    }
    if (recommended < total) {
      return (
        `${seen} ${recommended} would be enough for all but about ${target}; ` +
        `${total} are paid for.`
      );
    }
    return `${seen} The ${total} that are paid for are about right.`;
  }
}
