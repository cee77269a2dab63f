import { randomUUID } from 'node:crypto';
import type { Action } from './action.ts';

export const hire: Action = {
  name: 'hire',
  weight: 4,
  async run({ client, random }, account) {
    const made = await client.post(`/v1/companies/${account.company}/employees`, {
      first_name: random.pick(['Ana', 'Bo', 'Cy', 'Dee', 'Eli']),
      last_name: `Agent ${account.employees.length + 1}`,
      email: `${randomUUID()}@example.com`,
      permission_group: random.chance(0.8) ? 'Basic User' : 'Manager',
    });
    if (made.status === 201) account.employees.push({ id: made.body.id, hidden: false });
  },
};
