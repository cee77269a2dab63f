import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, OPERATOR_KEY } from '../api/product.ts';
import { overflowOf, violationsOf } from './accessibility.ts';
import { authorize } from './authorize.ts';
import { companyPastDue, type LatePayers } from './late-payers.ts';
import { openStage, PHONE, type Stage, whyNot } from './stage.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  if (whyNot !== undefined) return;
  stage = await openStage();
  page = await stage.signedIn('the operator');
}, 120_000);
afterAll(() => stage?.close());

async function call(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await fetch(`${stage.address}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${OPERATOR_KEY}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return (await answer.json()) as Json;
}

describe.skipIf(whyNot !== undefined)('the operator', () => {
  let late: { company: string; account: string };
  beforeAll(async () => {
    late = await companyPastDue(call);
  }, 30_000);

  test('sees who is past due, and records the check that came', async () => {
    await page.goto('/operator/dunning');
    const card = page.getByRole('region', { name: 'Late Payers, Main' });
    await card.getByText('$190.00').first().waitFor();
    await stage.picture(page, 'operator-dunning-light');
    await card.getByRole('button', { name: 'Charge $190.00 now' }).click();
    await authorize(page, /^Charge .190\.00$/);
    await card.getByRole('cell', { name: '2', exact: true }).waitFor();
    await card.getByRole('button', { name: 'Record a payment' }).click();
    await page.getByLabel('Reference').fill('Check 1001');
    await page.getByRole('button', { name: 'Record 190.00 USD' }).click();
    await page.getByText('Nobody owes anything').waitFor();
    const [invoice] = (await call('GET', `/invoices?company=${late.company}`)).data;
    expect(invoice.status).toBe('paid');
  }, 30_000);

  test('sees a company from all sides, and credits what was charged in error', async () => {
    await page.goto('/companies');
    await page.getByRole('button', { name: 'Open Late Payers' }).click();
    await page.getByRole('region', { name: 'Main' }).getByText('2 CRM').waitFor();
    await stage.picture(page, 'operator-company-light');
    await page.getByRole('button', { name: /^Credit / }).click();
    await page.getByRole('combobox', { name: 'Why' }).click();
    await page.getByRole('option', { name: 'It was charged in error' }).click();
    await page.getByLabel('Credit of line 1').fill('95.00');
    await page.getByRole('button', { name: 'Credit 1 line' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const [invoice] = (await call('GET', `/invoices?company=${late.company}`)).data;
    expect(invoice.credited.amount).toBe('95.00');
  }, 30_000);

  test('suspends an account with a reason, and resumes it', async () => {
    await page.goto(`/operator/companies/${late.company}`);
    for (const [item, word] of [
      ['Suspend it', 'suspended'],
      ['Resume it', 'good'],
    ] as const) {
      await page.getByRole('button', { name: 'Change' }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await page.getByLabel('Reason').fill('A test');
      await page.getByRole('button', { name: /^(Suspend|Resume)$/ }).click();
      await page.getByText(word, { exact: true }).waitFor();
    }
  }, 30_000);

  test('prepares a contract, signs it, and sees its floor', async () => {
    await page.goto(`/operator/contracts/${late.account}`);
    await page.getByRole('button', { name: 'Prepare a contract' }).click();
    await page.getByLabel('CRM: floor').fill('3');
    await page.getByText('raises it.').waitFor();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('draft', { exact: true }).waitFor();
    await stage.picture(page, 'operator-contracts-light');
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByRole('button', { name: 'Sign for 12 months' }).click();
    await page.getByText('active', { exact: true }).waitFor();
    const { data } = await call('GET', `/billing-accounts/${late.account}/contracts`);
    expect(data).toMatchObject([{ state: 'active', floors: { crm: 3 } }]);
  }, 30_000);

  test('drafts a price, sees what it changes, and publishes it', async () => {
    await page.goto('/operator/catalog');
    await page.getByRole('button', { name: /^Flex Port/ }).click();
    await page.getByRole('button', { name: 'Draft a new version' }).click();
    await page.getByRole('textbox', { name: 'Price of one a month in USD' }).fill('47.00');
    await page.getByLabel('In force from').fill('2031-01-01');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    const drafts = page.getByRole('region', { name: 'Drafts' });
    await drafts.getByText('$47.00').waitFor();
    await drafts.getByText(/of 1 account/).waitFor();
    await stage.picture(page, 'operator-catalog-light');
    await drafts.getByRole('button', { name: /^Publish from/ }).click();
    await drafts.waitFor({ state: 'detached' });
    const { license_types: types } = await call('GET', '/catalog');
    const port = types.find(({ code }: Json) => code === 'flex_port');
    expect(port.versions.at(-1)).toMatchObject({ effective_on: '2031-01-01' });
  }, 30_000);

  test('sees how the renewals stand, and what the coming ones would charge', async () => {
    await page.goto('/operator/renewals#dry-run');
    await page.getByRole('combobox', { name: 'Renewals of' }).click();
    await page.getByRole('option', { name: 'the next 31 days' }).click();
    await page.getByRole('button', { name: /^Main/ }).click();
    await page.getByText('Total', { exact: true }).waitFor();
    await stage.picture(page, 'operator-renewals-light');
  }, 30_000);

  test('reads the reports as figures and pictures', async () => {
    await page.goto('/operator/reports');
    await page.getByRole('table', { name: 'MRR' }).getByText('$1').first().waitFor();
    await page.locator('.recharts-surface').first().waitFor();
    await stage.picture(page, 'operator-reports-light');
    await page.getByRole('tab', { name: 'Utilization' }).click();
    await page.getByRole('table', { name: 'Utilization' }).getByText('flex port').first().waitFor();
    await page.getByRole('link', { name: 'CSV' }).waitFor();
  }, 30_000);

  test('makes a key, keeps its secret, and revokes it', async () => {
    await page.goto('/operator/keys');
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByLabel('Name').fill('Night switch');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const secret = (await page.locator('pre').innerText()).trim();
    const call = () =>
      fetch(`${stage.address}/v1/companies`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await call()).status).toBe(200);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('button', { name: 'Revoke Night switch' }).click();
    await authorize(page, /^Revoke it$/);
    await expect.poll(async () => (await call()).status, { timeout: 5_000 }).toBe(401);
  }, 30_000);

  test('finds the mails that no server took', async () => {
    await page.goto('/operator/logs#mails');
    await page.getByRole('table', { name: 'Mails' }).getByText('unsent').first().waitFor();
    await stage.picture(page, 'operator-mails-light');
  }, 30_000);
});

const REASONS = [
  'The company is insolvent',
  'Nobody can be found any more',
  'The claim is time-barred',
  'It was agreed to take less',
  'Collecting it costs more than it brings',
];

describe.skipIf(whyNot !== undefined)('an invoice that nobody will pay', () => {
  let gone: LatePayers;
  let phone: Page;
  beforeAll(async () => {
    gone = await companyPastDue(call, 'Gone Dialers');
    await call('POST', `/test-clocks/${gone.clock}/advance`, { now: '2026-12-30T12:00:00Z' });
    phone = await stage.signedIn('the operator', { scheme: 'dark', viewport: PHONE });
  }, 60_000);

  const dialogOf = (where: Page) => where.getByRole('dialog', { name: /^Write off / });
  const confirmOf = (where: Page) =>
    dialogOf(where).getByRole('button', { name: 'Write off $190.00' });
  const owing = async () =>
    (await call('GET', '/dunning')).data.map(({ company }: Json) => company) as string[];

  test.each(['light', 'dark-phone'])(
    'is written off for one of the closed list of reasons only (%s)',
    async (look) => {
      const where = look === 'light' ? page : phone;
      await where.goto(`/operator/companies/${gone.company}`);
      await where.getByText('suspended', { exact: true }).waitFor();
      await where.getByRole('button', { name: /^Write off / }).click();
      await dialogOf(where).getByText('$190.00 becomes a loss').waitFor();
      expect(await confirmOf(where).isDisabled()).toBe(true);
      const why = dialogOf(where).getByRole('combobox', { name: 'Why' });
      await why.click();
      await where.getByRole('option').first().waitFor();
      expect(await where.getByRole('option').allInnerTexts()).toEqual(REASONS);
      expect(await violationsOf(where)).toEqual([]);
      await stage.picture(where, `write-off-reasons-${look}`);
      await where.getByRole('option', { name: 'The company is insolvent' }).click();
      expect(await violationsOf(where)).toEqual([]);
      expect(await overflowOf(where)).toBe(0);
      await stage.picture(where, `write-off-${look}`);
      // Chosen again, it stays chosen.
      await why.click();
      await where.getByRole('option', { name: 'The company is insolvent' }).click();
      expect(await confirmOf(where).isEnabled()).toBe(true);
    },
    30_000,
  );

  test('is a loss from then on, and its dunning ends with the suspension', async () => {
    expect(await owing()).toContain(gone.company);
    await confirmOf(page).click();
    await dialogOf(page).waitFor({ state: 'detached' });
    const invoice = page.getByRole('table', { name: 'Invoices' }).getByRole('row').nth(1);
    await invoice.getByRole('cell', { name: 'written off' }).waitFor();
    await invoice.getByRole('cell', { name: '$0.00' }).waitFor();
    expect(await invoice.getByRole('button', { name: /^Write off/ }).count()).toBe(0);
    await page.getByRole('region', { name: 'Main' }).getByText('good', { exact: true }).waitFor();
    expect(await owing()).not.toContain(gone.company);
    await stage.picture(page, 'written-off-light');
  }, 30_000);

  test('is written off once: whoever comes second hears so in the dialog', async () => {
    await confirmOf(phone).click();
    await dialogOf(phone).getByText('Invoice not open').waitFor();
    expect(await violationsOf(phone)).toEqual([]);
    await stage.picture(phone, 'write-off-refused-dark-phone');
  }, 30_000);

  test('says in the change history why it was given up', async () => {
    await page.goto(`/billing-accounts/${gone.account}#history`);
    const change = page.getByRole('button', { name: /^Invoice written off: / });
    await change.click();
    const row = page.getByRole('listitem').filter({ has: change });
    await row.getByRole('cell', { name: 'The company is insolvent' }).waitFor();
    await stage.picture(page, 'written-off-history-light');
  }, 30_000);
});
