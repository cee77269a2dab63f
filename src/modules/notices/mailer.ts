/** Somebody who is written to. The address has been checked; see `isAddress`. */
export interface Recipient {
  /** Empty where only the address is known. */
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** One message to one recipient: nobody ever learns who else was written to. */
export interface Message {
  readonly to: Recipient;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
  /** The same for every attempt, so that a mail program can tell a repetition. */
  readonly messageId: string;
}

/**
 * How an attempt ended. `deferred`: it may work later, or the mistake is the server's or ours;
 * `refused`: this recipient or message never will.
 */
export interface SendResult {
  readonly outcome: 'accepted' | 'deferred' | 'refused';
  /** For people: what the server answered, or why there was no answer. */
  readonly summary: string;
}

/** Hands messages to a mail server. Never throws for what a server does: that is a result. */
export interface Mailer {
  send(message: Message): Promise<SendResult>;
}
