import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../src/database/test-database.ts';
import { World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = new World(await freshDatabase());
});
afterAll(() => world.open.close());

/** What is held of a call: 100 micro-units a second, second by second. */
interface ModelCall {
  id: string;
  granted: number;
  used: number;
  expiresAt: number;
}

/** The reference: money in seconds, ports as a count, the rules in a few lines. */
class Model {
  balance = 0;
  open: ModelCall[] = [];

  get available(): number {
    return this.balance - this.open.reduce((held, call) => held + call.granted, 0);
  }

  expire(now: number): void {
    for (const call of this.open) if (call.expiresAt <= now) this.balance -= call.used;
    this.open = this.open.filter((call) => call.expiresAt > now);
  }
}

const PORTS = 3;
const GRACE = 150; // 120 s of ringing and 30 s more

type Step =
  | { kind: 'authorize'; seconds: number }
  | { kind: 'extend'; pick: number; used: number; seconds: number }
  | { kind: 'settle'; pick: number; used: number }
  | { kind: 'release'; pick: number }
  | { kind: 'buy'; seconds: number }
  | { kind: 'wait'; seconds: number };

const seconds = fc.integer({ min: 1, max: 90 });
const pick = fc.nat({ max: 7 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('authorize' as const), seconds }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('extend' as const), pick, used: seconds, seconds }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('settle' as const), pick, used: seconds }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('buy' as const), seconds }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      seconds: fc.integer({ min: 1, max: 200 }),
    }),
  },
);

test('any sequence of operations comes out as the reference says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      await world.found();
      await world.order({ flex_port: PORTS });
      await world.buyMinutes('0.0150');
      const model = new Model();
      model.balance = 150;
      const start = world.clock.now().getTime();
      const now = () => (world.clock.now().getTime() - start) / 1000;
      for (const one of steps) await perform(one, model, now);
      model.expire(now());
      const { admission } = world.services;
      // Whatever is asked, what expired before has been charged by then.
      const activity = 'call.inbound_acd';
      await admission.authorize(world.actor, { billingAccount: world.account.id, activity });
      const book = await world.book();
      expect(Number(book.balance) / 100).toBe(model.balance);
    }),
    { numRuns: 40 },
  );
}, 120_000);

async function perform(one: Step, model: Model, now: () => number): Promise<void> {
  const { admission } = world.services;
  const { actor } = world;
  if (one.kind === 'wait') return world.clock.advance(one.seconds);
  if (one.kind === 'buy') {
    model.balance += one.seconds;
    return await world.buyMinutes((one.seconds / 10_000).toFixed(4));
  }
  model.expire(now());
  if (one.kind === 'authorize') {
    const answer = await admission.authorize(actor, {
      billingAccount: world.account.id,
      activity: 'call.inbound_acd',
      wantedMs: one.seconds * 1000,
    });
    const granted = Math.min(one.seconds, model.available);
    expect(answer.allowed).toBe(granted >= 1 && model.open.length < PORTS);
    if (!answer.allowed) return;
    expect(answer).toMatchObject({ grantedMs: granted * 1000, final: granted < one.seconds });
    model.open.push({ id: answer.id, granted, used: 0, expiresAt: now() + GRACE + granted });
    return;
  }
  const call = model.open[one.pick % Math.max(model.open.length, 1)];
  if (call === undefined) return;
  switch (one.kind) {
    case 'extend': {
      const wanted = Math.max(call.granted, one.used + one.seconds);
      const free = Math.max(model.available, 0);
      const granted = Math.max(call.granted, Math.min(wanted, call.granted + free));
      const answer = await admission.extend(actor, call.id, {
        usedMs: one.used * 1000,
        wantedMs: one.seconds * 1000,
      });
      expect(answer).toMatchObject({ grantedMs: granted * 1000, final: granted < wanted });
      call.used = Math.max(call.used, one.used);
      call.expiresAt += granted - call.granted;
      call.granted = granted;
      return;
    }
    case 'settle': {
      const used = Math.max(call.used, one.used);
      const answer = await admission.settle(actor, call.id, { usedMs: one.used * 1000 });
      model.balance -= used;
      expect(Number(answer.charged.micros) / 100).toBe(used);
      expect(Number(answer.balance.micros) / 100).toBe(model.balance);
      expect(answer.overrun).toBe(used > call.granted);
      break;
    }
    case 'release':
      expect((await admission.release(actor, call.id)).outcome).toBe('released');
  }
  model.open = model.open.filter((other) => other !== call);
}
