import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addMonths, type LocalDate } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import { type Accounts, type BillingAccount, dayStart } from '../accounts/index.ts';
import type { Catalog } from '../catalog/index.ts';
import type { Contract, ContractInput, Notice } from './contract.ts';
import { refuseEnd, refuseOverlap, refuseTerms } from './contract-refusals.service.ts';
import { afterContractEvent, stateOn } from './contract-state.ts';
import {
  insertContract,
  insertEnd,
  insertNotice,
  priceTexts,
  selectContractAccount,
  selectContracts,
  withdrawNotices,
} from './contracts.store.ts';
import type { NoticeTerm } from './floors.ts';
import { insertMilestones, type Milestone } from './milestones.store.ts';

export interface Contracts {
  /**
   * Signs a contract; charges nothing. Refuses `contract_overlap`, `unknown_code`, `no_price`
   * (a floor of a type that has no price), `invalid_value` (over before it is signed) and
   * `account_closed`. `licensing` hears of it and raises totals, cancels decreases below. A
   * draft that is signed gives it its `id`.
   */
  sign(
    tx: Transaction,
    actor: Actor,
    account: string,
    input: ContractInput,
    id?: string,
  ): Promise<Contract>;
  /** The account's contracts by their first day. */
  list(tx: Transaction, account: Pick<BillingAccount, 'id' | 'currency'>): Promise<Contract[]>;
  /** The same for many accounts at once, by account. */
  listAll(
    tx: Transaction,
    accounts: readonly Pick<BillingAccount, 'id' | 'currency'>[],
  ): Promise<Map<string, Contract[]>>;
  /** Whose contract or draft it is. Refuses `not_found`, also for another company's actor. */
  accountOf(tx: Transaction, actor: Actor, id: string): Promise<BillingAccount>;
  /**
   * Ends a signed contract before it would end by itself, as both sides agreed: from `endsOn` on
   * the account is month-to-month. Nothing charged is repriced. Refuses `contract_not_signed`,
   * `contract_over`, and `invalid_value` where that day is not to come, or too late to matter.
   */
  end(
    tx: Transaction,
    actor: Actor,
    id: string,
    input: { endsOn: LocalDate; reason: string },
  ): Promise<Contract>;
  /** Lowers the floor of a renewed term that has not begun. The account is locked. */
  giveNotice(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    notice: NoticeTerm & { licenseType: string; floor: number },
  ): Promise<void>;
  /** Takes back the type's notices for terms that have not begun. The account is locked. */
  withdrawComingNotices(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    licenseType: string,
  ): Promise<void>;
}

export interface ContractsDeps {
  readonly events: Events;
  readonly catalog: Catalog;
  readonly accounts: Accounts;
}

export function createContracts({ events, catalog, accounts }: ContractsDeps): Contracts {
  const list: Contracts['list'] = async (tx, account) =>
    (await selectContracts(tx, [account])).get(account.id) ?? [];

  const accountOf: Contracts['accountOf'] = async (tx, actor, id) => {
    const account = await selectContractAccount(tx, id);
    if (account === undefined) throw notFound();
    return await accounts.get(tx, actor, account).catch((error: unknown) => {
      // Another company's contract does not exist, rather than its account.
      throw error instanceof Refusal && error.code === 'not_found' ? notFound() : error;
    });
  };

  async function recordNotice(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    what: 'given' | 'withdrawn',
    { contract, licenseType, termStart, floor }: Notice & { contract: string },
  ): Promise<void> {
    await events.record(tx, {
      actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type: `contract.notice_${what}`,
      subject: contract,
      after: { license_type: licenseType, term_start: termStart, floor },
    });
  }

  return {
    list,
    listAll: selectContracts,

    async sign(tx, actor, accountId, input, id = newId('ctr')) {
      const account = await accounts.lock(tx, actor, accountId);
      if (account.standing === 'closed') throw new Refusal('account_closed');
      const contract: Contract = {
        ...input,
        id,
        account: account.id,
        endsOn: addMonths(input.startsOn, input.months),
        signedAt: account.now,
        notices: [],
      };
      refuseTerms(await catalog.load(tx), contract, account);
      refuseOverlap(await list(tx, account), contract, account.today);
      await insertContract(tx, contract);
      await insertMilestones(tx, milestonesOf(contract, account));
      await events.record(tx, {
        actor,
        at: account.now,
        company: account.company,
        account: account.id,
        type: 'contract.signed',
        subject: contract.id,
        after: describe(contract),
      });
      return contract;
    },

    accountOf,

    async end(tx, actor, id, { endsOn, reason }) {
      const { id: accountId } = await accountOf(tx, actor, id);
      const account = await accounts.lock(tx, actor, accountId);
      const all = await list(tx, account);
      const contract = all.find((one) => one.id === id);
      if (contract === undefined) throw new Refusal('contract_not_signed');
      const state =
        contract.endedOn === undefined ? stateOn(contract, all, account.today) : 'ended';
      const outcome = afterContractEvent(state, 'end');
      if (typeof outcome !== 'string') throw new Refusal(outcome.refused);
      refuseEnd(contract, all, endsOn, account.today);
      await insertEnd(tx, { contract: id, endsOn, reason, orderedAt: account.now });
      const dueAt = dayStart(account, endsOn);
      const kind = 'end' as const;
      await insertMilestones(tx, [
        { contract: id, account: account.id, kind, dueOn: endsOn, dueAt },
      ]);
      await events.record(tx, {
        actor,
        at: account.now,
        company: account.company,
        account: account.id,
        type: 'contract.end_ordered',
        subject: id,
        after: { ends_on: endsOn, reason },
      });
      return { ...contract, endedOn: endsOn };
    },

    async giveNotice(tx, actor, account, notice) {
      await insertNotice(tx, { ...notice, givenAt: account.now });
      await recordNotice(tx, actor, account, 'given', notice);
    },

    async withdrawComingNotices(tx, actor, account, licenseType) {
      const withdrawal = { licenseType, today: account.today, at: account.now };
      for (const notice of await withdrawNotices(tx, account.id, withdrawal)) {
        await recordNotice(tx, actor, account, 'withdrawn', notice);
      }
    },
  };
}

function notFound(): Refusal {
  return new Refusal('not_found', { message: say('There is no such contract.') });
}

function milestonesOf(contract: Contract, account: BillingAccount): Milestone[] {
  const milestone = (kind: Milestone['kind'], dueOn: LocalDate): Milestone => ({
    contract: contract.id,
    account: account.id,
    kind,
    dueOn,
    dueAt: dayStart(account, dueOn),
  });
  const end = milestone('term_end', contract.endsOn);
  // One that begins at once is told by its signing.
  return contract.startsOn > account.today ? [milestone('start', contract.startsOn), end] : [end];
}

/** A contract's terms as events and the audit log tell them. */
export function describe(terms: ContractInput & { endsOn?: LocalDate }): Record<string, unknown> {
  return {
    starts_on: terms.startsOn,
    ...(terms.endsOn !== undefined && { ends_on: terms.endsOn }),
    months: terms.months,
    floors: terms.floors,
    prices: priceTexts(terms.prices),
    at_end: terms.atEnd,
  };
}
