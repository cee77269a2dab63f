import Stripe from 'stripe';
import { ProviderSilent } from '../../../modules/payments/index.ts';

export interface StripeOptions {
  readonly secretKey: string;
  /** Another address than Stripe's own, such as a fake for tests; no path. */
  readonly apiUrl?: string | undefined;
}

/**
 * How long an answer is waited for. Three calls of a charge together stay within the time that
 * one process has a payment for itself.
 */
const TIMEOUT_MS = 8_000;

/** The official client. It repeats nothing by itself: whether to is decided by asking. */
export function createStripeClient({ secretKey, apiUrl }: StripeOptions): Stripe {
  const url = apiUrl === undefined ? undefined : new URL(apiUrl);
  return new Stripe(secretKey, {
    maxNetworkRetries: 0,
    timeout: TIMEOUT_MS,
    telemetry: false,
    ...(url !== undefined && {
      protocol: url.protocol === 'http:' ? 'http' : 'https',
      host: url.hostname,
      port: url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : url.port,
    }),
  });
}

/** Stripe said no for a reason of its own: nothing was done by this call. */
export class StripeRefused extends Error {
  override name = 'StripeRefused';
  /** Stripe's code, such as `card_declined` or `resource_missing`. */
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * Stripe's answer. Throws `StripeRefused` for a plain no, and `ProviderSilent` for everything
 * that leaves open what happened: time-outs, faults of Stripe's own, too many requests, a call
 * with the same key that is still running, and a key of ours that Stripe does not take.
 */
export async function askStripe<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const isPlainNo =
      error instanceof Stripe.errors.StripeCardError ||
      error instanceof Stripe.errors.StripeInvalidRequestError;
    if (isPlainNo) throw new StripeRefused(refusalCode(error));
    throw new ProviderSilent(`Stripe did not answer: ${error.type} ${error.code ?? ''}`.trim());
  }
}

/** The bank's own reason where there is one: `insufficient_funds` says more than a decline. */
function refusalCode(error: InstanceType<typeof Stripe.errors.StripeError>): string {
  const { decline_code: decline } = error as { decline_code?: string };
  return decline ?? error.code ?? 'invalid_request';
}
