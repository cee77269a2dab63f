import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATOR_KEY } from '../api/product.ts';
import { openStage, type Stage, whyNot } from './stage.ts';

/** The FAQ's eight questions, each walked as a Sysadmin would, on the demo company. */

let stage: Stage;
let page: Page;
beforeAll(async () => {
  if (whyNot !== undefined) return;
  stage = await openStage();
  page = await stage.signedIn('Dana');
}, 120_000);
afterAll(() => stage?.close());

const account = (section = '') => `/billing-accounts/${stage.account}${section}`;

/** Types the name that stands for a change, and accepts the terms. */
async function authorize(button: RegExp): Promise<void> {
  await page.getByLabel('First name').fill('Dana');
  await page.getByLabel('Last name').fill('Whitfield');
  await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
  await page.getByRole('button', { name: button }).click();
}

describe.skipIf(whyNot !== undefined)('in the console', () => {
  test('where are my minutes: the balance stands on the first page', async () => {
    await page.goto('/billing-information');
    await page.getByText('Dialer minutes balance').waitFor();
    expect(await page.getByText(/\$\d+\.\d\d/).count()).toBeGreaterThan(0);
    await page.goto(account('#minutes'));
    await page.getByText('In whole minutes').waitFor();
    expect(await page.getByRole('table', { name: 'Movements' }).innerText()).toContain('Purchase');
  });

  test('why can’t they dial: the missing licenses are named, and one button assigns them', async () => {
    await page.goto(`/employees/${stage.people.get('Ann')?.id}`);
    await page.getByText(/has the permission but no Dialer Tab and Dialer/).waitFor();
    await page.getByText(/^Assign Dialer Tab and Dialer to Ann Lee/).click();
    await authorize(/^Assign to Ann/);
    await page.getByText(/Yes, Ann can/).waitFor();
  });

  test('insufficient ports: the board says who holds them, and what is needed', async () => {
    for (const who of ['Maria', 'Grace']) {
      const taken = await fetch(`${stage.address}/v1/authorizations`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${OPERATOR_KEY}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ employee: stage.people.get(who)?.id, activity: 'call.record' }),
      });
      expect(taken.status).toBe(201);
    }
    await page.goto(account('#ports'));
    await page.getByRole('table', { name: 'Ports in use' }).waitFor();
    await page.getByText('2 of 3').waitFor();
    expect(await page.getByRole('tabpanel').innerText()).toMatch(/In the busiest hour/);
  });

  test('proration: the cart shows the days charged on each line before anything is paid', async () => {
    await page.goto(`${account()}/cart?dialer=%2B1`);
    await page.getByText(/\d+ of \d+ days of this billing period/).waitFor();
    await page.getByRole('button', { name: /^Accept and pay \$/ }).waitFor();
  });

  test('no credit: a lower total says when it counts and that nothing is credited', async () => {
    await page.goto(`${account()}/cart?flex_port=2`);
    await page.getByText(/usable until then, and nothing is credited/).waitFor();
    await authorize(/^Accept, nothing due now/);
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    await page.goto(account());
    await page.getByRole('button', { name: 'Undo' }).click();
    await authorize(/^Undo the decrease/);
    await page.getByText('Flex Port stays at 3.').waitFor();
  });

  test('leavers: what is still paid for is said at once, with the way to lower it', async () => {
    await page.goto('/billing-information');
    await page.getByText(/that nobody holds/).waitFor();
    await page.getByRole('link', { name: /Lower the totals/ }).click();
    await page
      .getByText(/nothing is credited/)
      .first()
      .waitFor();
  });

  test('why can’t I lower it: the minus is disabled at the floor and says until when', async () => {
    await page.goto(`${account()}/cart?crm=5`);
    const fewer = page.getByRole('button', { name: /^Fewer CRM: Your contract keeps at least 5/ });
    await fewer.waitFor();
    expect(await fewer.getAttribute('aria-disabled')).toBe('true');
    await fewer.click({ force: true });
    expect(await page.getByLabel('Total of CRM').inputValue()).toBe('5');
  });

  test('storage: a plan of what to purge, each step with what it saves, and it saves that', async () => {
    await page.goto(account('#storage'));
    await page.getByRole('listitem').first().waitFor();
    const steps = await page.getByRole('listitem').filter({ hasText: 'saves' }).count();
    await page.getByRole('button', { name: 'Purge' }).first().click();
    await authorize(/^Purge for good/);
    await page.getByText(/were freed/).waitFor();
    await expect
      .poll(() => page.getByRole('listitem').filter({ hasText: 'saves' }).count())
      .toBe(steps - 1);
  });

  test('every question is answered on Ask with the account’s own figures', async () => {
    await page.goto('/ask');
    const questions = page.getByRole('button', { name: /\?/ });
    await questions.first().waitFor();
    expect(await questions.count()).toBe(8);
    await questions.filter({ hasText: 'dialer minutes' }).click();
    await page.getByText(/Your dialer minutes balance is \$/).waitFor();
  });
});

describe.skipIf(whyNot !== undefined)('buying', () => {
  test('twice pressed is once bought, with a receipt and the new totals', async () => {
    const receipts = () =>
      page.evaluate(
        `fetch('/v1/billing-accounts/${stage.account}/receipts').then((r) => r.json())
          .then(({ data }) => data.length)`,
      );
    await page.goto(`${account()}/cart?dialer=%2B2&minutes=25.00`);
    const before = Number(await receipts());
    await page.getByLabel('First name').fill('Dana');
    await page.getByLabel('Last name').fill('Whitfield');
    await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
    await page.getByRole('button', { name: /^Accept and pay \$/ }).dblclick();
    await page
      .getByText(/Receipt /)
      .first()
      .waitFor();
    expect(await receipts()).toBe(before + 1);
    await page.goto(account());
    await expect
      .poll(() => page.getByLabel('Total of Dialer', { exact: true }).inputValue(), {
        timeout: 10_000,
      })
      .toBe('9');
  }, 30_000);
});
