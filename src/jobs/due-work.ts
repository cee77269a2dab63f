import type { Database, Transaction } from '../database/transaction.ts';
import { SYSTEM } from '../kernel/actor.ts';
import { assert } from '../kernel/assert.ts';
import {
  type Accounts,
  accountAt,
  type BillingAccount,
  type DueSource,
  type TestClocks,
} from '../modules/accounts/index.ts';

/** What falls due by itself, done in the order in which it falls due. */
export interface DueWork {
  /** Does everything that is due until the account's now; an order begins with it. */
  bringUpToDate(account: string): Promise<void>;
  /**
   * Moves a test clock to `to`, stopping at every instant on the way at which something of one of
   * its accounts falls due. Each stop is a transaction, so an interrupted move goes on from
   * where it was when it is repeated. Refuses `clock_backwards`.
   */
  advance(clock: string, to: Date): Promise<void>;
}

export interface DueWorkDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly testClocks: TestClocks;
  readonly sources: readonly DueSource[];
}

/** One thing that is due: whose, from which source, and when. */
interface Due {
  readonly account: string;
  readonly source: DueSource;
  readonly at: Date;
}

/** Accounts of one clock read at a time. */
const PAGE = 500;

/**
 * A source whose run leaves the very same thing due would never end. Many things may fall due at
 * one instant (leases, debits), but no account has this many runs of one source at one instant.
 */
const REPEATS_MAX = 10_000;

export function createDueWork(deps: DueWorkDeps): DueWork {
  const { database, accounts, testClocks } = deps;
  const sources = [...deps.sources].sort((left, right) => left.rank - right.rank);

  /** The account's earliest due thing until `until`; at one instant, the lowest rank first. */
  async function earliest(account: string, until: Date): Promise<Due | undefined> {
    return await database.read(async (tx) => {
      let first: Due | undefined;
      for (const source of sources) {
        const at = await source.next(tx, account);
        if (at === undefined || at > until) continue;
        if (first === undefined || at < first.at) first = { account, source, at };
      }
      return first;
    });
  }

  /** Runs one due thing, unless another process has done it meanwhile. */
  async function run(due: Due, before: (tx: Transaction) => Promise<void>): Promise<void> {
    const { source } = due;
    const ran = await database.transaction(async (tx) => {
      await before(tx);
      const locked = await accounts.lock(tx, SYSTEM, due.account);
      const at = await source.next(tx, due.account);
      if (at === undefined || at > due.at) return undefined;
      const account = accountAt(locked, at);
      await source.run(tx, account);
      return account;
    });
    if (ran !== undefined) await source.outside?.(ran);
  }

  async function bringUpToDate(id: string): Promise<void> {
    const account = await database.read((tx) => accounts.get(tx, SYSTEM, id));
    const repeats = new Repeats();
    for (;;) {
      const due = await earliest(id, account.now);
      if (due === undefined) return;
      repeats.count(due);
      await run(due, async () => undefined);
    }
  }

  async function accountsOf(clock: string): Promise<BillingAccount[]> {
    const found: BillingAccount[] = [];
    for (;;) {
      const after = found.at(-1)?.id;
      const page = await database.read((tx) =>
        accounts.list(tx, { testClock: clock, after, limit: PAGE }),
      );
      found.push(...page);
      if (page.length < PAGE) return found;
    }
  }

  async function advance(clock: string, to: Date): Promise<void> {
    // Looked up first: a move back is refused before anything is done.
    await database.transaction(async (tx) => {
      const { now } = await testClocks.get(tx, clock);
      if (to < now) await testClocks.moveTo(tx, clock, to);
    });
    const due = new Map<string, Due | undefined>();
    for (const { id } of await accountsOf(clock)) due.set(id, await earliest(id, to));
    const repeats = new Repeats();
    for (;;) {
      const next = first([...due.values()]);
      if (next === undefined) break;
      repeats.count(next);
      await run(next, (tx) => moveForward(tx, clock, next.at));
      due.set(next.account, await earliest(next.account, to));
    }
    await database.transaction((tx) => moveForward(tx, clock, to));
  }

  /** Another process that advances the same clock may be further already. */
  async function moveForward(tx: Transaction, clock: string, to: Date): Promise<void> {
    const { now } = await testClocks.get(tx, clock);
    if (to > now) await testClocks.moveTo(tx, clock, to);
  }

  return { bringUpToDate, advance };
}

function first(dues: readonly (Due | undefined)[]): Due | undefined {
  return dues
    .filter((due) => due !== undefined)
    .reduce<Due | undefined>((best, due) => {
      if (best === undefined || due.at < best.at) return due;
      return due.at > best.at || due.source.rank >= best.source.rank ? best : due;
    }, undefined);
}

/** Stops a source that does not get on. */
class Repeats {
  #last = '';
  #times = 0;

  count({ account, source, at }: Due): void {
    const name = `${account} ${source.name} ${at.toISOString()}`;
    this.#times = name === this.#last ? this.#times + 1 : 0;
    this.#last = name;
    assert(this.#times < REPEATS_MAX, `due work gets on: ${name}`);
  }
}
