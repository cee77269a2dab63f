import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './accessibility.ts';
import { authorize } from './authorize.ts';
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

describe.skipIf(whyNot !== undefined)('the palette', () => {
  test('leads by keyboard to a section, an employee and a question, from any page', async () => {
    await page.goto('/employees');
    await page.getByRole('button', { name: 'Search' }).first().waitFor();
    for (const [typed, label, address] of [
      ['r-2', 'R-000002', /\/documents\/rcp_/],
      ['stor', 'Storage', /#storage$/],
      ['maria', 'Maria Ortiz', /\/employees\/emp_/],
      ['credit', 'I only used a license for a week. Can I get a credit?', /\/ask#can-i-get/],
    ] as const) {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('textbox').fill(typed);
      await page.getByRole('dialog').getByText(label, { exact: true }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.waitForURL(address);
    }
    await page
      .getByText(/No credits? (is|are) issued|no credit/i)
      .first()
      .waitFor();
  }, 40_000);
});

describe.skipIf(whyNot !== undefined)('an agent', () => {
  test('sees whether they can dial, why not, and who can mend it', async () => {
    const ann = await stage.signedIn('Ann');
    await ann.goto('/');
    await ann.waitForURL(/\/my-access$/);
    await ann.getByRole('heading', { name: 'You cannot dial now.' }).waitFor();
    await ann
      .getByText(/You have no Dialer Tab and Dialer licenses/)
      .first()
      .waitFor();
    await ann.getByText('Dana Whitfield can mend it.').waitFor();
    await ann.getByRole('button', { name: 'Ask my administrator' }).click();
    await ann.getByText(/Its reference is ASK-/).waitFor();
    expect(await violationsOf(ann)).toEqual([]);
    expect(await ann.getByRole('link', { name: 'Billing Information' }).count()).toBe(0);
    await ann.context().close();
  }, 30_000);
});

describe.skipIf(whyNot !== undefined)('the change history', () => {
  test('says what was changed, under which typed name, before and after', async () => {
    await page.goto('about:blank');
    await page.goto(account('/cart?flex_port=4'));
    await authorize(page, /^Accept and pay/);
    await page.getByText(/^Paid \$/).waitFor();
    await page.goto(account('#history'));
    await page.getByText('Licenses', { exact: true }).last().click();
    const changes = page.getByRole('list', { name: 'Changes' }).getByRole('listitem');
    const raised = changes.filter({ hasText: 'Total raised: Flex Port' }).first();
    await raised.getByText('Dana Whitfield').first().waitFor();
    await raised.getByRole('button').click();
    await raised.getByRole('row', { name: /total/ }).waitFor();
    expect(await raised.getByRole('row', { name: /total/ }).innerText()).toMatch(/3\s+4/);
  }, 30_000);
});

describe.skipIf(whyNot !== undefined)('a session that ends while a form is open', () => {
  test('goes on where it was once somebody has signed in again in another tab', async () => {
    const dana = await stage.signedIn('Dana');
    await dana.goto(account('/cart?minutes=30.00'));
    await dana.getByRole('button', { name: /^Accept and pay/ }).waitFor();
    const cookies = await dana.context().cookies();
    await dana.context().clearCookies();
    await authorize(dana, /^Accept and pay/);
    await dana.getByRole('dialog', { name: 'Sign in again' }).waitFor();
    await dana.context().addCookies(cookies);
    await dana.getByRole('button', { name: 'I have signed in' }).click();
    await dana.getByRole('heading', { name: 'Paid $30.00' }).waitFor();
    await dana.context().close();
  }, 30_000);
});
