import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chargeFor, secondsFor } from '../rating/index.ts';
import type { Book } from './account-state.ts';
import { type Decision, decide } from './decide.ts';
import { Memory } from './memory.ts';
import type { AuthorizeOperation, Operation } from './operation.ts';

const rate = {
  kind: 'voice' as const,
  code: 'voice/default/outbound',
  version: 1,
  priceMicros: 6_000n, // 100 micro-units a second
  feeMicros: 0n,
  firstSeconds: 1,
  nextSeconds: 1,
  currency: 'USD',
};

const conditions = {
  id: 1n,
  activity: 'call.outbound',
  direction: 'outbound',
  meter: 'voice' as const,
  rate,
  ringMs: 120_000,
  ports: [],
  seats: [],
};

const NOW = Date.UTC(2026, 10, 22, 12);
const PORTS = 3;
const SEATS = 2;
const MONEY = 30_000n;

const book: Book = {
  account: 'ba_1',
  currency: 'USD',
  testNow: null,
  balance: MONEY,
  held: 0n,
  lastSequence: 0n,
  usageQuarter: NOW,
  usageAmount: 0n,
  pools: [],
  nextExpiryAt: null,
  factsVersion: 1n,
  revision: 1n,
};

function authorize(index: number, seconds: number, employee?: string): AuthorizeOperation {
  const seat = employee !== undefined;
  return {
    op: 'authorize',
    lease: `auth_${index}`,
    company: 'co_1',
    account: 'ba_1',
    factsVersion: 1n,
    catalogRevision: 1n,
    employee,
    conditions: seat
      ? { ...conditions, seats: ['dialer'] }
      : { ...conditions, ports: ['flex_port'] },
    ports: seat ? [] : [{ licenseType: 'flex_port', total: PORTS }],
    seats: seat ? [{ licenseType: 'dialer', total: SEATS }] : [],
    failed: [],
    wantedMs: seconds * 1000,
  };
}

const seconds = fc.integer({ min: 1, max: 90 });
const employee = fc.constantFrom(undefined, 'emp_1', 'emp_2', 'emp_3');
const pick = fc.nat({ max: 11 });
type Step = { op: string; seconds: number; pick: number; employee: string | undefined };
const step: fc.Arbitrary<Step> = fc.record({
  op: fc.constantFrom('authorize', 'authorize', 'extend', 'settle', 'release'),
  seconds,
  pick,
  employee,
});

function operationOf(one: Step, index: number): Operation {
  const lease = `auth_${one.pick}`;
  const usedMs = one.seconds * 1000;
  switch (one.op) {
    case 'authorize':
      return authorize(index, one.seconds, one.employee);
    case 'extend':
      return { op: 'extend', lease, usedMs, wantedMs: 30_000 };
    case 'settle':
      return { op: 'settle', lease, usedMs };
    default:
      return { op: 'release', lease };
  }
}

/** As far as no lease is named twice: a lane never sends two operations on one together. */
function batchOf(operations: readonly Operation[]): Operation[] {
  const leases = operations.map((one) => ('lease' in one ? one.lease : ''));
  const again = leases.findIndex((lease, index) => leases.indexOf(lease) < index);
  return operations.slice(0, again === -1 ? operations.length : again);
}

/** An account that remembers everything, and its records, as a database would tell them. */
class Account {
  readonly memory = new Memory();
  readonly #records = new Map<string, Decision['changes']['records'][number]>();

  constructor() {
    this.#learn({ books: [book] });
  }

  #learn(found: Partial<Parameters<Memory['learn']>[0]>): void {
    const nothing = { books: [], leases: [], records: [], due: [], seats: [], keys: [] };
    this.memory.learn({ catalogRevision: 1n, ...nothing, ...found }, 0);
  }

  decide(operations: readonly Operation[], revision: bigint): Decision {
    this.#learn({ records: [...this.#records.values()] });
    const rating = { chargeFor, secondsFor };
    const decision = decide(operations, this.memory, { now: NOW, revision, rating });
    this.memory.keep(decision);
    const { ended, records } = decision.changes;
    for (const record of [...ended, ...records]) this.#records.set(record.lease, record);
    return decision;
  }

  get book(): Book {
    const state = this.memory.account('ba_1');
    if (state === undefined) throw new Error('the account is remembered');
    return state.book;
  }
}

test('however operations are cut into batches, each is answered as if it came alone', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 24 }), cuts, (steps, sizes) => {
      const operations = steps.map(operationOf);
      const [alone, together] = [new Account(), new Account()];
      const one = operations.map((each, index) => alone.decide([each], BigInt(index + 2)));
      const all: Decision[] = [];
      for (let from = 0; from < operations.length; ) {
        const batch = batchOf(operations.slice(from, from + (sizes[all.length] ?? 1)));
        all.push(together.decide(batch, BigInt(all.length + 2)));
        from += batch.length;
      }
      expect(all.flatMap(({ outcomes }) => outcomes)).toEqual(
        one.flatMap(({ outcomes }) => outcomes),
      );
      expect({ ...together.book, revision: 0n }).toEqual({ ...alone.book, revision: 0n });
    }),
    { numRuns: 500 },
  );
});

test('no grant overspends, and no place is taken twice, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const account = new Account();
      for (const [index, one] of steps.entries()) {
        const before = account.book;
        const { changes } = account.decide([operationOf(one, index)], BigInt(index + 2));
        const { balance, held, pools } = account.book;
        if (changes.opened.length > 0) expect(balance - held).toBeGreaterThanOrEqual(0n);
        const charged = changes.charges.reduce((sum, { amount }) => sum + amount, 0n);
        expect(before.balance - balance).toBe(charged);
        for (const { licenseType, inUse } of pools) {
          expect(inUse).toBeGreaterThanOrEqual(0);
          expect(inUse).toBeLessThanOrEqual(licenseType === 'dialer' ? SEATS : PORTS);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('what was decided on an account that was forgotten since is not found, and grants nothing', () => {
  const account = new Account();
  account.memory.forget('ba_1');
  const { outcomes, drafts } = account.decide([authorize(1, 60)], 2n);
  expect(outcomes.map(({ verdict }) => verdict)).toEqual(['not_found']);
  expect(drafts).toEqual([]);
});
