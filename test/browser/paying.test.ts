import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, OPERATOR_KEY } from '../api/product.ts';
import { FakeStripe } from '../fake-stripe/fake-stripe.ts';
import { violationsOf } from './accessibility.ts';
import { authorize } from './authorize.ts';
import { openStage, type Stage, whyNot } from './stage.ts';

let stripe: FakeStripe;
let stage: Stage;
let page: Page;
beforeAll(async () => {
  if (whyNot !== undefined) return;
  stripe = await FakeStripe.start();
  // The demo pays by the sandbox, so both are there.
  stage = await openStage({ ...stripe.settings, TOLLKEEPER_SANDBOX_PAYMENTS: 'on' });
  page = await stage.signedIn('Dana', { scheme: 'dark' });
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await stripe?.close();
});

const account = (rest = '') => `/billing-accounts/${stage.account}${rest}`;

async function operator(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await fetch(`${stage.address}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answered = (await answer.json()) as Json;
  expect(answer.ok, JSON.stringify(answered)).toBe(true);
  return answered;
}

/** Adds a card on the provider's page, as a person would, and comes back. */
async function addCard(charge: 'succeed' | 'authenticate'): Promise<void> {
  await page.goto(account('#funding'));
  await page.getByRole('button', { name: 'Add one' }).click();
  await page.getByLabel('Charge it first from now on').check();
  await page.route('https://checkout.example.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Checkout</title>' }),
  );
  await authorize(page, /^Go to Stripe$/);
  await page.waitForURL('https://checkout.example.test/**');
  const session = stripe.books.list('checkout.session').at(-1);
  stripe.books.completeSession(String(session?.id), 'card', { charge });
  await page.goto(String(session?.success_url));
  await page.getByText('The funding source was added.').first().waitFor();
}

describe.skipIf(whyNot !== undefined)('paying', () => {
  test('a card given on Stripe’s page is there when its holder comes back', async () => {
    await addCard('succeed');
    await page.getByText('Visa ending in 4242').first().waitFor();
    await page
      .getByText(/expires Feb 28, 2030/)
      .first()
      .waitFor();
    expect(page.url()).not.toContain('setup=');
    expect(await violationsOf(page)).toEqual([]);
    await stage.picture(page, 'funding-stripe-dark');
  }, 30_000);

  test('an open invoice is paid from its place in the list', async () => {
    const check = await operator('POST', account('/funding-sources'), {
      provider: 'offline',
      token: 'Check',
    });
    const quote = await operator('POST', account('/quotes'), { minutes: '15.00' });
    await operator('POST', account('/orders'), {
      quote: quote.id,
      authorized_by: { first_name: 'Dana', last_name: 'Whitfield' },
      terms_version: quote.terms.version,
      funding_source: check.id,
    });
    await page.goto('about:blank');
    await page.goto(account('#invoices'));
    await page.getByRole('button', { name: /open/ }).first().click();
    await page.getByRole('button', { name: 'Pay $15.00 now' }).click();
    await authorize(page, /^Pay \$15\.00$/);
    await page
      .getByText(/is paid\.$/)
      .first()
      .waitFor();
    expect(stripe.captures().length).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    await stage.picture(page, 'invoice-paid-dark');
  }, 30_000);

  test('a payment that the bank wants confirmed leads to its page, and says when it is through', async () => {
    await addCard('authenticate');
    await page.goto(account('/cart?minutes=25.00'));
    await authorize(page, /^Accept and pay \$25\.00/);
    const link = page.getByRole('link', { name: 'Confirm the payment' });
    await link.waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await stage.picture(page, 'confirm-payment-dark');
    const intent = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    stripe.books.conclude(intent, 'succeed');
    await stripe.deliverAll(stage.address);
    await page.getByRole('heading', { name: 'Paid $25.00' }).waitFor();
  }, 30_000);
});
