import { type SimulatedAccount, today } from '../world.ts';
import type { Action } from './action.ts';

const MINUTE_MS = 60_000;
const STEPS_MINUTES = [1, 5, 60, 60 * 11, 60 * 24 * 3, 60 * 24 * 17, 60 * 24 * 45];

/** Time goes by: minutes for leases, weeks for renewals and bank debits. */
export const passTime: Action = {
  name: 'time',
  weight: 8,
  async run(world, account) {
    const { client, random } = world;
    if (random.chance(0.15)) world.crashSoon();
    const minutes = random.pick(STEPS_MINUTES) ?? 1;
    const now = new Date(account.now.getTime() + minutes * MINUTE_MS);
    const path = `/v1/test-clocks/${account.clock}/advance`;
    const { status, body } = await client.post(path, { now: now.toISOString() });
    if (status !== 200) return world.found(`advance: ${status} ${body.detail}`);
    account.now = now;
    takeEffect(account);
  },
};

/** Lower totals that were ordered come into force by themselves. */
function takeEffect(account: SimulatedAccount): void {
  for (const [type, { total, on }] of account.pending) {
    if (on > today(account)) continue;
    account.totals.set(type, total);
    account.pending.delete(type);
  }
}
