import type { Config } from './config.ts';
import type { Database } from './database/transaction.ts';
import { createOfflineProvider } from './integrations/payments/offline.ts';
import { createSandboxProvider } from './integrations/payments/sandbox.ts';
import { createStripeClient } from './integrations/payments/stripe/stripe-client.ts';
import { createStripeProvider } from './integrations/payments/stripe/stripe-provider.ts';
import {
  createStripeWebhooks,
  type StripeWebhooks,
} from './integrations/payments/stripe/stripe-webhooks.ts';
import type { Clock } from './kernel/clock.ts';
import type { PaymentProvider, ProviderNewsHandler } from './modules/payments/index.ts';

/** The providers that the settings name. */
export interface PaymentProviders {
  readonly list: readonly PaymentProvider[];
  /** Stripe's webhooks, where Stripe is one of them. */
  readonly webhooks: (news: ProviderNewsHandler) => StripeWebhooks | undefined;
}

export interface PaymentProvidersDeps {
  readonly database: Database;
  readonly config: Config;
  readonly clock: Clock;
  /** The console's address: people come back to it from a page of a provider's. */
  readonly consoleUrl: () => string;
}

/** Checks and wires always; the sandbox's pretended cards only where nothing real is charged. */
export function createPaymentProviders(deps: PaymentProvidersDeps): PaymentProviders {
  const { database, config, clock, consoleUrl } = deps;
  const list: PaymentProvider[] = [createOfflineProvider()];
  if (config.sandboxPayments) list.unshift(createSandboxProvider(database));
  if (config.stripe === undefined) return { list, webhooks: () => undefined };
  const { webhookSecret: secret } = config.stripe;
  const stripe = createStripeClient(config.stripe);
  const returnUrl = () => `${consoleUrl()}/billing-information`;
  const provider = createStripeProvider({ database, stripe, returnUrl });
  list.unshift(provider);
  return {
    list,
    webhooks: (handler) =>
      createStripeWebhooks({
        database,
        stripe,
        secret,
        clock,
        hear: (news) => handler.hear(provider.name, news),
      }),
  };
}
