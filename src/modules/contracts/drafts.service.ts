import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addMonths } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import type { Catalog } from '../catalog/index.ts';
import type { Contract, ContractInput, Draft } from './contract.ts';
import { refuseTerms } from './contract-refusals.service.ts';
import { afterContractEvent, type ContractEvent, stateOn } from './contract-state.ts';
import { type Contracts, describe } from './contracts.service.ts';
import { closeDraft, selectDrafts, upsertDraft } from './drafts.store.ts';

/** Contracts that are prepared before anybody is bound by them. */
export interface ContractDrafts {
  /** Refuses `unknown_code`, `no_price`, `invalid_value` and `account_closed`, like signing. */
  prepare(tx: Transaction, actor: Actor, account: string, input: ContractInput): Promise<Draft>;
  /** Refuses `contract_signed` and `contract_over`. */
  amend(tx: Transaction, actor: Actor, id: string, input: ContractInput): Promise<Draft>;
  /** Makes it a contract; see `Contracts.sign`. Refuses `contract_signed` and `contract_over`. */
  sign(tx: Transaction, actor: Actor, id: string): Promise<Contract>;
  /** Refuses `contract_signed` and `contract_over`. */
  discard(tx: Transaction, actor: Actor, id: string): Promise<Draft>;
  list(tx: Transaction, account: Pick<BillingAccount, 'id' | 'currency'>): Promise<Draft[]>;
}

export interface ContractDraftsDeps {
  readonly events: Events;
  readonly catalog: Catalog;
  readonly accounts: Accounts;
  readonly contracts: Contracts;
}

export function createContractDrafts(deps: ContractDraftsDeps): ContractDrafts {
  const { events, catalog, accounts, contracts } = deps;

  /** The draft, its account locked, once the event is one that its state allows. */
  async function open(
    tx: Transaction,
    actor: Actor,
    id: string,
    event: ContractEvent,
  ): Promise<{ draft: Draft; account: BillingAccount }> {
    const { id: accountId } = await contracts.accountOf(tx, actor, id);
    const account = await accounts.lock(tx, actor, accountId);
    const draft = (await selectDrafts(tx, account)).find((one) => one.id === id);
    const all = await contracts.list(tx, account);
    const signed = all.find((one) => one.id === id);
    const discarded = draft?.state === 'discarded' ? 'ended' : 'draft';
    const state = signed === undefined ? discarded : stateOn(signed, all, account.today);
    const outcome = afterContractEvent(state, event);
    if (typeof outcome !== 'string') throw new Refusal(outcome.refused);
    if (draft === undefined) throw new Refusal('contract_signed');
    return { draft, account };
  }

  async function tell(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    what: 'drafted' | 'amended' | 'discarded',
    draft: Omit<Draft, 'state'>,
  ): Promise<void> {
    await events.record(tx, {
      actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type: `contract.${what}`,
      subject: draft.id,
      after: describe(draft),
    });
  }

  async function write(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    what: 'drafted' | 'amended',
    draft: Omit<Draft, 'state'>,
  ): Promise<Draft> {
    if (account.standing === 'closed') throw new Refusal('account_closed');
    const endsOn = addMonths(draft.startsOn, draft.months);
    refuseTerms(await catalog.load(tx), { ...draft, endsOn }, account);
    await upsertDraft(tx, draft);
    await tell(tx, actor, account, what, draft);
    return { ...draft, state: 'draft' };
  }

  return {
    list: selectDrafts,

    async prepare(tx, actor, accountId, input) {
      const account = await accounts.lock(tx, actor, accountId);
      const id = newId('ctr');
      const draft = { ...input, id, account: account.id, draftedAt: account.now };
      return await write(tx, actor, account, 'drafted', draft);
    },

    async amend(tx, actor, id, input) {
      const { draft, account } = await open(tx, actor, id, 'amend');
      const { account: of, draftedAt } = draft;
      return await write(tx, actor, account, 'amended', { ...input, id, account: of, draftedAt });
    },

    async sign(tx, actor, id) {
      const { draft, account } = await open(tx, actor, id, 'sign');
      const { startsOn, months, floors, prices, atEnd } = draft;
      const input = { startsOn, months, floors, prices, atEnd };
      await closeDraft(tx, id, 'signed_at', account.now);
      return await contracts.sign(tx, actor, account.id, input, id);
    },

    async discard(tx, actor, id) {
      const { draft, account } = await open(tx, actor, id, 'discard');
      await closeDraft(tx, id, 'discarded_at', account.now);
      await tell(tx, actor, account, 'discarded', draft);
      return { ...draft, state: 'discarded' };
    },
  };
}
