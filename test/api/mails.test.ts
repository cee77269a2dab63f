import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let server: SMTPServer;
let received: { to: string[]; source: string }[] = [];

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      buffer(stream).then((source) => {
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ to, source: source.toString('utf8') });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  product = await startProduct({
    settings: {
      TOLLKEEPER_SMTP_URL: `smtp://127.0.0.1:${port}`,
      TOLLKEEPER_MAIL_FROM: 'Rang & Co <billing@rang.example>',
      TOLLKEEPER_PUBLIC_URL: 'https://billing.rang.example/',
    },
  });
});
afterAll(async () => {
  await product.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

const soon = { timeout: 10_000, interval: 50 };
const addresses = () => received.flatMap(({ to }) => to).sort();

describe('a purchase', () => {
  test('is mailed to whoever manages billing and to the invoice address, with its PDF', async () => {
    const account = await openAccount(product);
    const { operator } = product;
    await operator.post(`/v1/companies/${account.company}/employees`, {
      first_name: 'Zoë',
      last_name: '<b>Sysadmin</b>',
      email: 'zoe@example.com',
      permission_group: 'Administrator',
    });
    const address = { line1: '1 Main Street', city: 'Springfield', country: 'US' };
    const buyer = { legal_name: 'Acme', address, invoice_email: 'books@example.com' };
    const set = await operator.put(`/v1/billing-accounts/${account.id}/buyer`, buyer);
    expect(set.status, JSON.stringify(set.body)).toBeLessThan(300);
    received = [];
    const { receipt } = await account.buy({ totals: { crm: 1 } });
    await expect.poll(addresses, soon).toEqual(['books@example.com', 'zoe@example.com']);
    for (const { source } of received) {
      expect(source).toContain('From: "Rang & Co" <billing@rang.example>');
      expect(source).toContain(`filename=${receipt.number}.pdf`);
      expect(source).toContain(Buffer.from('%PDF-').toString('base64').slice(0, 6));
      expect(source.replace(/=\r\n/g, '')).toContain('https://billing.rang.example/billing-acc');
    }
  });
});

describe('POST /v1/mails', () => {
  test('tries the mail server, and the list says what it answered', async () => {
    received = [];
    const { body: mail } = await product.operator.post('/v1/mails', { to: 'me@example.com' });
    await expect.poll(addresses, soon).toEqual(['me@example.com']);
    const stateOf = async () => (await product.operator.get(`/v1/mails/${mail.id}`)).body;
    await expect.poll(async () => (await stateOf()).state, soon).toBe('sent');
    expect((await stateOf()).last_result).toMatch(/^250/);
  });
});
