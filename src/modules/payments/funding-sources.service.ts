import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import type { Receivables } from '../invoicing/index.ts';
import { chargeable, type FundingSource, mayRemove, withDefault } from './funding-source.ts';
import {
  insertFundingSource,
  selectFundingSource,
  selectFundingSources,
  selectPaidByHand,
  updatePositions,
  updateStatus,
} from './funding-sources.store.ts';
import type { PaymentProvider } from './payment-provider.ts';

export interface FundingSourceInput {
  readonly provider: string;
  readonly token: string;
  /** The first one is the default in any case. */
  readonly isDefault: boolean;
}

export interface FundingSources {
  /** Refuses `invalid_value` for a provider or token that is not known. */
  add(
    tx: Transaction,
    actor: Actor,
    account: string,
    input: FundingSourceInput,
  ): Promise<FundingSource>;
  /** Refuses `not_found`, also to other companies. */
  get(tx: Transaction, actor: Actor, id: string): Promise<FundingSource>;
  /** The default first, then the backups in the order they are tried; removed ones left out. */
  list(tx: Transaction, account: string): Promise<FundingSource[]>;
  makeDefault(tx: Transaction, actor: Actor, id: string): Promise<FundingSource>;
  /** Refuses `last_funding_source`. */
  remove(tx: Transaction, actor: Actor, id: string): Promise<FundingSource>;
  /**
   * The source to charge: the one named, or the default. Refuses `no_valid_funding_source`, and
   * `invalid_value` where the named one is not one of the account's valid ones.
   */
  toCharge(
    tx: Transaction,
    account: BillingAccount,
    named?: string | undefined,
  ): Promise<FundingSource>;
  /** What people recognize it by, also when it was removed since. */
  labelOf(tx: Transaction, id: string): Promise<string>;
  /** Whether the default is paid by hand (check, wire), so that nothing is to be collected. */
  isPaidByHand(tx: Transaction, account: string): Promise<boolean>;
  /** Those of the accounts of which that is true. */
  paidByHand(tx: Transaction, accounts: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface FundingSourcesDeps {
  readonly events: Events;
  readonly accounts: Accounts;
  readonly receivables: Receivables;
  readonly providers: ReadonlyMap<string, PaymentProvider>;
}

export function createFundingSources(deps: FundingSourcesDeps): FundingSources {
  const { events, accounts, receivables, providers } = deps;

  async function get(tx: Transaction, actor: Actor, id: string): Promise<FundingSource> {
    const source = await selectFundingSource(tx, id);
    if (source === undefined || source.status === 'removed') {
      throw new Refusal('not_found', { message: 'There is no such funding source.' });
    }
    await accounts.get(tx, actor, source.account); // Refuses those of other companies.
    return source;
  }

  async function lockWithSource(tx: Transaction, actor: Actor, id: string) {
    const { account: accountId } = await get(tx, actor, id);
    const account = await accounts.lock(tx, actor, accountId);
    return { account, source: await get(tx, actor, id) };
  }

  async function tell(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    what: 'added' | 'made_default' | 'removed',
    source: FundingSource,
  ): Promise<void> {
    await events.record(tx, {
      actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type: `funding_source.${what}`,
      subject: source.id,
      after: { provider: source.provider, kind: source.kind, label: source.label },
    });
  }

  return {
    get,
    list: selectFundingSources,

    async add(tx, actor, accountId, input) {
      const provider = providers.get(input.provider);
      if (provider === undefined) {
        throw new Refusal('invalid_value', {
          message: `This installation has no payment provider "${input.provider}".`,
          pointer: '/provider',
          facts: { providers: [...providers.keys()] },
        });
      }
      const token = await provider.describe(input.token);
      if (token === undefined) {
        throw new Refusal('invalid_value', {
          message: `The provider "${input.provider}" knows no such token.`,
          pointer: '/token',
        });
      }
      const account = await accounts.lock(tx, actor, accountId);
      if (account.standing === 'closed') throw new Refusal('account_closed');
      const present = await selectFundingSources(tx, account.id);
      const source: FundingSource = {
        id: newId('fs'),
        account: account.id,
        provider: input.provider,
        kind: token.kind,
        label: token.label,
        token: input.token,
        status: 'valid',
        position: present.length,
        createdAt: account.now,
        version: 1n,
      };
      await insertFundingSource(tx, source);
      const order = [...present, source];
      const isDefault = input.isDefault || chargeable(present).length === 0;
      await updatePositions(tx, isDefault ? withDefault(order, source.id) : order.map(idOf));
      await tell(tx, actor, account, 'added', source);
      // Whoever adds a card to an account that owes something means to pay with it.
      if (source.kind !== 'offline') await receivables.collectNow(tx, account);
      return await get(tx, actor, source.id);
    },

    async makeDefault(tx, actor, id) {
      const { account, source } = await lockWithSource(tx, actor, id);
      const present = await selectFundingSources(tx, account.id);
      await updatePositions(tx, withDefault(present, id));
      await tell(tx, actor, account, 'made_default', source);
      return await get(tx, actor, id);
    },

    async remove(tx, actor, id) {
      const { account, source } = await lockWithSource(tx, actor, id);
      const present = await selectFundingSources(tx, account.id);
      if (!mayRemove(present, id) && account.standing !== 'closed') {
        throw new Refusal('last_funding_source');
      }
      await updateStatus(tx, id, 'removed');
      await updatePositions(
        tx,
        present.map(idOf).filter((other) => other !== id),
      );
      await tell(tx, actor, account, 'removed', source);
      return { ...source, status: 'removed' };
    },

    async toCharge(tx, account, named) {
      const valid = chargeable(await selectFundingSources(tx, account.id));
      const source = named === undefined ? valid[0] : valid.find(({ id }) => id === named);
      if (source !== undefined) return source;
      if (named !== undefined && valid.length > 0) {
        throw new Refusal('invalid_value', {
          message: 'That is not a valid funding source of this billing account.',
          pointer: '/funding_source',
        });
      }
      throw noValidSource(account);
    },

    async labelOf(tx, id) {
      const source = await selectFundingSource(tx, id);
      assert(source !== undefined, 'a funding source is never deleted');
      return source.label;
    },

    paidByHand: selectPaidByHand,
    isPaidByHand: async (tx, account) => (await selectPaidByHand(tx, [account])).has(account),
  };
}

/** Nothing can be charged until one is added. */
export function noValidSource({ id }: Pick<BillingAccount, 'id'>): Refusal {
  return new Refusal('no_valid_funding_source', {
    remedies: [
      {
        action: 'add_funding_source',
        label: 'Add a funding source',
        link: `/billing-accounts/${id}/funding-sources`,
      },
    ],
  });
}

function idOf(source: FundingSource): string {
  return source.id;
}
