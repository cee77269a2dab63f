import { today } from '../world.ts';
import type { Action } from './action.ts';

/** Rarely, a contract: six months with a floor. */
export const sign: Action = {
  name: 'sign a contract',
  weight: 0.3,
  async run({ client, random, found }, account) {
    if (account.contracts.length > 0) return;
    const floor = random.below(4);
    const startsOn = today(account);
    const { status, body } = await client.post(`/v1/billing-accounts/${account.id}/contracts`, {
      starts_on: startsOn,
      months: 6,
      floors: { dialer: floor },
      prices: { dialer: '80.00' },
      at_end: random.chance(0.5) ? 'renew' : 'lapse',
    });
    if (status !== 201) return found(`contract: ${body.detail}`);
    account.contracts.push({
      startsOn,
      endsOn: body.ends_on,
      floors: new Map([['dialer', floor]]),
    });
  },
};
