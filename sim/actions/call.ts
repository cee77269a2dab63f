import type { Json } from '../client.ts';
import type { SimulatedAccount, World } from '../world.ts';
import type { Action } from './action.ts';

const ACTIVITIES = ['dialer.login', 'call.outbound', 'voice_message.send', 'call.record'];
const BURST_MAX = 24;

/** Many ask at once, some of them twice under one key, as switches do when answers are late. */
export const burst: Action = {
  name: 'burst of calls',
  weight: 16,
  async run(world, account) {
    const { random } = world;
    if (random.chance(0.15)) world.crashSoon();
    const questions = Array.from({ length: 1 + random.below(BURST_MAX) }, () =>
      questionOf(world, account),
    );
    await Promise.all(
      questions.map(async (question, index) => {
        const key = `burst-${index}-${account.now.getTime()}-${random.below(2 ** 30)}`;
        const asked = [ask(world, question, key)];
        if (index % 3 === 0) asked.push(ask(world, question, key));
        const [first, second] = await Promise.all(asked);
        if (second !== undefined && JSON.stringify(first) !== JSON.stringify(second)) {
          world.found(
            `one key was answered ${JSON.stringify(first)} and ${JSON.stringify(second)}`,
          );
        }
        if (first?.allowed === true) allowed(account, first, question);
      }),
    );
  },
};

function questionOf({ random }: World, account: SimulatedAccount): Json {
  const employee = random.chance(0.7) ? random.pick(account.employees)?.id : undefined;
  const seconds = 30 + random.below(300);
  if (employee === undefined) {
    const activity = random.pick(['call.inbound_acd', 'voice_broadcast.connect']);
    return { billing_account: account.id, activity, destination: '+12125550123', seconds };
  }
  const activity = random.pick(ACTIVITIES) ?? 'dialer.login';
  const isMetered = activity === 'call.outbound' || activity === 'voice_message.send';
  return { employee, activity, seconds, ...(isMetered ? { destination: '+442079460123' } : {}) };
}

async function ask({ client, found }: World, question: Json, key: string): Promise<Json> {
  const { status, body } = await client.post('/v1/authorizations', question, key);
  if (status >= 300) found(`authorize: ${status} ${body.detail}`);
  return body;
}

function allowed(account: SimulatedAccount, answer: Json, { activity }: Json): void {
  const metered = activity !== 'dialer.login' && activity !== 'call.record';
  account.leases.push({ id: answer.id, activity, metered });
  account.acknowledged.add(answer.id);
}

/** Calls go on, end, or are never heard of again. */
export const endCalls: Action = {
  name: 'extend and end calls',
  weight: 14,
  async run(world, account) {
    const { random, client } = world;
    if (random.chance(0.1)) world.crashSoon();
    const leases = account.leases.splice(0, account.leases.length);
    await Promise.all(
      leases.map(async (lease) => {
        const path = `/v1/authorizations/${lease.id}`;
        const used = random.below(400);
        const fate = random.below(5);
        if (fate === 0) return; // The dialer has crashed: nobody says anything any more.
        if (fate === 1) account.leases.push(lease);
        const answer =
          fate === 1
            ? await client.post(`${path}/extend`, { used_seconds: used, seconds: 60 })
            : fate === 2 || !lease.metered
              ? await client.post(`${path}/release`, {})
              : await client.post(`${path}/settle`, { used_seconds: used });
        if (answer.status !== 200) world.found(`${lease.id}: ${answer.body.detail}`);
      }),
    );
  },
};
