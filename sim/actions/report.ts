import { randomUUID } from 'node:crypto';
import type { Action } from './action.ts';

/** A switch tells of a call that nobody asked about before, and tells it twice. */
export const report: Action = {
  name: 'report usage',
  weight: 2,
  async run({ client, random, found }, account) {
    const event = {
      specversion: '1.0',
      type: 'call',
      source: 'simulated-switch',
      id: randomUUID(),
      data: {
        billing_account: account.id,
        activity: 'call.outbound',
        destination: '+12125550123',
        used_seconds: random.below(600),
        started_at: account.now.toISOString(),
        reference: randomUUID(),
      },
    };
    const first = await client.post('/v1/usage-events', event);
    const again = await client.post('/v1/usage-events', event);
    if (first.status !== 200) found(`usage: ${first.body.detail}`);
    const [told, retold] = [first.body.results?.[0]?.charged, again.body.results?.[0]?.charged];
    if (JSON.stringify(told) !== JSON.stringify(retold)) {
      found(`one report was charged ${JSON.stringify(told)}, then ${JSON.stringify(retold)}`);
    }
  },
};
