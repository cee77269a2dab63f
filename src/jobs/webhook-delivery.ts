import type { Database } from '../database/transaction.ts';
import type { WebhookSender, Webhooks } from '../modules/webhooks/index.ts';

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

export interface WebhookLoop {
  start(): void;
  /** Nothing new is sent; settles when what is being sent has ended. */
  stop(): Promise<void>;
}

/** An event is on its way within a second; looking more often would only cost. */
const PAUSE_MS = 500;

/** Sends for as long as the process runs. A database that is away is asked again. */
export function createWebhookLoop(
  deps: WebhookDeliveryDeps & { log: { error(details: object, message: string): void } },
): WebhookLoop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;

  function schedule(delayMs: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = deliverWebhooks(deps).then(
        (sent) => schedule(sent === BATCH ? 0 : PAUSE_MS),
        (error: unknown) => {
          deps.log.error({ err: error }, 'sending webhooks failed');
          schedule(PAUSE_MS);
        },
      );
    }, delayMs);
  }

  return {
    start: () => schedule(0),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
