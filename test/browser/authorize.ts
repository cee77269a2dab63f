import type { Page } from 'playwright-core';

/** Types the name that stands for a change, accepts the terms, and presses the button. */
export async function authorize(page: Page, button: RegExp): Promise<void> {
  await page.getByLabel('First name').fill('Dana');
  await page.getByLabel('Last name').fill('Whitfield');
  await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
  // The dialog's own, where there is one: below it may be a button of the same name.
  await page.getByRole('button', { name: button }).last().click();
}
