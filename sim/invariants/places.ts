import type { Json } from '../client.ts';
import type { Invariant } from './invariant.ts';

export const places: Invariant = {
  name: 'places in use are those that open leases hold',
  async broken(client, account) {
    const calls = await client.all(`/v1/authorizations?billing_account=${account.id}`);
    const open = calls.filter(({ state }) => state === 'open');
    const { licenses } = (await client.get(`/v1/billing-accounts/${account.id}`)).body;
    return Object.entries<{ unit: string; in_use: number }>(licenses).flatMap(
      ([type, { unit, in_use: found }]) => {
        const holding = open.filter((call) => holds(call, type));
        const wanted =
          unit === 'port' ? holding.length : new Set(holding.map(({ employee }) => employee)).size;
        return found === wanted ? [] : [`${found} places of ${type} in use, ${wanted} are held`];
      },
    );
  },
};

const holds = ({ places: held }: Json, type: string) =>
  held.some(({ license_type: code }: Json) => code === type);
