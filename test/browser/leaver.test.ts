import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage, whyNot } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  if (whyNot === undefined) stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());

describe.skipIf(whyNot !== undefined)('somebody leaves', () => {
  test('hiding signs them out, says what is still paid for, and one click lowers it', async () => {
    const tom = stage.people.get('Tom');
    const theirs = await stage.signedIn('Tom');
    const page = await stage.signedIn('Dana');
    await page.goto(`/employees/${tom?.id}`);
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('menuitem', { name: 'Hide' }).click();
    await page.getByLabel('First name').fill('Dana');
    await page.getByLabel('Last name').fill('Whitfield');
    await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
    await page.getByRole('button', { name: 'Hide', exact: true }).click();

    await page.getByText('You still pay for').waitFor();
    await page.getByText(/8 CRM, of which/).waitFor();
    const text = await page.getByRole('alert').innerText();
    expect(text).toMatch(/8 CRM, of which 6 are assigned\. It could be 6 from/);
    expect(text).toMatch(/saves \$\d/);
    await theirs.goto('/employees');
    await theirs.waitForURL(/\/sign-in/);

    await page.getByRole('button', { name: /^Lower what you pay for from/ }).click();
    await page.getByText('Summary').waitFor();
    expect(await page.getByLabel('Total of CRM').inputValue()).toBe('6');
    await page
      .getByText(/nothing is credited/)
      .first()
      .waitFor();
  }, 60_000);
});
