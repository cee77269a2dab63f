import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, OPERATOR_KEY } from '../api/product.ts';
import { openStage, type Stage, whyNot } from './stage.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  if (whyNot !== undefined) return;
  stage = await openStage();
  page = await stage.signedIn('the operator');
}, 120_000);
afterAll(() => stage?.close());

async function get(path: string): Promise<Json> {
  const answer = await fetch(`${stage.address}/v1${path}`, {
    headers: { authorization: `Bearer ${OPERATOR_KEY}` },
  });
  return (await answer.json()) as Json;
}

const dialog = () => page.getByRole('dialog');
const closed = () => dialog().waitFor({ state: 'detached' });

describe.skipIf(whyNot !== undefined)('the operator’s settings', () => {
  test('say who sells, the refusal beside its field, and go back to a version', async () => {
    await page.goto('/operator/settings/sellers');
    await page
      .getByRole('button', { name: /^(Enter who sells|Change)$/ })
      .first()
      .click();
    const type = (label: string, value: string) => dialog().getByLabel(label).fill(value);
    await type('Legal name', 'Rang Telecom GmbH');
    await type('Street', 'Hafenweg 3');
    await type('City', 'Hamburg');
    await type('Country (two letters, such as US)', 'de');
    await type('VAT or GST ID', 'FR123');
    await type('Colour', '#0a6b4d');
    await dialog().getByRole('button', { name: 'Publish' }).click();
    await dialog().getByText('must be a VAT id of the country').first().waitFor();
    await stage.picture(page, 'settings-seller-refused');
    await type('VAT or GST ID', 'DE123456789');
    await dialog().getByRole('button', { name: 'Publish' }).click();
    await closed();
    const first = (await get('/sellers')).data.at(-1);
    expect(first).toMatchObject({ legal_name: 'Rang Telecom GmbH', vat_id: 'DE123456789' });

    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await type('Legal name', 'Rang Netz GmbH');
    await dialog().getByText('Legal name:').waitFor();
    await dialog().getByRole('button', { name: 'Publish' }).click();
    await closed();
    await page.getByRole('button', { name: `Go back to version ${first.version}` }).click();
    await dialog().getByRole('button', { name: 'Publish' }).click();
    await closed();
    expect((await get('/sellers')).data.at(-1).legal_name).toBe('Rang Telecom GmbH');
  }, 40_000);

  test('publish a tax with what it comes to, end it, and exempt somebody', async () => {
    await page.goto('/operator/settings/taxes');
    await page.getByRole('button', { name: 'Add a tax' }).click();
    await dialog().getByLabel('Where').fill('us-ny');
    await dialog().getByLabel('Code').fill('sales');
    await dialog().getByLabel('Name').fill('Sales tax');
    await dialog().getByLabel('Licenses, in %').fill('8.875');
    await dialog().getByText('A license at 100.00 comes to 108.88, tax 8.88.').waitFor();
    await dialog().getByRole('button', { name: 'Publish' }).click();
    await closed();
    await page.getByRole('button', { name: /New York|NY, United States/ }).click();
    await stage.picture(page, 'settings-taxes-light');
    await page.getByRole('button', { name: 'Charge it no more' }).click();
    await dialog().getByLabel('In force from').fill('2031-01-01');
    await dialog().getByRole('button', { name: 'End it' }).click();
    await closed();
    await page.getByText('ends on Jan 1, 2031').waitFor();

    await page.getByRole('button', { name: 'Record a certificate' }).click();
    await dialog().getByRole('combobox', { name: 'Company' }).fill('a');
    await page.getByRole('option').first().click();
    await dialog().getByRole('combobox', { name: 'Billing account' }).click();
    await page.getByRole('option').first().click();
    await dialog().getByLabel('Where').fill('US-NY');
    await dialog().getByLabel('Certificate').fill('ST-120');
    await dialog().getByLabel('Reason').fill('resale');
    await dialog().getByRole('button', { name: 'Record it' }).click();
    await closed();
    await page.getByRole('button', { name: 'Withdraw ST-120' }).click();
    await dialog()
      .getByRole('button', { name: /^Withdraw it/ })
      .click();
    await closed();
    const [exemption] = (await get('/tax-exemptions')).data;
    expect(exemption).toMatchObject({ certificate: 'ST-120', billing_account: stage.account });
    expect(exemption.valid_to).not.toBeNull();
  }, 40_000);

  test('show what a debt would live through before the schedule is published', async () => {
    await page.goto('/operator/settings/dunning');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await dialog().getByLabel('Funding sources are charged on days').fill('1, 4');
    await dialog().getByRole('button', { name: 'Publish' }).click();
    await dialog().getByText('begin with 0').first().waitFor();
    await dialog().getByLabel('Funding sources are charged on days').fill('0, 4');
    await dialog().getByLabel('A reminder is told on days').fill('0, 2');
    await dialog().getByLabel('Days of grace').fill('3');
    await dialog().getByLabel('In force from').fill('2031-03-01');
    const course = dialog().getByRole('list', { name: 'What an unpaid invoice lives through' });
    await course.getByText('Mar 8, 2031').waitFor();
    await stage.picture(page, 'settings-dunning-editor');
    await dialog().getByRole('button', { name: 'Publish' }).click();
    await closed();
    expect((await get('/dunning-schedules')).data[0]).toMatchObject({
      retry_days: [0, 4],
      notice_days: [0, 2],
      suspends_after_days: 7,
      effective_on: '2031-03-01',
    });
  }, 40_000);

  test('publish terms that orders then accept', async () => {
    await page.goto('/operator/settings/terms');
    await page.getByRole('button', { name: 'Publish a version' }).click();
    await dialog().getByLabel('Version').fill('2027-01');
    await dialog().getByLabel('Where they can be read').fill('nowhere');
    await dialog().getByRole('button', { name: 'Publish' }).click();
    await dialog().getByText('must be an address').first().waitFor();
    await dialog().getByLabel('Where they can be read').fill('https://rang.example/terms');
    await dialog().getByRole('button', { name: 'Publish' }).click();
    await closed();
    await page.getByRole('listitem').filter({ hasText: '2027-01' }).getByText('in force').waitFor();
    expect((await get('/me')).terms.version).toBe('2027-01');
  }, 40_000);

  test('ask two-factor sign-in of the staff, refused until one has it oneself', async () => {
    await page.goto('/staff');
    const rule = page.getByRole('switch', { name: 'Two-factor sign-in is required' });
    await rule.click();
    await dialog().getByRole('button', { name: 'Require it' }).click();
    await dialog().getByText('Set up two-factor sign-in for yourself').waitFor();
    await stage.picture(page, 'staff-policy-refused');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    expect(await get('/staff-policy')).toEqual({ two_factor_required: false });
  }, 40_000);

  test('try the mail server, and show a mail with a real invoice', async () => {
    await page.goto('/operator/settings/mail');
    await page.getByLabel('Send a test mail to').fill('me@rang.example');
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByText('Written and kept: no mail server is set.').waitFor();
    const look = page.getByRole('region', { name: 'How mails look' });
    await look.getByRole('combobox', { name: 'Company' }).click();
    await page.getByRole('option').first().click();
    await look.getByRole('combobox', { name: 'Billing account' }).click();
    await page.getByRole('option').first().click();
    await look.getByRole('combobox', { name: 'Mail' }).click();
    await page.getByRole('option', { name: 'A renewal is coming' }).click();
    const mail = page.frameLocator('iframe.mail');
    await mail.getByRole('heading', { level: 1 }).waitFor();
    await stage.picture(page, 'settings-mail-light');
    const { data } = await get('/mails?limit=1');
    expect(data[0]).toMatchObject({ kind: 'trial', to: { address: 'me@rang.example' } });
  }, 40_000);
});
