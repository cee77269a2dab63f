import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../api/product.ts';
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

  test('is kept for the person: a browser in which nothing was chosen takes it over', async () => {
    const page = await stage.signedIn('Dana');
    await page.goto('/');
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Deutsch' }).click();
    await page.getByRole('button', { name: /^Angemeldet als/ }).waitFor();
    const other = await stage.signedIn('Dana');
    await other.goto('/');
    await other.getByRole('button', { name: /^Angemeldet als/ }).click();
    await other.getByRole('menuitem', { name: 'English' }).click();
    await other.getByRole('button', { name: /^Signed in as/ }).waitFor();
  });

  test('types amounts as it writes them: the server hears the same amount', async () => {
    const page = await stage.signedIn('the operator');
    await page.context().addInitScript(() => localStorage.setItem('tollkeeper-language', 'de'));
    await page.goto('/operator/catalog');
    await page.getByRole('button', { name: /^Flex Port/ }).click();
    await page.getByRole('button', { name: 'Neue Version entwerfen' }).click();
    const price = page.getByRole('textbox', { name: 'Preis je Lizenz und Monat in USD' });
    expect(await price.inputValue()).toBe('45,00');
    await price.fill('viel');
    await page.getByText('Ein Betrag wie 100,00').waitFor();
    const save = page.getByRole('button', { name: 'Entwurf speichern' });
    expect(await save.isDisabled()).toBe(true);
    await price.fill('1.047,50');
    await save.click();
    await page.getByRole('region', { name: 'Entwürfe' }).getByText('1.047,50 $').waitFor();
    const answer = await fetch(`${stage.address}/v1/catalog/drafts`, {
      headers: { authorization: `Bearer ${stage.key}` },
    });
    const { data } = (await answer.json()) as Json;
    expect(data).toMatchObject([{ code: 'flex_port', body: { prices: { USD: '1047.50' } } }]);
  }, 30_000);

  test('buys minutes for the amount that was typed as it writes amounts', async () => {
    const page = await stage.signedIn('Dana');
    await page.evaluate(() => localStorage.setItem('tollkeeper-language', 'de'));
    await page.goto(`/billing-accounts/${stage.account}/cart`);
    const field = page.getByLabel('Betrag in USD');
    const summary = page.getByRole('region', { name: 'Übersicht' });
    await field.fill('1.234,50');
    await summary.getByText('1.234,50 $').first().waitFor();
    await field.fill('12,34,50');
    await page.getByText('Ein Betrag wie 100,00').waitFor();
  }, 30_000);
});
