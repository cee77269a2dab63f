import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import {
  headerText,
  isAddress,
  type Mail,
  type MailEvent,
  mailAfter,
  type NewMail,
  pauseAfter,
} from './mail.ts';
import type { SendResult } from './mailer.ts';
import {
  claimMails,
  deleteOldMails,
  insertMail,
  type MailFilter,
  selectMail,
  selectMails,
  updateMail,
} from './outbox.store.ts';

/**
 * Mails that are to be sent, kept with what they are about: written in the transaction of their
 * occasion, sent afterwards, at least once. Its times are the real ones: no test clock rules the
 * network.
 */
export interface Outbox {
  /** Writes a mail down, to be sent once the transaction is committed. */
  add(tx: Transaction, mail: NewMail): Promise<Mail>;
  /** Refuses `not_found`. */
  get(tx: Transaction, id: string): Promise<Mail>;
  list(tx: Transaction, filter: MailFilter): Promise<Mail[]>;
  /** Sends it once more, whatever became of it. Refuses what has no words left. */
  retry(tx: Transaction, id: string): Promise<Mail>;
  /** Takes what is due, for nobody else to send within the next minutes. */
  claim(tx: Transaction, limit: number): Promise<Mail[]>;
  /** Writes down how an attempt ended, and when the next one is. */
  settle(tx: Transaction, id: string, result: SendResult): Promise<void>;
  /** Removes what was settled a quarter of a year ago. */
  forgetOld(tx: Transaction): Promise<void>;
}

export interface OutboxDeps {
  readonly events: Events;
  /** The machine's. */
  readonly clock: Clock;
  /** Whether a mail server is set. Without one mails are kept, and sent when asked for. */
  readonly hasMailServer: boolean;
}

/** Longer than any attempt takes, so that nothing is sent twice while it is being sent. */
const CLAIM_MS = 180_000;
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

export const NO_MAIL_SERVER: PlainSentence = 'not sent: no mail server is set';

export function createOutbox({ events, clock, hasMailServer }: OutboxDeps): Outbox {
  async function get(tx: Transaction, id: string): Promise<Mail> {
    const mail = await selectMail(tx, id);
    if (mail === undefined)
      throw new Refusal('not_found', { message: say('There is no such mail.') });
    return mail;
  }

  /** A refused address is somebody's to mend: it is told like any other change. */
  async function tellRefused(tx: Transaction, mail: Mail, reason: string): Promise<void> {
    await events.record(tx, {
      actor: SYSTEM,
      at: clock.now(),
      company: mail.company ?? undefined,
      account: mail.account ?? undefined,
      type: 'mail.refused',
      subject: mail.id,
      after: { kind: mail.kind, to: mail.to.address, reason },
    });
  }

  return {
    get,
    list: selectMails,

    async add(tx, mail) {
      assert(isAddress(mail.to.address), 'a mail goes to an address that was checked');
      const now = clock.now();
      const written: Mail = {
        id: newId('mail'),
        kind: mail.kind,
        company: mail.company ?? null,
        account: mail.account ?? null,
        to: { name: headerText(mail.to.name), address: mail.to.address },
        subject: headerText(mail.subject),
        text: mail.text,
        html: mail.html,
        attachments: mail.attachments ?? [],
        isConfidential: mail.isConfidential ?? false,
        state: hasMailServer ? 'pending' : 'unsent',
        attempts: 0,
        nextAttemptAt: now,
        giveUpAt: mail.giveUpAt ?? null,
        lastAttemptAt: null,
        lastResult: hasMailServer ? null : NO_MAIL_SERVER,
        createdAt: now,
      };
      await insertMail(tx, written);
      return written;
    },

    async retry(tx, id) {
      const mail = await selectMail(tx, id, 'lock');
      if (mail === undefined) return await get(tx, id);
      if (!hasMailServer) throw new Refusal('no_mail_server');
      if (mail.text === '') {
        throw new Refusal('nothing_to_change', {
          message: say(
            'The words of this mail were forgotten once it was settled; have it made anew.',
          ),
        });
      }
      const state = mailAfter(mail.state, 'retry');
      await updateMail(tx, { ...mail, state, attempts: 0, nextAttemptAt: clock.now() });
      return await get(tx, id);
    },

    async claim(tx, limit) {
      const now = clock.now();
      return await claimMails(tx, now, new Date(now.getTime() + CLAIM_MS), limit);
    },

    async settle(tx, id, { outcome, summary }) {
      const mail = await selectMail(tx, id, 'lock');
      if (mail === undefined) return; // Removed meanwhile: there is nothing left to say of it.
      const pauseMs = pauseAfter(mail.attempts);
      const nextAttemptAt = new Date(clock.now().getTime() + (pauseMs ?? 0));
      const isLast =
        pauseMs === undefined || (mail.giveUpAt?.getTime() ?? Infinity) < nextAttemptAt.getTime();
      const event: MailEvent = outcome === 'deferred' && isLast ? 'deferred_last' : outcome;
      const state = mailAfter(mail.state, event);
      const isOver = state !== 'pending' && mail.isConfidential;
      await updateMail(tx, {
        ...mail,
        state,
        nextAttemptAt,
        lastResult: summary,
        ...(isOver && { text: '', html: '' }),
      });
      if (state === 'refused' && mail.state !== 'refused') await tellRefused(tx, mail, summary);
    },

    forgetOld: (tx) => deleteOldMails(tx, new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS)),
  };
}
