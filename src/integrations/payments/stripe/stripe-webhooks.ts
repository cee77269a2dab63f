import type Stripe from 'stripe';
import type { Database } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { ProviderNews } from '../../../modules/payments/index.ts';
import { deleteEvents, hasEvent, keepEvent, selectKeyOfIntent } from './stripe.store.ts';

/** What became of a webhook. */
export type WebhookOutcome = 'applied' | 'ignored' | 'duplicate' | 'forged';

export interface StripeWebhooks {
  /**
   * Takes one in: `forged` where its signature does not hold or is older than five minutes,
   * `duplicate` where its event was taken in before. Whatever else it says, only what it is about
   * is read, and Stripe asked how that stands now: events come late, twice and out of order.
   */
  receive(body: string, signature: string): Promise<WebhookOutcome>;
  /** Forgets the events of more than 60 days ago. One that came again would change nothing. */
  forgetOld(): Promise<void>;
}

/** Stripe sends an event again by itself for three days, and on demand for thirty. */
const KEPT_DAYS = 60;
const DAY_MS = 86_400_000;

export interface StripeWebhooksDeps {
  readonly database: Database;
  readonly stripe: Stripe;
  readonly secret: string;
  readonly clock: Clock;
  /** Acts on news; false where they are about nothing of ours. */
  readonly hear: (news: ProviderNews) => Promise<boolean>;
}

export function createStripeWebhooks(deps: StripeWebhooksDeps): StripeWebhooks {
  const { database, stripe, secret, clock, hear } = deps;

  function verified(body: string, signature: string): Stripe.Event | undefined {
    try {
      return stripe.webhooks.constructEvent(body, signature, secret);
    } catch {
      return undefined; // Signature, age or JSON: it is not from Stripe, or nobody can tell.
    }
  }

  async function newsOfIntent(intent: unknown): Promise<ProviderNews | undefined> {
    if (typeof intent !== 'string') return undefined;
    const chargeKey = await database.read((tx) => selectKeyOfIntent(tx, intent));
    return chargeKey === undefined ? undefined : { about: 'payment', chargeKey };
  }

  async function newsOf(event: Stripe.Event): Promise<ProviderNews | undefined> {
    const subject = event.data.object as unknown as Record<string, unknown>;
    const { id } = subject;
    switch (subject.object) {
      case 'payment_intent':
        return await newsOfIntent(id);
      case 'charge':
      case 'dispute':
      case 'refund':
        return await newsOfIntent(subject.payment_intent);
      case 'checkout.session':
        return { about: 'setup', reference: String(id) };
      case 'payment_method':
        return { about: 'token', token: String(id) };
      default:
        return undefined;
    }
  }

  return {
    async receive(body, signature) {
      const event = verified(body, signature);
      if (event === undefined) return 'forged';
      if (await database.read((tx) => hasEvent(tx, event.id))) return 'duplicate';
      const news = await newsOf(event);
      const outcome = news !== undefined && (await hear(news)) ? 'applied' : 'ignored';
      // Kept once it was acted on: acting twice is harmless, forgetting to act is not.
      const { id, type } = event;
      const receivedAt = clock.now();
      await database.transaction((tx) => keepEvent(tx, { id, type, outcome, receivedAt }));
      return outcome;
    },

    async forgetOld() {
      const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS);
      await database.transaction((tx) => deleteEvents(tx, before));
    },
  };
}
