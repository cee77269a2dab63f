import type { Action } from './action.ts';

const METERS = ['data', 'files', 'recordings'];
const BYTES_MAX = 3_000_000_000;

/** Objects come, are deleted, and are purged. */
export const store: Action = {
  name: 'store',
  weight: 4,
  async run({ client, random, found }, account) {
    const base = `/v1/billing-accounts/${account.id}/storage`;
    const at = account.now.toISOString();
    const name = random.chance(0.5) ? random.pick(account.objects) : undefined;
    if (name !== undefined) {
      const { status, body } = random.chance(0.5)
        ? await client.delete(`${base}/objects/${name}`)
        : await client.post(`${base}/purges`, { objects: [name] });
      // What is purged already, or not deleted yet, is told and harms nobody.
      if (status >= 500) found(`storage: ${body.detail}`);
      return;
    }
    const made = `object-${account.objects.length + 1}`;
    const { status, body } = await client.put(`${base}/objects/${made}`, {
      meter: random.pick(METERS),
      kind: 'file',
      name: made,
      bytes: random.below(BYTES_MAX),
      created_at: at,
      last_used_at: at,
    });
    if (status !== 200) return found(`storage: ${status} ${body.detail}`);
    account.objects.push(made);
  },
};
