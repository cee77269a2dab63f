import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeStripe } from '../fake-stripe/fake-stripe.ts';
import { type BillingAccountUnderTest, openAccount } from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

/** Of the card that the account begins with. */
const LAST_DAY = '2030-02-28';

let stripe: FakeStripe;
let server: SMTPServer;
let product: Product;
const received: string[] = [];

beforeAll(async () => {
  stripe = await FakeStripe.start();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      buffer(stream).then((source) => {
        received.push(source.toString());
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const mail = {
    TOLLKEEPER_SMTP_URL: `smtp://127.0.0.1:${port}`,
    TOLLKEEPER_MAIL_FROM: 'Example <billing@example.com>',
  };
  product = await startProduct({ settings: { ...stripe.settings, ...mail } });
});
afterAll(async () => {
  await product.close();
  await new Promise<void>((resolve) => server.close(resolve));
  await stripe.close();
});

async function made(path: string, body: Json): Promise<Json> {
  const answer = await product.operator.post(path, body);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
  return answer.body;
}

const cards = (account: BillingAccountUnderTest) =>
  `/v1/billing-accounts/${account.id}/funding-sources`;

async function giveCard(
  account: BillingAccountUnderTest,
  token: string,
  ends: { exp_year: number; exp_month: number },
): Promise<Json> {
  const method = stripe.books.addMethod(token, 'card');
  Object.assign(method, { card: { brand: 'visa', last4: '4242', ...ends } });
  return await made(cards(account), { provider: 'stripe', token, default: true });
}

async function noticesOf({ company }: BillingAccountUnderTest): Promise<Json[]> {
  const path = `/v1/companies/${company}/notices?limit=100&kind=card_expires`;
  return (await product.operator.get(path)).body.data;
}

async function alertsOf({ company }: BillingAccountUnderTest): Promise<Json[]> {
  const { body } = await product.operator.get(`/v1/companies/${company}/billing-information`);
  const [account] = body.billing_accounts;
  return account.alerts.filter(({ code }: Json) => code === 'card_expires');
}

test('a card that expires is told a month ahead, once, until it is replaced', async () => {
  const account = await openAccount(product, {
    tokens: [],
    now: '2030-01-15T12:00:00Z',
    anchor: '2030-01-01',
  });
  const old = await giveCard(account, 'pm_old', { exp_year: 2030, exp_month: 2 });
  expect(old.expires_on).toBe(LAST_DAY);
  await made(`/v1/companies/${account.company}/employees`, {
    first_name: 'Sam',
    last_name: 'Lee',
    email: 'sam@example.com',
    permission_group: 'Administrator',
  });
  await account.buy({ totals: { crm: 1 } });
  await account.advance('2030-01-28T23:59:59Z');
  expect(await noticesOf(account)).toEqual([]);
  expect(await alertsOf(account)).toEqual([]);
  await account.advance('2030-01-29T00:00:00Z');
  const [notice] = await noticesOf(account);
  const link = `/billing-accounts/${account.id}#funding-sources`;
  const ends = `Visa ending in 4242 expires on ${LAST_DAY}`;
  const message = `${ends}; add the new one before it is charged again.`;
  const remedies = [{ action: 'add_funding_source', link }];
  expect(notice).toMatchObject({ message, remedies, created_at: '2030-01-29T00:00:00.000Z' });
  expect(await alertsOf(account)).toMatchObject([{ level: 'warning', message, remedies }]);
  await expect
    .poll(() => received.filter((mail) => mail.includes('A card is about to expire')).length, {
      timeout: 10_000,
    })
    .toBe(1);
  const [mail = ''] = received.filter((one) => one.includes('A card is about to expire'));
  expect(mail).toContain('To: Sam Lee <sam@example.com>');
  // In the periods that follow it stays an alert, and is not told again.
  await account.advance('2030-03-20T00:00:00Z');
  expect(await noticesOf(account)).toHaveLength(1);
  const [alert] = await alertsOf(account);
  expect(alert.message).toContain(`expired on ${LAST_DAY}`);
  // What its button leads to: another card, of which there is nothing to say for years.
  const fresh = await giveCard(account, 'pm_new', { exp_year: 2036, exp_month: 1 });
  expect((await product.operator.delete(`/v1/funding-sources/${old.id}`)).status).toBe(200);
  const { data } = await account.get('/funding-sources');
  expect(data.filter(({ status }: Json) => status === 'valid')).toMatchObject([
    { id: fresh.id, expires_on: '2036-01-31' },
  ]);
  expect(await alertsOf(account)).toEqual([]);
  expect(await noticesOf(account)).toHaveLength(1);
});
