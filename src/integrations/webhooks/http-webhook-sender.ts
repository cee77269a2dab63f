import { Webhook } from 'standardwebhooks';
import type { WebhookSender } from '../../modules/webhooks/index.ts';

/** A receiver should answer first and work later; the specification allows 15 to 30 seconds. */
const TIMEOUT_MS = 15_000;

/**
 * Sends over HTTP with a Standard Webhooks signature. A redirect is a failure: following one
 * would let a receiver send our requests to wherever it likes.
 */
export function createHttpWebhookSender(timeoutMs: number = TIMEOUT_MS): WebhookSender {
  return {
    async send({ url, secret, id, sentAt, payload }) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            'content-type': 'application/json',
            'user-agent': 'Tollkeeper',
            'webhook-id': id,
            'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
            'webhook-signature': new Webhook(secret).sign(id, sentAt, payload),
          },
          body: payload,
        });
        await response.body?.cancel();
        const summary = `HTTP ${response.status}`;
        if (response.ok) return { outcome: 'accepted', summary };
        return { outcome: response.status === 410 ? 'gone' : 'failed', summary };
      } catch (error) {
        return { outcome: 'failed', summary: reasonOf(error) };
      }
    },
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`.slice(0, 300);
}
