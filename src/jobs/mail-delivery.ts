import type { Database } from '../database/transaction.ts';
import type { Mailer, Outbox } from '../modules/notices/index.ts';
import { createSendingLoop, type SendingLoop, type SendingLoopDeps } from './sending-loop.ts';

export interface MailDeliveryDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly mailer: Mailer;
  /** The part of a Message-ID after the `@`: the sender's domain. */
  readonly domain: string;
}

/** So many are under way at once; the mailer opens fewer connections and queues the rest. */
const BATCH = 10;

/**
 * Sends what is due, once; how many were tried. While a server is talked to no transaction is
 * open. A crash after the server has accepted sends again, under the same Message-ID: a mail
 * that comes twice is better than one that never comes.
 */
export async function deliverMails(deps: MailDeliveryDeps): Promise<number> {
  const { database, outbox, mailer, domain } = deps;
  const claimed = await database.transaction((tx) => outbox.claim(tx, BATCH));
  await Promise.all(
    claimed.map(async ({ id, to, subject, text, html }) => {
      const messageId = `<${id}@${domain}>`;
      const result = await mailer.send({ to, subject, text, html, messageId });
      await database.transaction((tx) => outbox.settle(tx, id, result));
    }),
  );
  return claimed.length;
}

/** Sends for as long as the process runs. */
export function createMailLoop(deps: MailDeliveryDeps & Pick<SendingLoopDeps, 'log'>): SendingLoop {
  return createSendingLoop({
    round: () => deliverMails(deps),
    batch: BATCH,
    log: deps.log,
    failure: 'sending mail failed',
  });
}
