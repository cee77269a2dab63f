import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, OPERATOR_KEY } from '../api/product.ts';
import { openStage, type Stage, whyNot } from './stage.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  if (whyNot !== undefined) return;
  stage = await openStage();
  page = await stage.signedIn('Dana');
}, 120_000);
afterAll(() => stage?.close());

const account = (rest = '') => `/billing-accounts/${stage.account}${rest}`;

async function authorize(button: RegExp): Promise<void> {
  await page.getByLabel('First name').fill('Dana');
  await page.getByLabel('Last name').fill('Whitfield');
  await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
  await page.getByRole('button', { name: button }).click();
}

async function operator(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await fetch(`${stage.address}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  return (await answer.json()) as Json;
}

/** A box of the assignments. */
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });

const orders = async () => (await operator('GET', `${account('/orders')}?limit=100`)).data.length;

describe.skipIf(whyNot !== undefined)('the cart', () => {
  test('a purchase whose answer is lost is asked about, and is bought once', async () => {
    const before = await orders();
    let lost = 0;
    await page.route('**/orders', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return await route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await page.goto(account('/cart?minutes=31.00'));
    await authorize(/^Accept and pay \$31\.00/);
    await page.getByText('It is not known yet whether this went through').waitFor();
    await page.getByRole('button', { name: 'Ask what became of it' }).click();
    await page.getByRole('heading', { name: 'Paid $31.00' }).waitFor();
    await page.unroute('**/orders');
    expect([lost, await orders()]).toEqual([1, before + 1]);
  }, 30_000);

  test('a change made meanwhile is shown with its difference before anything is paid', async () => {
    await page.goto(account('/cart?flex_port=%2B1'));
    await page.getByRole('button', { name: /^Accept and pay/ }).waitFor();
    const quote = await operator('POST', account('/quotes'), { totals: { dialer_tab: 9 } });
    await operator('POST', account('/orders'), {
      quote: quote.id,
      authorized_by: { first_name: 'Olga', last_name: 'Operator' },
      terms_version: quote.terms.version,
    });
    const before = await orders();
    await authorize(/^Accept and pay/);
    await page.getByText('The figures have changed').waitFor();
    await page.getByText(/^Each month: .* before, .* now\.$/).waitFor();
    expect(await page.getByLabel('First name').inputValue()).toBe('Dana');
    expect(await orders()).toBe(before);
  }, 30_000);

  test('a declined card changes nothing, and what was typed stays', async () => {
    await operator('POST', account('/funding-sources'), {
      provider: 'sandbox',
      token: 'tok_decline',
    });
    await page.goto(account('/cart?minutes=40.00'));
    await page.getByRole('combobox', { name: 'Paid with' }).click();
    await page.getByRole('option', { name: /0002/ }).click();
    await authorize(/^Accept and pay \$40\.00/);
    await page.getByText('Payment declined').waitFor();
    expect(await page.getByLabel('Last name').inputValue()).toBe('Whitfield');
    await page.getByRole('button', { name: 'Accept and pay $40.00' }).waitFor();
  }, 30_000);

  test('fewer named licenses than are assigned asks who loses theirs', async () => {
    await page.goto(account('/cart?crm=6'));
    await page.getByRole('checkbox', { name: 'Pavel Novak' }).check();
    await page.getByRole('button', { name: 'Take CRM from 1' }).click();
    await page.getByText('CRM from Pavel Novak').waitFor();
    await page.getByRole('button', { name: 'Accept, nothing due now' }).waitFor();
  }, 30_000);
});

describe.skipIf(whyNot !== undefined)('assignments', () => {
  test('what has no room is refused in place, while the rest is assigned', async () => {
    for (const name of ['Vera', 'Walt']) {
      await operator('POST', `/companies/${stage.company}/employees`, {
        first_name: name,
        last_name: 'New',
        email: `${name.toLowerCase()}@example.com`,
        permission_group: 'Basic User',
      });
    }
    await page.goto('about:blank');
    await page.goto(account('#assignments'));
    await page.getByLabel('Search').fill('New');
    await box('CRM for Vera New').check();
    await box('CRM for Walt New').check();
    await page.getByRole('button', { name: 'Save 2 changes' }).click();
    await authorize(/^Make 2 changes/);
    await page.getByText('CRM for Walt New stays as it was').waitFor();
    await expect.poll(() => box('CRM for Vera New').isChecked()).toBe(true);
    expect(await box('CRM for Walt New').isChecked()).toBe(false);
    expect(await page.getByRole('alert').getByRole('link').count()).toBeGreaterThan(0);
  }, 30_000);

  test('taking a license takes along what cannot be held without it, before it is saved', async () => {
    await page.goto('about:blank');
    await page.goto(account('#assignments'));
    await box('CRM for Tom Becker').uncheck();
    expect(await box('Dialer for Tom Becker').isChecked()).toBe(false);
    expect(await box('Dialer Tab for Tom Becker').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await box('Dialer Tab for Tom Becker').isChecked()).toBe(true);
  }, 30_000);
});
