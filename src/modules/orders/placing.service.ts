import type { Database, Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount } from '../accounts/index.ts';
import { type Charging, type FundingSources, lastPaymentOf } from '../payments/index.ts';
import type { Wallet } from '../wallet/index.ts';
import type { Delivery } from './delivery.service.ts';
import { orderedBy } from './delivery.service.ts';
import type { Offer, Offers } from './offer.service.ts';
import type { Order } from './order.ts';
import {
  insertOrder,
  selectLicenseOrderUnderWay,
  selectOrder,
  selectOrderOfQuote,
  selectQuote,
} from './orders.store.ts';
import { type Quote, quoteExpiry, sameFigures } from './quote.ts';
import type { TermsOfOrders } from './terms.service.ts';

export interface PlaceInput {
  readonly account: string;
  readonly quote: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly termsVersion: string;
  /** Another than the default. */
  readonly fundingSource?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

export interface Placing {
  /**
   * Buys what a quote offers; returns the order's id. Opens transactions of its own, because a
   * charge belongs in none: the order and the charge's key are committed before the provider is
   * called, so whatever happens then, repeating the call finds out and never charges twice.
   *
   * Refuses `terms_not_accepted`, `quote_expired`, `quote_outdated`, `quote_used`,
   * `no_valid_funding_source`, `payment_declined`, and `payment_unknown` where the provider does
   * not answer: the same call, later, resumes.
   */
  place(actor: Actor, input: PlaceInput): Promise<string>;
}

export interface PlacingDeps {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly wallet: Wallet;
  readonly fundingSources: FundingSources;
  readonly charging: Charging;
  readonly offers: Offers;
  readonly delivery: Delivery;
  readonly terms: Pick<TermsOfOrders, 'inForce'>;
  /** The machine's clock. */
  readonly clock: Clock;
  /** Does what is due until the account's now; see `DueWork`. */
  readonly bringUpToDate: (account: string) => Promise<void>;
}

/** What to do next about a quote that is to be bought. */
type Step =
  | { readonly next: 'done'; readonly order: string }
  | { readonly next: 'charge' | 'resume'; readonly order: string; readonly payment: string }
  /** Another order that waits for its customer's confirmation makes room. */
  | { readonly next: 'give_up'; readonly payment: string }
  | { readonly next: 'wait' };

/** As long as one process may be talking to a provider about an order that is in the way. */
const PATIENCE_MS = 35_000;
const POLL_MS = 40;

export function createPlacing(deps: PlacingDeps): Placing {
  const { database, accounts, wallet, fundingSources, charging, offers, delivery } = deps;

  /** What stands in the way: the quote's own order, if it has one. */
  async function stepForExisting(
    tx: Transaction,
    order: Order,
    key: string | undefined,
  ): Promise<Step> {
    const isOurs = key !== undefined && order.idempotencyKey === key;
    const used = () =>
      new Refusal('quote_used', {
        message: say('This quote has bought already: it is the order {order}.', {
          order: order.id,
        }),
        facts: { order: order.id },
      });
    if (order.state !== 'charging') {
      if (isOurs) return { next: 'done', order: order.id };
      throw used();
    }
    const payment = await lastPaymentOf(tx, order.id);
    assert(payment !== undefined, 'an order that is being charged has a payment');
    const isClaimed = payment.claimedUntil !== null && payment.claimedUntil > deps.clock.now();
    // Nobody is talking to the provider any more: whoever repeats the order finds out.
    if (!isClaimed) return { next: 'resume', order: order.id, payment: payment.id };
    if (isOurs) return { next: 'wait' };
    throw used();
  }

  async function begin(tx: Transaction, actor: Actor, input: PlaceInput): Promise<Step> {
    const account = await accounts.lock(tx, actor, input.account);
    const quote = await quoteOf(tx, account, input.quote);
    const existing = await selectOrderOfQuote(tx, quote.id);
    if (existing !== undefined) {
      return await stepForExisting(tx, existing, input.idempotencyKey);
    }
    if (account.now >= quote.expiresAt) {
      throw new Refusal('quote_expired', {
        facts: { expired_at: quote.expiresAt.toISOString() },
      });
    }
    const offer = await offers.make(tx, account, quote.request);
    if (!sameFigures(offer.figures, quote.figures)) {
      throw new Refusal('quote_outdated', { facts: { figures: offer.figures } });
    }
    const inTheWay = offer.changesLicenses
      ? await selectLicenseOrderUnderWay(tx, account.id)
      : undefined;
    if (inTheWay !== undefined) {
      const payment = await lastPaymentOf(tx, inTheWay.id);
      return payment?.state === 'requires_action'
        ? { next: 'give_up', payment: payment.id }
        : { next: 'wait' };
    }
    return await open(tx, actor, account, input, { quote, offer });
  }

  /** Writes the order down; one that costs something is then to be charged. */
  async function open(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    input: PlaceInput,
    { quote, offer }: { quote: Quote; offer: Offer },
  ): Promise<Step> {
    const due = offer.totals.total;
    const source =
      due.micros > 0n ? await fundingSources.toCharge(tx, account, input.fundingSource) : undefined;
    const by = orderedBy(actor, input, input.termsVersion);
    const purchase =
      offer.minutes &&
      (await wallet.beginPurchase(tx, by, account, { amount: offer.minutes, isRecharge: false }));
    const order: Order = {
      id: newId('ord'),
      account: account.id,
      kind: 'order',
      quote: quote.id,
      state: 'charging',
      request: quote.request,
      lines: offer.lines,
      tax: offer.totals.tax,
      due,
      taxTerms: offer.totals.taxTerms,
      changesLicenses: offer.changesLicenses,
      purchase: purchase?.id ?? null,
      actor: by,
      idempotencyKey: input.idempotencyKey ?? null,
      placedAt: account.now,
      settledAt: null,
      version: 1n,
    };
    await insertOrder(tx, order);
    if (source === undefined) {
      await delivery.deliverFree(tx, account, order, offer);
      return { next: 'done', order: order.id };
    }
    const subject = order.id;
    // What was quoted holds no longer than that, so neither does a confirmation that is awaited.
    const confirmBy = quoteExpiry(account.now, account.today, account.timeZone);
    const request = { purpose: 'order', subject, source, amount: due, confirmBy } as const;
    const payment = await charging.prepare(tx, account, request);
    return { next: 'charge', order: order.id, payment: payment.id };
  }

  /** An order of this quote that nobody is charging any more; taking it over resumes it. */
  async function takeOver(quote: string): Promise<string | undefined> {
    const found = await database.read(async (tx) => {
      const order = await selectOrderOfQuote(tx, quote);
      if (order?.state !== 'charging') return undefined;
      const payment = await lastPaymentOf(tx, order.id);
      return payment && { order: order.id, payment: payment.id };
    });
    if (found === undefined) return undefined;
    const settled = await charging.settle(found.payment, 'resume');
    return settled === undefined ? undefined : found.order;
  }

  async function finished(order: string): Promise<string> {
    const { placed, payment } = await database.read(async (tx) => ({
      placed: await selectOrder(tx, order),
      payment: await lastPaymentOf(tx, order),
    }));
    assert(placed !== undefined, 'an order that was placed is there');
    switch (placed.state) {
      case 'declined':
        throw new Refusal('payment_declined', { facts: { order } });
      case 'charging':
        if (payment?.state === 'requires_action') return placed.id; // The customer's turn.
        throw new Refusal('payment_unknown', { facts: { order } });
      case 'refunded':
        throw new Refusal('quote_outdated', {
          message: say('What was ordered changed while it was being paid; the payment goes back.'),
          facts: { order },
        });
      default:
        return placed.id;
    }
  }

  return {
    async place(actor, input) {
      // Whose account and quote it is comes first: another company's order is never looked at.
      const terms = await database.read(async (tx) => {
        await quoteOf(tx, await accounts.get(tx, actor, input.account), input.quote);
        return await deps.terms.inForce(tx);
      });
      // An order in doubt accepted the terms of its own day, whatever has come into force since.
      const resumed = await takeOver(input.quote);
      if (resumed !== undefined) return await finished(resumed);
      if (input.termsVersion !== terms.version) {
        throw new Refusal('terms_not_accepted', {
          pointer: '/terms_version',
          facts: { version: terms.version, url: terms.url },
        });
      }
      const until = deps.clock.now().getTime() + PATIENCE_MS;
      while (deps.clock.now().getTime() < until) {
        await deps.bringUpToDate(input.account);
        const step = await database.transaction((tx) => begin(tx, actor, input));
        switch (step.next) {
          case 'done':
            return await finished(step.order);
          case 'charge':
            await charging.charge(step.payment);
            return await finished(step.order);
          case 'resume': {
            const settled = await charging.settle(step.payment, 'resume');
            if (settled !== undefined) return await finished(step.order);
            break;
          }
          case 'give_up':
            await charging.settle(step.payment, 'give_up');
            break;
          default:
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      throw new Refusal('payment_unknown');
    },
  };
}

async function quoteOf(tx: Transaction, account: BillingAccount, id: string): Promise<Quote> {
  const quote = await selectQuote(tx, id);
  if (quote?.account === account.id) return quote;
  throw new Refusal('not_found', {
    message: say('There is no such quote of this billing account.'),
  });
}
