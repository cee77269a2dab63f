import { chargeable, type FundingSource } from './funding-source.ts';
import type { Payment } from './payment.ts';

/**
 * How often one bank account is debited for one debt: an entry that came back for want of funds
 * may be presented twice more (Nacha operating rules), and what they forbid is wise anywhere.
 */
const BOUNCES_MAX = 3;

/** What has been tried for a debt. */
export interface Attempts {
  /** Every payment for the invoice, and for the order that it came from. */
  readonly ever: readonly Payment[];
  /** Those of the present round. */
  readonly inRound: readonly Payment[];
}

/**
 * The next funding source of a round: the default, then the backups in their order. Left out are
 * those that this round has tried, a bank account that was debited often enough, and a source
 * whose payment of this very debt its holder has disputed.
 */
export function nextSource(
  sources: readonly FundingSource[],
  { ever, inRound }: Attempts,
): FundingSource | undefined {
  return chargeable(sources).find((source) => {
    if (source.kind === 'offline') return false;
    const own = ever.filter(({ fundingSource }) => fundingSource === source.id);
    const bounces = own.filter(({ state }) => state === 'bounced').length;
    return (
      bounces < BOUNCES_MAX &&
      !own.some(({ state }) => state === 'reversed') &&
      !inRound.some(({ fundingSource }) => fundingSource === source.id)
    );
  });
}
