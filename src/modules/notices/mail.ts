import type { Recipient } from './mailer.ts';

/**
 * `unsent`: no mail server was set when it was written; it goes out when the operator asks for
 * it. `refused`: the server says that it never will. `abandoned`: nobody took it for days.
 */
export const MAIL_STATES = ['pending', 'sent', 'refused', 'abandoned', 'unsent'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export type MailEvent = 'accepted' | 'deferred' | 'deferred_last' | 'refused' | 'retry';

/**
 * Every state × every event. An attempt may end after another one did (a process that was taken
 * for dead), so what was accepted stays sent whatever is heard later.
 */
const NEXT: Record<MailState, Record<MailEvent, MailState>> = {
  pending: next('sent', 'pending', 'abandoned', 'refused'),
  sent: next('sent', 'sent', 'sent', 'sent'),
  refused: next('sent', 'refused', 'refused', 'refused'),
  abandoned: next('sent', 'abandoned', 'abandoned', 'refused'),
  unsent: next('sent', 'unsent', 'unsent', 'refused'),
};

function next(
  accepted: MailState,
  deferred: MailState,
  deferredLast: MailState,
  refused: MailState,
): Record<MailEvent, MailState> {
  // Whoever asks for it once more gets it once more, also what was sent and then lost.
  return { accepted, deferred, deferred_last: deferredLast, refused, retry: 'pending' };
}

export function mailAfter(state: MailState, event: MailEvent): MailState {
  return NEXT[state][event];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Pauses after the 1st, 2nd, … deferred attempt: short for greylisting and restarts, then long
 * enough to be at it for four days, as RFC 5321 (4.5.4.1) asks of whoever sends mail.
 */
const PAUSES_MS = [
  MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  16 * HOUR,
  24 * HOUR,
  24 * HOUR,
  24 * HOUR,
];

/** How long to wait after `attempts` deferred ones; undefined: that was the last. */
export function pauseAfter(attempts: number): number | undefined {
  return PAUSES_MS[attempts - 1];
}

/** An attached document of ours, drawn when the mail is sent: documents never change. */
export interface AttachedDocument {
  readonly kind: 'invoice' | 'receipt' | 'credit_note';
  readonly id: string;
}

/** What is to be written, before it is put into the outbox. */
export interface NewMail {
  /** What it is about, such as `sign_in_link` or `low_balance`. */
  readonly kind: string;
  readonly to: Recipient;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly company?: string | undefined;
  readonly account?: string | undefined;
  readonly attachments?: readonly AttachedDocument[] | undefined;
  /** Its words are a key to something: they are shown to nobody, and forgotten once sent. */
  readonly isConfidential?: boolean | undefined;
  /** From then on it would only confuse, such as a link that has ended; days otherwise. */
  readonly giveUpAt?: Date | undefined;
}

export interface Mail {
  readonly id: string;
  readonly kind: string;
  readonly company: string | null;
  readonly account: string | null;
  readonly to: Recipient;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly AttachedDocument[];
  readonly isConfidential: boolean;
  readonly state: MailState;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly giveUpAt: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly lastResult: string | null;
  readonly createdAt: Date;
}

/** Local part and domain as HTML's own form field has them: nothing that a header could read. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;
const ADDRESS_CHARACTERS_MAX = 254;

export function isAddress(text: string): boolean {
  return text.length <= ADDRESS_CHARACTERS_MAX && ADDRESS.test(text);
}

// Control characters would end a header line; the marks below turn the text around them.
const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Text for one line of a header: no line breaks, nothing that turns what follows it around. */
export function headerText(text: string, charactersMax = 200): string {
  const line = text.toWellFormed().replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= charactersMax) return line;
  return `${characters.slice(0, charactersMax - 1).join('')}…`;
}
