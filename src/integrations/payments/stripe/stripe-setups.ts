import type Stripe from 'stripe';
import type { AccountAtProvider, HostedSetups } from '../../../modules/payments/index.ts';
import { askStripe } from './stripe-client.ts';
import { describeMethod } from './stripe-method.ts';

export interface StripeSetupsDeps {
  readonly stripe: Stripe;
  readonly ensureCustomer: (account: AccountAtProvider) => Promise<string>;
}

/** Stripe's Checkout in its set-up mode: the customer types a card or bank account there. */
export function createStripeSetups({ stripe, ensureCustomer }: StripeSetupsDeps): HostedSetups {
  return {
    async begin(id, account, returnUrl) {
      const customer = await ensureCustomer(account);
      const session = await askStripe(() =>
        stripe.checkout.sessions.create({
          mode: 'setup',
          customer,
          currency: account.currency.toLowerCase(),
          client_reference_id: id,
          success_url: returnUrl,
          cancel_url: returnUrl,
        }),
      );
      return { reference: session.id, url: session.url ?? returnUrl };
    },

    async ask(reference) {
      const session = await askStripe(() =>
        stripe.checkout.sessions.retrieve(reference, { expand: ['setup_intent.payment_method'] }),
      );
      if (session.status === 'expired') return { status: 'expired' };
      const intent = session.setup_intent;
      const method = typeof intent === 'object' ? intent?.payment_method : undefined;
      // Bank accounts may still have to be verified after the page was left.
      if (session.status !== 'complete' || typeof intent !== 'object') return { status: 'pending' };
      if (intent?.status !== 'succeeded' || typeof method !== 'object' || method === null) {
        return { status: 'pending' };
      }
      const described = describeMethod(method);
      if (described === undefined) return { status: 'expired' }; // Nothing that we can charge.
      return { status: 'completed', token: method.id, described };
    },
  };
}
