import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { periodContaining } from '../../kernel/period.ts';
import { type Companies, type Company, ownOr404 } from '../companies/index.ts';
import {
  type AccountFilter,
  type AccountRow,
  countAccounts,
  insertAccount,
  lockAccount,
  selectAccount,
  selectAccounts,
} from './accounts.store.ts';
import { type AccountRecord, accountAt, type BillingAccount, dayStart } from './billing-account.ts';
import { type AccountStanding, createStanding } from './standing.service.ts';
import type { TestClocks } from './test-clocks.service.ts';

export interface AccountInput {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly anchorDate: LocalDate;
  readonly testClock?: string | undefined;
}

export interface Accounts extends AccountStanding {
  /** Refuses `clock_differs` where the company's other accounts follow another clock. */
  create(
    tx: Transaction,
    actor: Actor,
    company: Company,
    input: AccountInput,
  ): Promise<BillingAccount>;
  /** The account at this instant of its clock. Refuses `not_found`, also to other companies. */
  get(tx: Transaction, actor: Actor, id: string): Promise<BillingAccount>;
  /**
   * The same, holding its row until the transaction ends. Whoever changes anything of an
   * account does this first, so that changes of one account happen one after another.
   */
  lock(tx: Transaction, actor: Actor, id: string): Promise<BillingAccount>;
  /** In the order of creation. */
  list(tx: Transaction, filter: AccountFilter): Promise<BillingAccount[]>;
  /** The company's oldest account: asked where an employee has no license yet. */
  oldest(tx: Transaction, company: string): Promise<BillingAccount | undefined>;
  /** The instant by which a company's things happen: its test clock's, or the real one. */
  companyNow(tx: Transaction, company: Company): Promise<Date>;
}

export interface AccountsDeps {
  readonly events: Events;
  readonly clock: Clock;
  readonly companies: Companies;
  readonly testClocks: TestClocks;
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const { events, clock, companies, testClocks } = deps;
  const atItsNow = ({ record, clockNow }: AccountRow) => accountAt(record, clockNow ?? clock.now());

  async function get(tx: Transaction, actor: Actor, id: string): Promise<BillingAccount> {
    const row = await selectAccount(tx, id);
    return atItsNow(ownOr404(row, row?.record.company, actor, 'There is no such billing account.'));
  }

  async function lock(tx: Transaction, actor: Actor, id: string): Promise<BillingAccount> {
    // The lock first and the reading after it, so that what is read is what the last one left.
    await lockAccount(tx, id);
    return await get(tx, actor, id);
  }

  async function list(tx: Transaction, filter: AccountFilter): Promise<BillingAccount[]> {
    return (await selectAccounts(tx, filter)).map(atItsNow);
  }

  return {
    ...createStanding({ events, get, lock }),
    get,
    lock,
    list,

    async create(tx, actor, company, input) {
      const testClock =
        input.testClock === undefined ? undefined : await testClocks.get(tx, input.testClock);
      const isFirst = (await countAccounts(tx, company.id)) === 0;
      await companies.settleClock(tx, company, input.testClock, isFirst);
      const account = accountOpened(company, input, testClock?.now ?? clock.now());
      await insertAccount(tx, account, dayStart(account, account.renewedUntil));
      await events.record(tx, {
        actor,
        at: account.now,
        company: company.id,
        account: account.id,
        type: 'account.created',
        subject: account.id,
        after: {
          name: input.name,
          currency: input.currency,
          time_zone: input.timeZone,
          anchor_date: input.anchorDate,
        },
      });
      return account;
    },

    async oldest(tx, company) {
      return (await list(tx, { company, limit: 1 }))[0];
    },

    async companyNow(tx, company) {
      if (company.testClock === null) return clock.now();
      return (await testClocks.get(tx, company.testClock)).now;
    },
  };
}

/** A new account's first renewal is the next period start: its first period is bought by order. */
function accountOpened(company: Company, input: AccountInput, now: Date): BillingAccount {
  const record: AccountRecord = {
    id: newId('ba'),
    company: company.id,
    name: input.name,
    currency: input.currency,
    timeZone: input.timeZone,
    anchorDate: input.anchorDate,
    testClock: input.testClock ?? null,
    openedAt: now,
    renewedUntil: input.anchorDate,
    suspendedAt: null,
    suspendedReason: null,
    closedAt: null,
    unpaidSuspendsAt: null,
    unpaidAmount: null,
    unpaidTold: false,
    version: 1n,
  };
  const { today } = accountAt(record, now);
  const { end } = periodContaining(input.anchorDate, today);
  return accountAt({ ...record, renewedUntil: end }, now);
}
