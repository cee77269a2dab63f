import type { Database } from '../database/transaction.ts';
import type { WebhookSender, Webhooks } from '../modules/webhooks/index.ts';
import { createSendingLoop, type SendingLoop, type SendingLoopDeps } from './sending-loop.ts';

export interface WebhookDeliveryDeps {
  readonly database: Database;
  readonly webhooks: Webhooks;
  readonly sender: WebhookSender;
}

/** So many are under way at once: enough to pass a slow receiver, few enough to stop quickly. */
const BATCH = 20;

/**
 * Sends what is due, once; how many were sent. Between claiming and writing down no transaction
 * is open, so a slow receiver holds nothing up. A crash in between sends again: at least once.
 */
export async function deliverWebhooks(deps: WebhookDeliveryDeps): Promise<number> {
  const { database, webhooks, sender } = deps;
  const claimed = await database.transaction((tx) => webhooks.claim(tx, BATCH));
  await Promise.all(
    claimed.map(async ({ delivery, message }) => {
      const result = await sender.send(message);
      await database.transaction((tx) => webhooks.settle(tx, delivery, result));
    }),
  );
  return claimed.length;
}

/** Sends for as long as the process runs. */
export function createWebhookLoop(
  deps: WebhookDeliveryDeps & Pick<SendingLoopDeps, 'log'>,
): SendingLoop {
  return createSendingLoop({
    round: () => deliverWebhooks(deps),
    batch: BATCH,
    log: deps.log,
    failure: 'sending webhooks failed',
  });
}
