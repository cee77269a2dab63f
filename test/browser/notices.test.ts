import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflowOf, violationsOf } from './accessibility.ts';
import { DESK, openStage, PHONE, type Stage, whyNot } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  if (whyNot === undefined) stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());

/** A call of the API by the page's own session, as its tab would make it. */
async function call(page: Page, path: string, body: object): Promise<{ id: string }> {
  const answer = await page.evaluate(
    async ([address, text]) => {
      const response = await fetch(address ?? '', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'authorized-by': 'Dana Whitfield; terms=2026-11-01',
        },
        body: text ?? '',
      });
      return { status: response.status, body: await response.json() };
    },
    [path, JSON.stringify(body)],
  );
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body as { id: string };
}

async function buy(page: Page, order: object): Promise<void> {
  const path = `/v1/billing-accounts/${stage.account}`;
  const quote = await call(page, `${path}/quotes`, order);
  await call(page, `${path}/orders`, {
    quote: quote.id,
    authorized_by: { first_name: 'Dana', last_name: 'Whitfield' },
    terms_version: '2026-11-01',
  });
}

describe.skipIf(whyNot !== undefined)('live updates', () => {
  test('a purchase in one tab shows in another, which is not reloaded', async () => {
    const watching = await stage.signedIn('Dana', { live: true });
    await watching.goto(`/billing-accounts/${stage.account}`);
    const licenses = watching.getByRole('region', { name: 'Licenses' });
    const shown = () => licenses.innerText();
    await licenses.getByText('Flex Port').first().waitFor();
    await watching.evaluate('window.notReloaded = true');
    const before = await shown();
    const buying = await stage.signedIn('Dana');
    await buy(buying, { totals: { flex_port: 4 } });
    await expect.poll(shown, { timeout: 15_000 }).not.toBe(before);
    expect(await watching.evaluate('window.notReloaded')).toBe(true);
    await watching.context().close();
    await buying.context().close();
  }, 60_000);
});

describe.skipIf(whyNot !== undefined)('notices', () => {
  for (const [scheme, size, viewport] of [
    ['light', 'desk', DESK],
    ['dark', 'phone', PHONE],
  ] as const) {
    test(`ring a bell on every page and are read there: ${scheme}, ${size}`, async () => {
      const page = await stage.signedIn('Dana', { scheme, viewport });
      await page.goto('/employees');
      const bell = page.getByRole('button', { name: /^Notices/ });
      await bell.click();
      const list = page.getByRole('dialog', { name: 'Notices' });
      await list.getByRole('listitem').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      await stage.picture(page, `bell-${scheme}-${size}`);
      await list.getByRole('link', { name: /All notices/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Notices' }).waitFor();
      await page.getByText('Mailed to you').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      await stage.picture(page, `notices-${scheme}-${size}`);
      await page.context().close();
    }, 60_000);
  }

  test('one that is dismissed is gone at once, and back with the reason where that is refused', async () => {
    const page = await stage.signedIn('Dana');
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/dismiss', async (route) => {
      await asked;
      await route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({ title: 'No', status: 409, code: 'no', detail: 'Not this one.' }),
      });
    });
    await page.goto('/notices');
    const rows = page.getByRole('region', { name: 'Notices' }).getByRole('listitem');
    await rows.first().waitFor();
    const before = await rows.count();
    await rows
      .first()
      .getByRole('button', { name: /^Dismiss/ })
      .click();
    await expect.poll(() => rows.count(), { timeout: 5_000 }).toBe(before - 1);
    answer();
    await page.getByText('Not this one.').waitFor();
    await expect.poll(() => rows.count(), { timeout: 5_000 }).toBe(before);
    await page.context().close();
  }, 60_000);

  test('a mail that is switched off stays so, and one that money hangs on cannot be', async () => {
    const page = await stage.signedIn('Dana');
    await page.goto('/notices');
    const receipts = page.getByRole('switch', { name: /^A receipt/ });
    await receipts.waitFor();
    expect(await receipts.isChecked()).toBe(true);
    await receipts.click({ force: true });
    await expect.poll(() => receipts.isChecked()).toBe(false);
    await page.reload();
    await receipts.waitFor();
    expect(await receipts.isChecked()).toBe(false);
    expect(await page.getByRole('switch', { name: /^A payment failed/ }).isDisabled()).toBe(true);
    await page.context().close();
  }, 60_000);
});

describe.skipIf(whyNot !== undefined)('a request', () => {
  test('is approved in one click at the amount on the button', async () => {
    const ann = stage.people.get('Ann');
    const asking = await stage.signedIn('Ann');
    const { id } = await call(asking, `/v1/employees/${ann?.id}/requests`, {
      activity: 'dialer.login',
      reason: 'license_not_assigned',
    });
    const page = await stage.signedIn('Dana');
    await page.goto(`/requests/${id}`);
    await page.getByRole('heading', { name: 'Ann Lee asks for help' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await stage.picture(page, 'request-light-desk');
    await page.getByRole('button', { name: /^Approve/ }).click();
    await page.getByLabel('First name').fill('Dana');
    await page.getByLabel('Last name').fill('Whitfield');
    await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
    const dialog = page.getByRole('dialog', { name: 'Approve' });
    await dialog.getByRole('button', { name: /^Approve/ }).click();
    await page.getByText('Approved', { exact: true }).waitFor();
    await page.getByText('by Dana Whitfield').waitFor();
    await asking.goto(`/requests/${id}`);
    await asking.getByText('Approved', { exact: true }).waitFor();
    await page.context().close();
    await asking.context().close();
  }, 60_000);
});
