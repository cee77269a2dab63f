import type { Database, Transaction } from '../database/transaction.ts';
import type {
  AttachedDocument,
  Attachment,
  Mail,
  Mailer,
  Outbox,
  SendResult,
} from '../modules/notices/index.ts';
import { createSendingLoop, type SendingLoop, type SendingLoopDeps } from './sending-loop.ts';

export interface MailDeliveryDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly mailer: Mailer;
  /** The part of a Message-ID after the `@`: the sender's domain. */
  readonly domain: string;
  /** Draws a document that a mail carries. */
  readonly draw: (tx: Transaction, document: AttachedDocument) => Promise<Attachment>;
}

/** So many are under way at once; the mailer opens fewer connections and queues the rest. */
const BATCH = 10;

/**
 * Sends what is due, once; how many were tried. While a server is talked to no transaction is
 * open. A crash after the server has accepted sends again, under the same Message-ID: a mail
 * that comes twice is better than one that never comes.
 */
export async function deliverMails(deps: MailDeliveryDeps): Promise<number> {
  const { database, outbox } = deps;
  const claimed = await database.transaction((tx) => outbox.claim(tx, BATCH));
  await Promise.all(
    claimed.map(async (mail) => {
      const result = await send(deps, mail);
      await database.transaction((tx) => outbox.settle(tx, mail.id, result));
    }),
  );
  return claimed.length;
}

async function send(deps: MailDeliveryDeps, mail: Mail): Promise<SendResult> {
  const { database, mailer, domain } = deps;
  const attachments: Attachment[] = [];
  try {
    for (const document of mail.attachments) {
      attachments.push(await database.read((tx) => deps.draw(tx, document)));
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return { outcome: 'deferred', summary: `a document could not be drawn: ${reason}` };
  }
  const { to, subject, text, html } = mail;
  const messageId = `<${mail.id}@${domain}>`;
  return await mailer.send({ to, subject, text, html, attachments, messageId });
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
