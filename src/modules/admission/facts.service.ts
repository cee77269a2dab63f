import type { Database, Transaction } from '../../database/transaction.ts';
import { addDays, localDateAt, startOfDay } from '../../kernel/calendar.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Catalog, CatalogSnapshot } from '../catalog/index.ts';
import { selectAccountFacts, selectEmployeeFacts, selectOldestAccount } from './facts.store.ts';
import { type AccountFacts, type DayOf, type EmployeeFacts, payerAt } from './facts.ts';

/** Who asks and who pays, as of one snapshot. */
export interface Facts {
  readonly account: AccountFacts;
  /** Absent where no employee is concerned. */
  readonly employee: EmployeeFacts | undefined;
  readonly catalog: CatalogSnapshot;
}

/** Whom facts are about: an employee (whose account pays), an account, or both. */
export interface Subject {
  readonly employee?: string | undefined;
  readonly account?: string | undefined;
}

export interface FactsMemory {
  /** The facts if they are remembered; asking costs no turn of the event loop. */
  known(subject: Subject): Facts | undefined;
  /**
   * The facts, remembered or read. Undefined where there is no such employee or account, or the
   * employee's company has no billing account. `account` is asked only where the employee holds
   * no license.
   */
  find(subject: Subject): Promise<Facts | undefined>;
  /** Reads them in the caller's transaction, past the memory. */
  readWithin(tx: Transaction, subject: Subject): Promise<Facts | undefined>;
  /** The engine found them stale: the next `find` reads anew. */
  forget(facts: Facts): void;
  /** The account's present instant. */
  now(account: AccountFacts): Date;
  /** The account's calendar day at an instant. */
  dayAt(account: AccountFacts, now: Date): string;
}

/** Entries kept; the oldest go first. An entry is about a kilobyte. */
const ENTRIES_MAX = 50_000;

export function createFactsMemory(deps: {
  readonly database: Database;
  readonly catalog: Catalog;
  readonly clock: Clock;
}): FactsMemory {
  const { database, catalog, clock } = deps;
  const remembered = new Map<string, Facts>();
  const reading = new Map<string, Promise<Facts | undefined>>();
  const days = new WeakMap<AccountFacts, DayOf>();
  let snapshot: CatalogSnapshot | undefined;

  const now = (account: AccountFacts) => account.testNow ?? clock.now();

  async function read(tx: Transaction, subject: Subject): Promise<Facts | undefined> {
    const employee =
      subject.employee === undefined ? undefined : await selectEmployeeFacts(tx, subject.employee);
    if (subject.employee !== undefined && employee === undefined) return undefined;
    const payer = employee === undefined ? subject.account : await payerOf(tx, employee, subject);
    const account = payer === undefined ? undefined : await selectAccountFacts(tx, payer);
    if (account === undefined) return undefined;
    snapshot = await catalog.load(tx);
    return { account, employee, catalog: snapshot };
  }

  async function payerOf(
    tx: Transaction,
    employee: EmployeeFacts,
    subject: Subject,
  ): Promise<string | undefined> {
    const oldest = await selectOldestAccount(tx, employee.company);
    const at = oldest?.testNow ?? clock.now(); // A company's accounts share one clock or none.
    return payerAt(employee, at) ?? subject.account ?? oldest?.account;
  }

  /** Whether the account that pays is still the one that was found. */
  function stillPays({ account, employee }: Facts, subject: Subject): boolean {
    if (employee === undefined) return true;
    const payer = payerAt(employee, now(account));
    return payer === undefined
      ? subject.account === undefined || subject.account === account.account
      : payer === account.account;
  }

  function known(subject: Subject): Facts | undefined {
    const found = remembered.get(nameOf(subject));
    if (found === undefined || !stillPays(found, subject)) return undefined;
    if (found.catalog === snapshot || snapshot === undefined) return found;
    return { ...found, catalog: snapshot };
  }

  async function find(subject: Subject): Promise<Facts | undefined> {
    const found = known(subject);
    if (found !== undefined) return found;
    const key = nameOf(subject);
    const under = reading.get(key);
    if (under !== undefined) return await under;
    const begun = database.read((tx) => read(tx, subject)).finally(() => reading.delete(key));
    reading.set(key, begun);
    const facts = await begun;
    if (facts !== undefined) {
      remembered.delete(key);
      remembered.set(key, facts);
      if (remembered.size > ENTRIES_MAX) {
        for (const oldest of remembered.keys()) {
          remembered.delete(oldest);
          break;
        }
      }
    }
    return facts;
  }

  return {
    known,
    find,
    readWithin: read,
    now,
    forget({ account, employee }) {
      const id = employee?.employee ?? '';
      for (const key of [`${id} `, `${id} ${account.account}`]) {
        if ((remembered.get(key)?.account.version ?? 0n) <= account.version) remembered.delete(key);
      }
    },
    dayAt(account, at) {
      const known = days.get(account);
      if (known !== undefined && at >= known.from && at < known.until) return known.day;
      const day = localDateAt(at, account.timeZone);
      const from = startOfDay(day, account.timeZone);
      const until = startOfDay(addDays(day, 1), account.timeZone);
      days.set(account, { day, from, until });
      return day;
    },
  };
}

function nameOf({ employee = '', account = '' }: Subject): string {
  return `${employee} ${account}`;
}
