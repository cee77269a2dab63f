import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../database/connect.ts';
import { createEvents } from '../database/events.ts';
import { freshDatabase } from '../database/test-database.ts';
import { createSmtpMailer, type SmtpMailer } from '../integrations/mail/smtp-mailer.ts';
import {
  type AttachedDocument,
  type Attachment,
  createOutbox,
  type Mail,
  type NewMail,
} from '../modules/notices/index.ts';
import { deliverMails } from './mail-delivery.ts';

let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };
const events = createEvents();
const outbox = createOutbox({ events, clock, hasMailServer: true });

let open: OpenDatabase;
let server: SMTPServer;
let mailer: SmtpMailer;
let received: { to: string[]; source: string }[] = [];
/** What the server answers to a recipient, and to a message, where it is not yes. */
let refusal: { recipient?: number; message?: number } = {};

beforeAll(async () => {
  open = await freshDatabase();
  const no = (code: number | undefined) =>
    code === undefined ? null : Object.assign(new Error('No such user'), { responseCode: code });
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(no(refusal.recipient)),
    onData: (stream, session, done) => {
      buffer(stream).then((source) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (refusal.message === undefined) received.push({ to, source: source.toString('utf8') });
        done(no(refusal.message));
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  mailer = createSmtpMailer(`smtp://127.0.0.1:${port}`, 'Example <billing@example.com>');
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((resolve) => server.close(resolve));
  await open.close();
});
beforeEach(() => {
  received = [];
  refusal = {};
});

/** Whether documents can be drawn, and what one looks like. */
let isDrawable = true;
const draw = async (_tx: unknown, { id }: AttachedDocument): Promise<Attachment> => {
  if (!isDrawable) throw new Error('no font');
  const content = new TextEncoder().encode(`drawn ${id}`);
  return { filename: `${id}.pdf`, contentType: 'application/pdf', content };
};

const wait = (seconds: number) => {
  aheadMs += seconds * 1_000;
};
const deliver = () =>
  deliverMails({ database: open.database, outbox, mailer, domain: 'example.com', draw });
const stateOf = ({ id }: Mail) => open.database.read((tx) => outbox.get(tx, id));

async function write(changes: Partial<NewMail> = {}): Promise<Mail> {
  return await open.database.transaction((tx) =>
    outbox.add(tx, {
      kind: 'test',
      to: { name: 'Ada Lovelace', address: 'ada@example.com' },
      subject: 'Hello',
      text: 'Hello, Ada.',
      html: '<p>Hello, Ada.</p>',
      ...changes,
    }),
  );
}

describe('a mail', () => {
  it('reaches the server once, as text and as HTML, under its own Message-ID', async () => {
    const mail = await write();
    await deliver();
    await deliver();
    expect(received).toHaveLength(1);
    const [{ to, source } = { to: [], source: '' }] = received;
    expect(to).toEqual(['ada@example.com']);
    expect(source).toContain(`Message-ID: <${mail.id}@example.com>`);
    expect(source).toContain('From: Example <billing@example.com>');
    expect(source).toContain('multipart/alternative');
    expect(await stateOf(mail)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('cannot be given another header or recipient by a name or subject', async () => {
    await write({
      to: { name: 'Eve"\r\nBcc: all@example.com <x@example.com>,', address: 'eve@example.com' },
      subject: 'Hi\r\nBcc: all@example.com\r\n\r\nbody',
    });
    await deliver();
    const [{ to, source } = { to: [], source: '' }] = received;
    expect(to).toEqual(['eve@example.com']);
    const [headers = ''] = source.split('\r\n\r\n');
    expect(headers).not.toMatch(/^Bcc:/im);
    expect(headers.match(/^(To|Subject):/gim)).toHaveLength(2);
    const bad = { to: { name: '', address: 'a@example.com, b@example.com' } };
    await expect(write(bad)).rejects.toThrow('a mail goes to an address');
  });

  it('carries names in any script, and emoji, whole', async () => {
    await write({ to: { name: 'נועה 🚀', address: 'noa@example.com' }, subject: 'שלום 🎉 日本' });
    await deliver();
    const words = [...(received[0]?.source ?? '').matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)];
    const decoded = words.map(([, text = '']) => Buffer.from(text, 'base64').toString('utf8'));
    expect(decoded.join('')).toContain('שלום 🎉 日本');
    expect(decoded.join('')).toContain('נועה 🚀');
  });

  it('is tried again after a deferral, with the same Message-ID', async () => {
    const mail = await write();
    refusal = { recipient: 451 };
    await deliver();
    expect(await deliver()).toBe(0); // Not before its pause is over.
    expect(await stateOf(mail)).toMatchObject({ state: 'pending', attempts: 1 });
    wait(60);
    refusal = { message: 452 };
    await deliver();
    wait(600);
    refusal = {};
    await deliver();
    expect(received).toHaveLength(1);
    expect(received[0]?.source).toContain(`<${mail.id}@example.com>`);
    expect(await stateOf(mail)).toMatchObject({ state: 'sent', attempts: 3 });
  });

  it('that is refused for good is sent no more, and somebody hears of it', async () => {
    const heard: unknown[] = [];
    events.on('mail.refused', async (_tx, { after }) => {
      heard.push(after);
    });
    const mail = await write();
    refusal = { recipient: 550 };
    await deliver();
    wait(86_400);
    expect(await deliver()).toBe(0);
    const stands = await stateOf(mail);
    expect(stands.state).toBe('refused');
    expect(stands.lastResult).toContain('No such user');
    expect(heard).toMatchObject([{ kind: 'test', to: 'ada@example.com' }]);
  });

  it('is not lost by a process that dies while sending it', async () => {
    const mail = await write();
    await open.database.transaction((tx) => outbox.claim(tx, 10)); // And never heard of again.
    expect(await deliver()).toBe(0);
    wait(180);
    expect(await deliver()).toBe(1);
    expect(await stateOf(mail)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('is never taken by two senders at once', async () => {
    for (let count = 0; count < 5; count += 1) await write();
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(received).toHaveLength(5);
  });

  it('of what was rolled back is never sent', async () => {
    const failing = open.database.transaction(async (tx) => {
      const to = { name: '', address: 'ada@example.com' };
      await outbox.add(tx, { kind: 'test', to, subject: 'No', text: 'No', html: 'No' });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await deliver()).toBe(0);
  });

  it('whose words are a key keeps them no longer than it must', async () => {
    const mail = await write({ isConfidential: true, giveUpAt: new Date(clock.now()) });
    refusal = { recipient: 451 };
    await deliver();
    expect(await stateOf(mail)).toMatchObject({ state: 'abandoned', text: '', html: '' });
  });

  it('carries its document, and waits while that cannot be drawn', async () => {
    isDrawable = false;
    const mail = await write({ attachments: [{ kind: 'invoice', id: 'inv_1' }] });
    await deliver();
    expect(await stateOf(mail)).toMatchObject({ state: 'pending' });
    expect((await stateOf(mail)).lastResult).toContain('could not be drawn: no font');
    isDrawable = true;
    wait(60);
    await deliver();
    expect(received[0]?.source).toContain('filename=inv_1.pdf');
    const content = Buffer.from('drawn inv_1').toString('base64');
    expect(received[0]?.source).toContain(content);
  });

  it('waits for the operator where no mail server was set', async () => {
    const without = createOutbox({ events, clock, hasMailServer: false });
    const to = { name: '', address: 'ada@example.com' };
    const mail = await open.database.transaction((tx) =>
      without.add(tx, { kind: 'test', to, subject: 'Kept', text: 'Kept', html: 'Kept' }),
    );
    expect(mail).toMatchObject({
      state: 'unsent',
      lastResult: 'not sent: no mail server is set',
    });
    expect(await deliver()).toBe(0);
    await open.database.transaction((tx) => outbox.retry(tx, mail.id));
    expect(await deliver()).toBe(1);
  });
});
