import type { Invariant } from './invariant.ts';

export const totals: Invariant = {
  name: 'license totals are those that were ordered',
  async broken(client, account) {
    // A contract's floor raises totals by itself, which this world does not foretell.
    if (account.contracts.length > 0) return [];
    const { licenses } = (await client.get(`/v1/billing-accounts/${account.id}`)).body;
    return Object.entries<{ total: number; pending?: { total: number } }>(licenses).flatMap(
      ([type, { total, pending }]) => {
        const wanted = `${account.totals.get(type) ?? 0}, then ${account.pending.get(type)?.total}`;
        const found = `${total}, then ${pending?.total}`;
        return found === wanted ? [] : [`${type} is ${found}; ordered was ${wanted}`];
      },
    );
  },
};
