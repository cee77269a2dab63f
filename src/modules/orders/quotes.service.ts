import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import type { Offers } from './offer.service.ts';
import { insertQuote, selectQuote, selectQuotes } from './orders.store.ts';
import { type Quote, type QuoteRequest, quoteExpiry } from './quote.ts';

export interface Quotes {
  /** An offer that is kept: what it shows is what is charged, until it ends. */
  create(tx: Transaction, account: BillingAccount, request: QuoteRequest): Promise<Quote>;
  /** Refuses `not_found`, also to other companies. */
  get(tx: Transaction, actor: Actor, id: string): Promise<Quote>;
  /** Newest first. */
  list(
    tx: Transaction,
    account: string,
    page: { after?: string | undefined; limit: number },
  ): Promise<Quote[]>;
}

export function createQuotes(deps: { accounts: Accounts; offers: Offers }): Quotes {
  return {
    async create(tx, account, request) {
      const offer = await deps.offers.make(tx, account, request);
      const quote: Quote = {
        id: newId('quo'),
        account: account.id,
        request,
        figures: offer.figures,
        createdAt: account.now,
        expiresAt: quoteExpiry(account.now, account.today, account.timeZone),
      };
      await insertQuote(tx, quote, offer.totals.total.micros);
      return quote;
    },

    async get(tx, actor, id) {
      const quote = await selectQuote(tx, id);
      if (quote === undefined) {
        throw new Refusal('not_found', { message: say('There is no such quote.') });
      }
      await deps.accounts.get(tx, actor, quote.account); // Refuses those of other companies.
      return quote;
    },

    list: (tx, account, page) => selectQuotes(tx, { account, ...page }),
  };
}
