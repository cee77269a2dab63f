import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage, whyNot } from './stage.ts';

describe.skipIf(whyNot !== undefined)('the second language', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  test('is chosen in the menu, stays chosen, and can be left again', async () => {
    const page = await stage.signedIn('Dana');
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Deutsch' }).click();
    await page.getByRole('button', { name: /^Angemeldet als/ }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.reload();
    await page.getByRole('button', { name: /^Angemeldet als/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('button', { name: /^Signed in as/ }).waitFor();
  });
});
