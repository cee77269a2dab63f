import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage, whyNot } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  if (whyNot === undefined) stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());

test.skipIf(whyNot !== undefined)(
  'what if somebody is hired is answered to the cent, and what cannot be is said beside it',
  async () => {
    const page = await stage.signedIn('Dana');
    await page.goto(`/billing-accounts/${stage.account}`);
    await page.getByRole('link', { name: 'What if' }).click();
    await page.getByText('As things stand').first().waitFor();
    await page.getByRole('button', { name: 'Somebody is hired' }).click();
    await page.getByLabel('People').fill('20');
    await page.getByRole('region', { name: 'Charged at once for orders' }).waitFor();
    await page.getByRole('button', { name: 'A total changes' }).click();
    await page.getByLabel('New total').fill('0');
    await page.getByRole('alert').waitFor();
    await stage.picture(page, 'what-if-refused');
    await page.getByRole('button', { name: 'Suppose it no more' }).last().click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.locator('.recharts-surface').first().waitFor();
    await stage.picture(page, 'what-if-light');

    const answer = await fetch(
      `${stage.address}/v1/billing-accounts/${stage.account}/simulations`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${stage.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          changes: [
            {
              on: await page.getByLabel('Somebody is hired').inputValue(),
              hires: { people: 20, licenses: ['crm', 'dialer', 'dialer_tab'] },
            },
          ],
        }),
      },
    );
    const { difference } = (await answer.json()) as { difference: { amount: string } };
    expect(Number(difference.amount)).toBeGreaterThan(0);
    const card = page.locator('text=The difference').locator('..').locator('..');
    const seen = async () => (await card.innerText()).replaceAll(',', '');
    await expect.poll(seen, { timeout: 5_000 }).toContain(difference.amount);
  },
  60_000,
);
