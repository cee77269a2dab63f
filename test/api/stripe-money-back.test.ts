import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeStripe } from '../fake-stripe/fake-stripe.ts';
import { type BillingAccountUnderTest, openAccount, usd } from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

let stripe: FakeStripe;
let product: Product;
beforeAll(async () => {
  stripe = await FakeStripe.start();
  product = await startProduct({ settings: stripe.settings });
});
afterAll(async () => {
  const { verifier } = product.app.services;
  const { differences } = await product.open.database.read((tx) => verifier.verify(tx));
  await product.close();
  await stripe.close();
  expect(differences).toEqual([]);
});

let cards = 0;

async function openWithCard(): Promise<BillingAccountUnderTest> {
  const account = await openAccount(product, { tokens: [] });
  await addCard(account);
  return account;
}

async function addCard({ id }: BillingAccountUnderTest): Promise<void> {
  cards += 1;
  const token = `pm_card_${cards}`;
  stripe.books.addMethod(token, 'card');
  const body = { provider: 'stripe', token, default: true };
  const path = `/v1/billing-accounts/${id}/funding-sources`;
  expect((await product.operator.post(path, body)).status).toBe(201);
}

const lastIntent = () => stripe.captures().at(-1)?.id ?? '';
/** Each twice: what is told again changes nothing. */
const deliver = () =>
  stripe.deliverAll(product.address, (events) => [...events, ...events].reverse());

async function dispute(): Promise<string> {
  const { id } = stripe.books.dispute(lastIntent());
  await deliver();
  return id;
}

async function win(id: string): Promise<void> {
  stripe.books.winDispute(id);
  await deliver();
}

/** By the journal's roles, debits less credits. */
async function books(account: BillingAccountUnderTest): Promise<Record<string, number>> {
  const { body } = await product.operator.get(`/v1/billing-accounts/${account.id}/journal.csv`);
  const [head = '', ...rows] = String(body).trim().split('\r\n');
  const names = head.split(',');
  const left: Record<string, number> = {};
  for (const row of rows.map((text) => text.split(','))) {
    const cell = (name: string) => row[names.indexOf(name)] ?? '';
    const amount = Number(cell('debit') || 0) - Number(cell('credit') || 0);
    const name = cell('account_name');
    left[name] = Math.round(((left[name] ?? 0) + amount) * 100) / 100;
  }
  return left;
}

const CASH = 'Cash and payment providers';

async function renewed(): Promise<{ account: BillingAccountUnderTest; path: string }> {
  const account = await openWithCard();
  await account.buy({ totals: { crm: 1 } });
  await account.advance('2026-12-01T00:00:00Z');
  const [invoice] = await account.invoices();
  expect(invoice.status).toBe('paid');
  stripe.events.length = 0;
  return { account, path: `/v1/invoices/${invoice.id}` };
}

describe('a dispute that was won', () => {
  test('puts minutes and licenses back as if there had been none', async () => {
    const account = await openWithCard();
    const order = await account.buy({ totals: { crm: 2 }, minutes: '10.00' });
    const before = await books(account);
    const id = await dispute();
    expect((await account.minutes()).balance).toEqual(usd('0.00'));
    expect((await account.invoices()).map(({ status }: Json) => status)).toEqual(['open']);
    await win(id);
    expect((await account.minutes()).balance).toEqual(usd('10.00'));
    expect((await account.invoices()).map(({ status }: Json) => status)).toEqual(['paid']);
    expect((await account.get(`/v1/orders/${order.id}`)).status).toBe('completed');
    expect((await account.get('/payments')).data[0].status).toBe('succeeded');
    const after = await books(account);
    expect(after[CASH]).toBe(before[CASH]);
    expect(after['Dialer minutes owed']).toBe(-10);
    expect(after.Receivables).toBe(0);
  });

  test('goes back where the licenses were paid in another way meanwhile', async () => {
    const account = await openWithCard();
    await account.buy({ totals: { crm: 2 }, minutes: '10.00' });
    const id = await dispute();
    const [invoice] = await account.invoices();
    const paid = { amount: invoice.outstanding.amount, reference: 'check 1' };
    await product.operator.post(`/v1/invoices/${invoice.id}/payments`, paid);
    await win(id);
    await account.advance('2026-11-23T14:10:00Z');
    expect((await account.get('/payments')).data.at(-1).status).toBe('refunded');
    expect((await account.minutes()).balance).toEqual(usd('0.00'));
    expect((await books(account))[CASH]).toBe(Number(paid.amount));
  });

  test('pays the invoice that it had been for', async () => {
    const { account, path } = await renewed();
    const id = await dispute();
    expect((await account.get(path)).status).toBe('open');
    await win(id);
    expect(await account.get(path)).toMatchObject({ status: 'paid', outstanding: usd('0.00') });
  });
});

describe('money given back in part at Stripe', () => {
  test('is owed again of an invoice, unless it had been credited', async () => {
    const { account, path } = await renewed();
    await product.operator.post(`${path}/credit-notes`, {
      reason: 'outage',
      lines: [{ line: 1, amount: '20.00' }],
    });
    stripe.books.refundInPart(lastIntent(), 2_000);
    await deliver();
    expect(await account.get(path)).toMatchObject({
      status: 'paid',
      paid: usd('75.00'),
      credited: usd('20.00'),
      outstanding: usd('0.00'),
    });
    expect((await books(account)).Receivables).toBe(0);
    stripe.books.refundInPart(lastIntent(), 500);
    await deliver();
    expect(await account.get(path)).toMatchObject({ status: 'open', outstanding: usd('5.00') });
    stripe.books.refundInPart(lastIntent(), 7_000);
    await deliver();
    expect(await account.get(path)).toMatchObject({ paid: usd('0.00'), outstanding: usd('75.00') });
  });

  test('of an order leaves what was bought, and pays the refund that the operator owed', async () => {
    const account = await openWithCard();
    await account.buy({ minutes: '10.00' });
    const refund = { amount: '4.00', reason: 'goodwill' };
    await product.operator.post(`/v1/billing-accounts/${account.id}/minutes/refunds`, refund);
    expect((await books(account))['Refunds owed']).toBe(-4);
    stripe.books.refundInPart(lastIntent(), 400);
    await deliver();
    expect((await account.minutes()).balance).toEqual(usd('6.00'));
    expect(await books(account)).toMatchObject({ 'Refunds owed': 0, [CASH]: 6 });
    await dispute();
    expect(await books(account)).toMatchObject({ [CASH]: 0 });
  });
});
