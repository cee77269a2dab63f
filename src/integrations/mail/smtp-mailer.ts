import { createTransport } from 'nodemailer';
import type { Mailer, SendResult } from '../../modules/notices/index.ts';

export interface SmtpMailer extends Mailer {
  /** Ends the connections that are kept open. */
  close(): void;
}

/** A server that has not greeted or answered by then is tried again later. */
const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;
/** Few enough for any server's limit; mails are small and a connection is used again. */
const CONNECTIONS = 3;

/**
 * Sends by SMTP. `url` is `smtp://user:password@host:587` (STARTTLS where the server offers it)
 * or `smtps://…:465`; `from` a bare address or `Name <address>`.
 */
export function createSmtpMailer(url: string, from: string): SmtpMailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: CONNECTIONS,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: ANSWER_MS,
      // A message never makes the server read a file or fetch an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    async send({ to, subject, text, html, attachments = [], messageId }) {
      try {
        const { response } = await transport.sendMail({
          to, // As name and address: text would be read as a list, with what somebody typed in it.
          subject,
          text,
          html,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
          attachments: attachments.map(({ filename, contentType, content }) => ({
            filename,
            contentType,
            content: Buffer.from(content),
          })),
        });
        return { outcome: 'accepted', summary: response.slice(0, SUMMARY_CHARACTERS_MAX) };
      } catch (error) {
        return resultOf(error);
      }
    },
    close: () => transport.close(),
  };
}

const SUMMARY_CHARACTERS_MAX = 300;

/**
 * A lasting refusal (5xx) counts as one where it is of the recipient or the message. Of the
 * sender or the password it is ours to mend, and the mail must not be lost by it.
 */
function resultOf(error: unknown): SendResult {
  if (!(error instanceof Error)) return { outcome: 'deferred', summary: 'no answer' };
  const { code, command, responseCode = 0 } = error as SmtpError;
  const isOfThisMail = (code === 'EENVELOPE' && command === 'RCPT TO') || code === 'EMESSAGE';
  return {
    outcome: isOfThisMail && responseCode >= 500 ? 'refused' : 'deferred',
    summary: error.message.slice(0, SUMMARY_CHARACTERS_MAX),
  };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}
