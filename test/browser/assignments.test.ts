import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflowOf, violationsOf } from './accessibility.ts';
import { authorize } from './authorize.ts';
import { openStage, type Stage, whyNot } from './stage.ts';

/** As long as a slow machine may take to save and show. */
const SOON = { timeout: 10_000 };

let stage: Stage;
let page: Page;
const folder = mkdtempSync(path.join(tmpdir(), 'assignments-'));
beforeAll(async () => {
  if (whyNot !== undefined) return;
  stage = await openStage();
  page = await stage.signedIn('Dana');
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await stage?.close();
});

const open = async () => {
  await page.goto('about:blank');
  await page.goto(`/billing-accounts/${stage.account}#assignments`);
  await page.getByRole('table', { name: 'Assignments' }).waitFor();
};
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const section = () => page.getByRole('region', { name: 'Assignments', exact: true });

async function choose(name: string, content: string): Promise<void> {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
}

describe.skipIf(whyNot !== undefined)('many at once', () => {
  test('are selected, given a license with what it requires, and undone', async () => {
    await open();
    await box('Select Ann Lee').check();
    await box('Select Tom Becker').check();
    await page.getByRole('button', { name: 'Give', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Flex Port' }).click();
    await page.getByRole('button', { name: 'Save 2 changes' }).click();
    await authorize(page, /^Make 2 changes/);
    await page.getByText('2 licenses changed hands.').waitFor();
    await expect.poll(() => box('Flex Port for Ann Lee').isChecked(), SOON).toBe(true);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await authorize(page, /^Undo 2 changes/);
    await expect.poll(() => box('Flex Port for Ann Lee').isChecked(), SOON).toBe(false);
    expect(await box('CRM for Ann Lee').isChecked()).toBe(true);
  }, 40_000);

  test('arrows lead from box to box, and Space ticks', async () => {
    await open();
    await box('CRM for Dana Whitfield').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'Space']) {
      await page.keyboard.press(key);
    }
    expect(await box('CRM for Maria Ortiz').isChecked()).toBe(false);
    expect(await box('Flex Port for Maria Ortiz').isChecked()).toBe(false);
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByText('1 selected').waitFor();
  }, 30_000);
});

describe.skipIf(whyNot !== undefined)('a file of assignments', () => {
  test('is shown as what it would change, line by line, and changes just that', async () => {
    await open();
    await page.getByRole('button', { name: 'Import CSV' }).click();
    await choose(
      'team.csv',
      [
        'email;dialer;flex_port',
        'ann.lee@example.com;yes;',
        'maria.ortiz@example.com;;no',
        'nobody@example.com;yes;',
        'tom.becker@example.com;perhaps;',
        'no address;yes;',
      ].join('\r\n'),
    );
    await page.getByText('1 to give').waitFor();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toMatch(/1 to take, 0 as they are, 3 that cannot be/);
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByText('Line 4: Dialer for nobody@example.com').waitFor();
    await dialog.getByText('Line 5: “perhaps” under dialer is neither yes nor no.').waitFor();
    await dialog.getByText('Line 6: “no address” is no e-mail address.').waitFor();
    await authorize(page, /^Make 2 changes/);
    await expect.poll(() => box('Dialer for Ann Lee').isChecked(), SOON).toBe(true);
    expect(await box('Flex Port for Maria Ortiz').isChecked()).toBe(false);
  }, 40_000);

  test('with a wrong header, or of 50 MB, is refused kindly and changes nothing', async () => {
    await open();
    await page.getByRole('button', { name: 'Import CSV' }).click();
    await choose('wrong.csv', 'mail,dialer\nann.lee@example.com,yes\n');
    await page
      .getByText(/There is no column “email”. The first line must be: email, crm/)
      .waitFor();
    await choose('unknown.csv', 'email,hologram\nann.lee@example.com,yes\n');
    await page.getByText(/There is no license type “hologram”/).waitFor();
    const large = path.join(folder, 'large.csv');
    writeFileSync(large, '');
    truncateSync(large, 50_000_000);
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(large);
    await page.getByText(/large\.csv has 50 MB; a file of assignments has 2 MB at most/).waitFor();
  }, 40_000);

  test('that was exported can be read again as it is, whatever the names are', async () => {
    const names = [
      ['<b>Zoe</b>', '=SUM(A1)'],
      ['שרה', 'לוי'],
      ['🦊', 'O’Brien, "Jr."'],
    ];
    for (const [index, [first, last]] of names.entries()) {
      const made = await stage.app.fastify.inject({
        method: 'POST',
        url: `/v1/companies/${stage.company}/employees`,
        headers: { authorization: `Bearer ${stage.key}` },
        payload: {
          first_name: first,
          last_name: last,
          email: `odd${index}@example.com`,
          permission_group: 'Basic User',
        },
      });
      expect(made.statusCode).toBe(201);
    }
    await open();
    await section().getByText('<b>Zoe</b> =SUM(A1)').waitFor();
    await section().getByText('שרה לוי').waitFor();
    expect(await overflowOf(page)).toBe(0);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const file = path.join(folder, 'exported.csv');
    await (await saved).saveAs(file);
    await page.getByRole('button', { name: 'Import CSV' }).click();
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
    await page.getByText('0 to give').waitFor();
    await page.getByRole('button', { name: 'Nothing to change' }).waitFor();
  }, 40_000);
});

describe.skipIf(whyNot !== undefined)('a rule by permission group', () => {
  test('is set under a name, and shows what comes along', async () => {
    await open();
    await page.getByRole('button', { name: 'Change what Basic User is given' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'Dialer Tab' }).check();
    await dialog.getByRole('checkbox', { name: 'CRM (comes along)' }).waitFor();
    await authorize(page, /^Set the rule/);
    const rules = page.getByRole('region', { name: 'Rules by permission group' });
    await rules.getByRole('listitem').filter({ hasText: 'Dialer Tab' }).waitFor();
  }, 30_000);
});
