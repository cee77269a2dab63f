import type { Database, Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts } from '../accounts/index.ts';
import {
  type FundingSources,
  providerNamed,
  refuseOtherCurrency,
} from './funding-sources.service.ts';
import {
  answered,
  type HostedSetupResult,
  type HostedSetups,
  type PaymentProvider,
} from './payment-provider.ts';
import {
  insertSetup,
  type Setup,
  selectSetup,
  selectSetupByReference,
  updateSetup,
} from './setups.store.ts';

export interface SetupInput {
  readonly provider: string;
  readonly makeDefault: boolean;
  /** Where the customer comes back to, with our id for the set-up at its end. */
  readonly returnUrl: (setup: string) => string;
}

/**
 * Cards and bank accounts given on a provider's own page. Each method opens transactions of its
 * own, because the provider is asked between them.
 */
export interface Setups {
  /** Opens the provider's page. Refuses `account_closed`, and `invalid_value` for a provider. */
  begin(actor: Actor, account: string, input: SetupInput): Promise<Setup>;
  /** Refuses `not_found`, also to other companies. */
  get(tx: Transaction, actor: Actor, id: string): Promise<Setup>;
  /**
   * Asks the provider what became of it; a card or bank account that was given is added, once
   * however often and by whomever this is called.
   */
  finish(actor: Actor, id: string): Promise<Setup>;
  /** The provider has news of a set-up; false where it is none of ours. */
  heardOf(provider: string, reference: string): Promise<boolean>;
}

export interface SetupsDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly fundingSources: FundingSources;
  readonly providers: ReadonlyMap<string, PaymentProvider>;
}

export function createSetups(deps: SetupsDeps): Setups {
  const { database, accounts, fundingSources, providers } = deps;

  function pagesOf(name: string): { provider: PaymentProvider; pages: HostedSetups } {
    const provider = providerNamed(providers, name);
    if (provider.setups !== undefined) return { provider, pages: provider.setups };
    throw new Refusal('invalid_value', {
      message: say(
        'The provider "{name}" has no page of its own; add the funding source by a token.',
        { name },
      ),
      pointer: '/provider',
    });
  }

  async function get(tx: Transaction, actor: Actor, id: string): Promise<Setup> {
    const setup = await selectSetup(tx, id);
    if (setup === undefined) {
      throw new Refusal('not_found', { message: say('There is no such set-up.') });
    }
    await accounts.get(tx, actor, setup.account); // Refuses those of other companies.
    return setup;
  }

  /** Writes down what became of it, unless somebody else has meanwhile. */
  async function settle(id: string, result: HostedSetupResult): Promise<void> {
    await database.transaction(async (tx) => {
      const { account, actor } = await get(tx, SYSTEM, id);
      const locked = await accounts.lock(tx, SYSTEM, account);
      const setup = await get(tx, SYSTEM, id);
      if (setup.status !== 'pending' || result.status === 'pending') return;
      if (result.status === 'expired') {
        await updateSetup(tx, id, { status: 'expired', fundingSource: null });
        return;
      }
      const { token, described } = result;
      refuseOtherCurrency(described, locked);
      const source = await fundingSources.add(tx, actor, account, {
        provider: setup.provider,
        token,
        isDefault: setup.makeDefault,
        described,
      });
      await updateSetup(tx, id, { status: 'completed', fundingSource: source.id });
    });
  }

  async function finish(actor: Actor, id: string): Promise<Setup> {
    const { setup, account } = await database.read(async (tx) => {
      const found = await get(tx, actor, id);
      return { setup: found, account: await accounts.get(tx, actor, found.account) };
    });
    if (setup.status === 'pending') {
      const { provider, pages } = pagesOf(setup.provider);
      const result = await answered(provider, () => pages.ask(setup.reference, account));
      await settle(id, result);
    }
    return await database.read((tx) => get(tx, actor, id));
  }

  return {
    get,
    finish,

    async begin(actor, accountId, input) {
      const account = await database.read((tx) => accounts.get(tx, actor, accountId));
      if (account.standing === 'closed') throw new Refusal('account_closed');
      const { provider, pages } = pagesOf(input.provider);
      const id = newId('fss');
      const returnUrl = input.returnUrl(id);
      const page = await answered(provider, () => pages.begin(id, account, returnUrl));
      const setup: Setup = {
        id,
        account: account.id,
        provider: input.provider,
        ...page,
        makeDefault: input.makeDefault,
        actor,
        status: 'pending',
        fundingSource: null,
        createdAt: account.now,
      };
      await database.transaction((tx) => insertSetup(tx, setup));
      return setup;
    },

    async heardOf(provider, reference) {
      const setup = await database.read((tx) => selectSetupByReference(tx, provider, reference));
      if (setup === undefined) return false;
      assert(setup.provider === provider, 'a reference is of its provider');
      await finish(SYSTEM, setup.id);
      return true;
    },
  };
}
