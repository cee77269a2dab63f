import { z } from 'zod';
import { sayKept } from '../../kernel/words/kept.ts';
import { say } from '../../kernel/words/say.ts';
import {
  MAIL_STATES,
  type Mail,
  type MailContent,
  type MailTheme,
  NO_MAIL_SERVER,
  type Outbox,
  writeMail,
} from '../../modules/notices/index.ts';
import type { Api } from '../endpoint.ts';
import { email, id, instantText } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';

const mail = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    company: z.string().nullable(),
    billing_account: z.string().nullable(),
    to: z.strictObject({ name: z.string(), address: z.string() }),
    subject: z.string(),
    state: z.enum(MAIL_STATES),
    attempts: z.number(),
    last_attempt_at: instantText.nullable(),
    /** What the mail server said, or why nothing was sent. */
    last_result: z.string().nullable(),
    /** Null once nothing more is tried. */
    next_attempt_at: instantText.nullable(),
    created_at: instantText,
  })
  .meta({ id: 'Mail' });

const mailWithText = mail
  // Empty where its words are a key to something.
  .extend({ text: z.string(), html: z.string() })
  .meta({ id: 'MailWithText' });

const tag = 'Notices';
const params = z.strictObject({ mail: id('mail') });

export interface MailsRoutesDeps {
  readonly outbox: Outbox;
  readonly theme: MailTheme;
}

export function registerMails(api: Api, { outbox, theme }: MailsRoutesDeps): void {
  api.define('POST', '/v1/mails', {
    summary: 'Send a mail to try the mail server and see how mails look',
    tag,
    access: { operatorOnly: true, scope: 'manage' },
    body: z.strictObject({ to: email }),
    answer: mail,
    status: 201,
    handle: async (tx, { body }) => {
      const to = { name: '', address: body.to };
      return mailText(await outbox.add(tx, { kind: 'trial', to, ...writeMail(theme, trial()) }));
    },
  });

  api.define('GET', '/v1/mails', {
    summary: 'List the mails that were sent, wait or could not be sent; the newest first',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    query: z.strictObject({
      ...pageQuery(idCursor('mail')),
      company: id('co').optional(),
      state: z.enum(MAIL_STATES).optional(),
    }),
    answer: page(mail),
    handle: async (tx, { query }) =>
      await pageOf(
        query,
        (slice) => outbox.list(tx, { ...slice, company: query.company, state: query.state }),
        (row) => row.id,
        mailText,
      ),
  });

  api.define('GET', '/v1/mails/:mail', {
    summary: 'Read a mail as it was written',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    params,
    answer: mailWithText,
    handle: async (tx, call) => {
      const row = await outbox.get(tx, call.params.mail);
      const words = row.isConfidential ? { text: '', html: '' } : row;
      return { ...mailText(row), text: words.text, html: words.html };
    },
  });

  api.define('POST', '/v1/mails/:mail/retry', {
    summary: 'Send a mail once more, from the first pause on',
    tag,
    access: { operatorOnly: true, scope: 'manage' },
    params,
    answer: mail,
    handle: async (tx, call) => mailText(await outbox.retry(tx, call.params.mail)),
  });
}

const trial = (): MailContent => ({
  subject: say('A trial of the mail server'),
  heading: say('Mail works'),
  paragraphs: [
    say('This mail was sent to try the mail server. It shows how mails of this system look.'),
    say('Whoever receives it need not do anything.'),
  ],
});

function mailText(row: Mail): z.input<typeof mail> {
  return {
    id: row.id,
    kind: row.kind,
    company: row.company,
    billing_account: row.account,
    to: { ...row.to },
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    last_attempt_at: row.lastAttemptAt?.toISOString() ?? null,
    last_result: row.lastResult === null ? null : sayKept(row.lastResult, [NO_MAIL_SERVER]),
    next_attempt_at: row.state === 'pending' ? row.nextAttemptAt.toISOString() : null,
    created_at: row.createdAt.toISOString(),
  };
}
