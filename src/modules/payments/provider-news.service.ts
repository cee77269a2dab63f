import type { Database } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Charging } from './charging.service.ts';
import type { FundingSources } from './funding-sources.service.ts';
import type { Payment } from './payment.ts';
import { hurryAsk, selectPaymentByKey } from './payments.store.ts';
import type { Setups } from './setups.service.ts';

/** What a provider has told us something about. What is new about it is asked, never believed. */
export type ProviderNews =
  | { readonly about: 'payment'; readonly chargeKey: string }
  | { readonly about: 'setup'; readonly reference: string }
  | { readonly about: 'token'; readonly token: string };

export interface ProviderNewsHandler {
  /** Asks the provider and acts on its answer. False where it is about nothing of ours. */
  hear(provider: string, news: ProviderNews): Promise<boolean>;
}

export interface ProviderNewsDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly charging: Charging;
  readonly fundingSources: FundingSources;
  readonly setups: Setups;
}

/** News often overtake the answer that the charging process still waits for: some patience. */
const PATIENCE_MS = 1_500;
const POLL_MS = 50;

export function createProviderNews(deps: ProviderNewsDeps): ProviderNewsHandler {
  const { database, accounts, charging, fundingSources, setups } = deps;

  /** Whoever talks to the provider just now may have asked too early: it is asked again soon. */
  async function askSoon({ id, account: accountId }: Payment): Promise<void> {
    await database.transaction(async (tx) => {
      const account = await accounts.lock(tx, SYSTEM, accountId);
      await hurryAsk(tx, id, account.now);
    });
  }

  async function hearOfPayment(chargeKey: string): Promise<boolean> {
    const payment = await database.read((tx) => selectPaymentByKey(tx, chargeKey));
    if (payment === undefined) return false;
    for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += POLL_MS) {
      if ((await charging.refresh(payment.id)) !== undefined) return true;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    await askSoon(payment);
    return true;
  }

  return {
    async hear(provider, news) {
      switch (news.about) {
        case 'payment':
          return await hearOfPayment(news.chargeKey);
        case 'setup':
          return await setups.heardOf(provider, news.reference);
        case 'token':
          return (await fundingSources.refresh(provider, news.token)) > 0;
      }
    },
  };
}
