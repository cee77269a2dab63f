import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addMonths, type LocalDate } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/id.ts';
import { formatAmount, type Money } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Accounts, type BillingAccount, dayStart } from '../accounts/index.ts';
import { type Catalog, type CatalogSnapshot, licensePriceOn } from '../catalog/index.ts';
import type { AtEnd, Contract, Notice } from './contract.ts';
import {
  insertContract,
  insertNotice,
  selectContractAccount,
  selectContracts,
  withdrawNotices,
} from './contracts.store.ts';
import type { NoticeTerm } from './floors.ts';
import { insertMilestones, type Milestone } from './milestones.store.ts';
import { committedUntil, overlapping } from './terms.ts';

export interface ContractInput {
  readonly startsOn: LocalDate;
  readonly months: number;
  readonly floors: Readonly<Record<string, number>>;
  /** In the account's currency, per unit and month. */
  readonly prices: Readonly<Record<string, Money>>;
  readonly atEnd: AtEnd;
}

export interface Contracts {
  /**
   * Signs a contract; charges nothing. Refuses `contract_overlap`, `unknown_code`, `no_price`
   * (a floor of a type that has no price), `invalid_value` (over before it is signed) and
   * `account_closed`. `licensing` hears of it and raises totals, cancels decreases below.
   */
  sign(tx: Transaction, actor: Actor, account: string, input: ContractInput): Promise<Contract>;
  /** The account's contracts by their first day. */
  list(tx: Transaction, account: Pick<BillingAccount, 'id' | 'currency'>): Promise<Contract[]>;
  /** The same for many accounts at once, by account. */
  listAll(
    tx: Transaction,
    accounts: readonly Pick<BillingAccount, 'id' | 'currency'>[],
  ): Promise<Map<string, Contract[]>>;
  /** Refuses `not_found`, also for another company's actor. */
  get(tx: Transaction, actor: Actor, id: string): Promise<Contract>;
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

    async sign(tx, actor, accountId, input) {
      const account = await accounts.lock(tx, actor, accountId);
      if (account.standing === 'closed') throw new Refusal('account_closed');
      const contract: Contract = {
        ...input,
        id: newId('ctr'),
        account: account.id,
        endsOn: addMonths(input.startsOn, input.months),
        signedAt: account.now,
        notices: [],
      };
      refusePast(contract, account.today);
      refuseUnpriced(await catalog.load(tx), contract, account);
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

    async get(tx, actor, id) {
      const accountId = await selectContractAccount(tx, id);
      if (accountId === undefined) throw notFound();
      const account = await accounts.get(tx, actor, accountId).catch((error: unknown) => {
        // Another company's contract does not exist, rather than its account.
        throw error instanceof Refusal && error.code === 'not_found' ? notFound() : error;
      });
      const found = (await list(tx, account)).find((contract) => contract.id === id);
      if (found === undefined) throw notFound();
      return found;
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
  return new Refusal('not_found', { message: 'There is no such contract.' });
}

function refusePast(contract: Contract, today: LocalDate): void {
  if (contract.endsOn > today) return;
  throw new Refusal('invalid_value', {
    message: `That contract would have ended on ${contract.endsOn}; today is ${today}.`,
    pointer: '/starts_on',
    facts: { ends_on: contract.endsOn, today },
  });
}

/** Every type named must exist, and what will be charged by its floor must have a price. */
function refuseUnpriced(
  snapshot: CatalogSnapshot,
  contract: Contract,
  account: BillingAccount,
): void {
  for (const field of ['floors', 'prices'] as const) {
    const unknown = Object.keys(contract[field]).find((code) => !snapshot.license_type.has(code));
    if (unknown !== undefined) {
      throw new Refusal('unknown_code', {
        message: `There is no license type "${unknown}" in the catalog.`,
        pointer: `/${field}/${unknown}`,
        facts: { code: unknown },
      });
    }
  }
  const day = contract.startsOn > account.today ? contract.startsOn : account.today;
  for (const code of Object.keys(contract.floors)) {
    if (contract.prices[code] !== undefined) continue;
    if (licensePriceOn(snapshot, code, account.currency, day) !== undefined) continue;
    throw new Refusal('no_price', {
      message:
        `The catalog has no price of ${code} in ${account.currency}, ` +
        'so the contract must set one.',
      pointer: `/floors/${code}`,
      facts: { license_type: code, currency: account.currency },
    });
  }
}

function refuseOverlap(contracts: readonly Contract[], contract: Contract, today: LocalDate): void {
  const other = overlapping(contracts, contract, today);
  if (other === undefined) return;
  const until = committedUntil(other, contracts, today);
  throw new Refusal('contract_overlap', {
    message:
      `Another contract runs from ${other.startsOn} up to ${until}; ` +
      'contracts of one billing account never overlap.',
    pointer: '/starts_on',
    facts: { contract: other.id, starts_on: other.startsOn, ends_on: until },
  });
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

function describe(contract: Contract): Record<string, unknown> {
  const prices = Object.entries(contract.prices).map(([code, price]) => [
    code,
    formatAmount(price),
  ]);
  return {
    starts_on: contract.startsOn,
    ends_on: contract.endsOn,
    months: contract.months,
    floors: contract.floors,
    prices: Object.fromEntries(prices),
    at_end: contract.atEnd,
  };
}
