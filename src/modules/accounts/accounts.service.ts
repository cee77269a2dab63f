import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { periodContaining } from '../../kernel/period.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Companies, type Company, ownOr404 } from '../companies/index.ts';
import {
  type AccountFilter,
  type AccountRow,
  countAccounts,
  insertAccount,
  lockAccount,
  selectAccount,
  selectAccounts,
  updateStanding,
} from './accounts.store.ts';
import { type AccountRecord, accountAt, type BillingAccount, dayStart } from './billing-account.ts';
import type { TestClocks } from './test-clocks.service.ts';

export interface AccountInput {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly anchorDate: LocalDate;
  readonly testClock?: string | undefined;
}

export interface Accounts {
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
  /** Stops admission of anything new; what runs goes on. Doing it twice changes nothing. */
  suspend(tx: Transaction, actor: Actor, id: string, reason: string): Promise<BillingAccount>;
  /** Back to good standing. Refuses `account_closed`. */
  resume(tx: Transaction, actor: Actor, id: string, reason: string): Promise<BillingAccount>;
  /** Marks it closed; whoever calls has settled what is owed. For ever. */
  markClosed(tx: Transaction, actor: Actor, account: BillingAccount): Promise<BillingAccount>;
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
    return atItsNow(ownOr404(row, row?.record.company, actor, 'billing account'));
  }

  async function lock(tx: Transaction, actor: Actor, id: string): Promise<BillingAccount> {
    // The lock first and the reading after it, so that what is read is what the last one left.
    await lockAccount(tx, id);
    return await get(tx, actor, id);
  }

  async function changeStanding(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    standing: 'good' | 'suspended' | 'closed',
    reason: string,
  ): Promise<BillingAccount> {
    await updateStanding(tx, account.id, { standing, reason, at: account.now });
    await events.record(tx, {
      actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type: standing === 'good' ? 'account.resumed' : `account.${standing}`,
      subject: account.id,
      before: { standing: account.standing },
      after: { standing, reason },
    });
    return await get(tx, actor, account.id);
  }

  async function list(tx: Transaction, filter: AccountFilter): Promise<BillingAccount[]> {
    return (await selectAccounts(tx, filter)).map(atItsNow);
  }

  return {
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

    async suspend(tx, actor, id, reason) {
      const account = await lock(tx, actor, id);
      if (account.standing !== 'good') return account;
      return await changeStanding(tx, actor, account, 'suspended', reason);
    },

    async resume(tx, actor, id, reason) {
      const account = await lock(tx, actor, id);
      if (account.standing === 'closed') throw new Refusal('account_closed');
      if (account.standing === 'good') return account;
      return await changeStanding(tx, actor, account, 'good', reason);
    },

    markClosed: (tx, actor, account) =>
      changeStanding(tx, actor, account, 'closed', 'closed by the operator'),
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
    version: 1n,
  };
  const { today } = accountAt(record, now);
  const { end } = periodContaining(input.anchorDate, today);
  return accountAt({ ...record, renewedUntil: end }, now);
}
