import { setTimeout as sleep } from 'node:timers/promises';
import type { Action } from './actions/action.ts';
import { assign, hideOrShow, unassign } from './actions/assign.ts';
import { burst, endCalls } from './actions/call.ts';
import { hire } from './actions/hire.ts';
import { changeCard, publish, setRecharge, takeBack } from './actions/operator.ts';
import { buy, lower, undo } from './actions/order.ts';
import { report } from './actions/report.ts';
import { openAccount } from './actions/set-up.ts';
import { sign } from './actions/sign.ts';
import { store } from './actions/store.ts';
import { passTime } from './actions/time.ts';
import { createClient } from './client.ts';
import { balance } from './invariants/balance.ts';
import { durable } from './invariants/durable.ts';
import type { Invariant } from './invariants/invariant.ts';
import { places } from './invariants/places.ts';
import { renewals } from './invariants/renewals.ts';
import { totals } from './invariants/totals.ts';
import type { ProductProcess } from './product-process.ts';
import { type Random, seededRandom } from './random.ts';
import type { World } from './world.ts';

const ACTIONS: readonly Action[] = [
  hire,
  buy,
  lower,
  undo,
  assign,
  unassign,
  hideOrShow,
  burst,
  endCalls,
  passTime,
  store,
  sign,
  takeBack,
  publish,
  setRecharge,
  changeCard,
  report,
];
const INVARIANTS: readonly Invariant[] = [totals, balance, places, durable, renewals];
const ACCOUNTS = 4;
const STEPS_BETWEEN_CHECKS = 40;
/** Within this long after an action began its kill comes: before, in and after its commits. */
const KILL_WITHIN_MS = 60;

export interface SimulationOptions {
  readonly seed: number;
  readonly steps: number;
  readonly product: ProductProcess;
  readonly onProgress: (progress: { step: number; requests: number; kills: number }) => void;
}

export interface SimulationResult {
  /** What must not be, each once. */
  readonly findings: readonly string[];
  readonly requests: number;
  readonly kills: number;
  readonly checks: number;
}

export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { seed, steps, product, onProgress } = options;
  const random = seededRandom(seed);
  const findings = new Set<string>();
  const client = createClient(product.address);
  const crashes = createCrashes(product, random);
  await product.start();
  const world: World = {
    random,
    client,
    accounts: [],
    crashSoon: crashes.soon,
    found: (finding) => findings.add(finding),
  };
  for (let index = 0; index < ACCOUNTS; index += 1) {
    world.accounts.push(await openAccount(world, index));
  }
  let checks = 0;
  for (let step = 1; step <= steps; step += 1) {
    const account = random.pick(world.accounts);
    const action = random.weighted(ACTIONS);
    if (account !== undefined) await action.run(world, account);
    await crashes.over();
    if (step % STEPS_BETWEEN_CHECKS === 0 || step === steps) checks += await check(world);
    onProgress({ step, requests: client.sent, kills: crashes.count });
  }
  return { findings: [...findings], requests: client.sent, kills: crashes.count, checks };
}

async function check({ accounts, client, found }: World): Promise<number> {
  for (const account of accounts) {
    for (const { name, broken } of INVARIANTS) {
      for (const finding of await broken(client, account)) {
        found(`${account.id}: ${name}: ${finding}`);
      }
    }
  }
  return accounts.length * INVARIANTS.length;
}

/** At most one kill at a time; the next action waits until the product is back. */
function createCrashes(product: ProductProcess, random: Random) {
  let under: Promise<void> | undefined;
  let count = 0;
  async function crash(afterMs: number): Promise<void> {
    await sleep(afterMs);
    await product.kill();
    count += 1;
    await product.start();
  }
  return {
    soon() {
      under ??= crash(random.below(KILL_WITHIN_MS));
    },
    async over() {
      await under;
      under = undefined;
    },
    get count() {
      return count;
    },
  };
}
