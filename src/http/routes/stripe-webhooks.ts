import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';

/** Who takes in what a payment provider tells, as it was sent. */
export interface WebhookReceiver {
  receive(body: string, signature: string): Promise<'applied' | 'ignored' | 'duplicate' | 'forged'>;
}

/**
 * Stripe's webhooks. No key: the signature over the very bytes of the body stands for it, so the
 * body is not parsed before. What is about nothing of ours is answered 200, or it would be sent
 * again for days; what is not signed is 400.
 */
export async function registerStripeWebhooks(
  fastify: FastifyInstance,
  webhooks: WebhookReceiver,
): Promise<void> {
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    scope.post(
      '/v1/integrations/stripe/webhooks',
      { schema: { hide: true } },
      async (request, reply) => {
        const signature = request.headers['stripe-signature'];
        const body = typeof request.body === 'string' ? request.body : '';
        const outcome = await webhooks.receive(body, String(signature ?? ''));
        if (outcome === 'forged') {
          throw new Refusal('forged_webhook');
        }
        return reply.send({ received: true, outcome });
      },
    );
  });
}
