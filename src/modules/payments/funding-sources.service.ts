import type { Events } from '../../database/events.ts';
import type { Database, Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import type { Receivables } from '../invoicing/index.ts';
import { chargeable, type FundingSource, mayRemove, withDefault } from './funding-source.ts';
import {
  insertFundingSource,
  selectFundingSource,
  selectFundingSources,
  selectPaidByHand,
  selectSourcesByToken,
  updateDescription,
  updatePositions,
  updateStatus,
} from './funding-sources.store.ts';
import {
  type AccountAtProvider,
  answered,
  type PaymentProvider,
  type TokenDescription,
} from './payment-provider.ts';

export interface FundingSourceInput {
  readonly provider: string;
  readonly token: string;
  /** The first one is the default in any case. */
  readonly isDefault: boolean;
}

/** A source whose provider has been asked about it. */
export interface DescribedSource extends FundingSourceInput {
  readonly described: TokenDescription;
}

export interface FundingSources {
  /**
   * What the provider knows of a token. Asks the provider, so it belongs in no transaction.
   * Refuses `invalid_value` for a provider, token or currency that does not fit.
   */
  describe(account: AccountAtProvider, input: FundingSourceInput): Promise<DescribedSource>;
  /** Refuses `account_closed`. */
  add(
    tx: Transaction,
    actor: Actor,
    account: string,
    source: DescribedSource,
  ): Promise<FundingSource>;
  /**
   * The provider has news of a token, such as a card's new expiry: asks what it is. How many
   * sources it concerned. Opens transactions of its own.
   */
  refresh(provider: string, token: string): Promise<number>;
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
  readonly database: Database;
  readonly events: Events;
  readonly accounts: Accounts;
  readonly receivables: Receivables;
  readonly providers: ReadonlyMap<string, PaymentProvider>;
}

export function createFundingSources(deps: FundingSourcesDeps): FundingSources {
  const { database, events, accounts, receivables, providers } = deps;

  async function get(tx: Transaction, actor: Actor, id: string): Promise<FundingSource> {
    const source = await selectFundingSource(tx, id);
    if (source === undefined || source.status === 'removed') {
      throw new Refusal('not_found', { message: say('There is no such funding source.') });
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
    what: 'added' | 'made_default' | 'removed' | 'changed',
    source: FundingSource,
  ): Promise<void> {
    await events.record(tx, {
      actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type: `funding_source.${what}`,
      subject: source.id,
      after: {
        provider: source.provider,
        kind: source.kind,
        label: source.label,
        expires_on: source.expiresOn,
      },
    });
  }

  return {
    get,
    list: selectFundingSources,

    async describe(account, input) {
      const provider = providerNamed(providers, input.provider);
      const described = await answered(provider, () => provider.describe(input.token, account));
      if (described === undefined) {
        throw new Refusal('invalid_value', {
          message: say('The provider "{provider}" knows no such token.', {
            provider: input.provider,
          }),
          pointer: '/token',
        });
      }
      refuseOtherCurrency(described, account);
      return { ...input, described };
    },

    async add(tx, actor, accountId, input) {
      const { described } = input;
      const account = await accounts.lock(tx, actor, accountId);
      if (account.standing === 'closed') throw new Refusal('account_closed');
      const present = await selectFundingSources(tx, account.id);
      const source: FundingSource = {
        id: newId('fs'),
        account: account.id,
        provider: input.provider,
        kind: described.kind,
        label: described.label,
        token: input.token,
        status: 'valid',
        position: present.length,
        expiresOn: described.expiresOn ?? null,
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

    async refresh(providerName, token) {
      const found = await database.read((tx) => selectSourcesByToken(tx, providerName, token));
      for (const { account: accountId, id } of found) {
        const at = await database.read((tx) => accounts.get(tx, SYSTEM, accountId));
        const provider = providerNamed(providers, providerName);
        const described = await answered(provider, () => provider.describe(token, at));
        await database.transaction(async (tx) => {
          const account = await accounts.lock(tx, SYSTEM, accountId);
          const before = await selectFundingSource(tx, id);
          if (before === undefined || before.status === 'removed') return;
          const after: FundingSource = {
            ...before,
            label: described?.label ?? before.label,
            expiresOn: described === undefined ? before.expiresOn : (described.expiresOn ?? null),
            // What the provider charges no more stays visible, so that it can be replaced.
            status: described === undefined ? 'invalid' : 'valid',
          };
          await updateDescription(tx, id, after);
          await tell(tx, SYSTEM, account, 'changed', after);
        });
      }
      return found.length;
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
          message: say('That is not a valid funding source of this billing account.'),
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

/** Refuses `invalid_value`, naming those that there are. */
export function providerNamed(
  providers: ReadonlyMap<string, PaymentProvider>,
  name: string,
): PaymentProvider {
  const provider = providers.get(name);
  if (provider !== undefined) return provider;
  throw new Refusal('invalid_value', {
    message: say('This installation has no payment provider "{name}".', { name }),
    pointer: '/provider',
    facts: { providers: [...providers.keys()] },
  });
}

/** A bank account that pays in one currency cannot pay for an account in another. */
export function refuseOtherCurrency(
  { label, currencies }: TokenDescription,
  account: AccountAtProvider,
): void {
  if (currencies === undefined || currencies.includes(account.currency)) return;
  throw new Refusal('invalid_value', {
    message: say('{label} pays in {currencies}; this account is in {currency}.', {
      label,
      currencies: currencies.join(', '),
      currency: account.currency,
    }),
    pointer: '/token',
    facts: { currencies, currency: account.currency },
  });
}

/** Nothing can be charged until one is added. */
export function noValidSource({ id }: Pick<BillingAccount, 'id'>): Refusal {
  return new Refusal('no_valid_funding_source', {
    remedies: [
      {
        action: 'add_funding_source',
        label: say('Add a funding source'),
        link: `/billing-accounts/${id}#funding`,
      },
    ],
  });
}

function idOf(source: FundingSource): string {
  return source.id;
}
