import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflowOf, violationsOf } from './accessibility.ts';
import { DESK, openStage, PHONE, type Stage, whyNot } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  if (whyNot === undefined) stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());

/** Every page, and the heading by which one knows that it is there. */
const PAGES: readonly [string, (stage: Stage) => string][] = [
  ['billing-information', () => '/billing-information'],
  ['licenses', ({ account }) => `/billing-accounts/${account}`],
  ['assignments', ({ account }) => `/billing-accounts/${account}#assignments`],
  ['minutes', ({ account }) => `/billing-accounts/${account}#minutes`],
  ['ports', ({ account }) => `/billing-accounts/${account}#ports`],
  ['storage', ({ account }) => `/billing-accounts/${account}#storage`],
  ['contract', ({ account }) => `/billing-accounts/${account}#contract`],
  ['funding', ({ account }) => `/billing-accounts/${account}#funding`],
  ['invoices', ({ account }) => `/billing-accounts/${account}#invoices`],
  ['history', ({ account }) => `/billing-accounts/${account}#history`],
  ['cart', ({ account }) => `/billing-accounts/${account}/cart?dialer=%2B3&minutes=100.00`],
  ['employees', () => '/employees'],
  ['employee', ({ people }) => `/employees/${people.get('Ann')?.id}`],
  ['ask', () => '/ask'],
  ['notices', () => '/notices'],
];

async function visit(page: Page, path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

describe.skipIf(whyNot !== undefined)('every page', () => {
  for (const [scheme, size, viewport] of [
    ['light', 'desk', DESK],
    ['dark', 'desk', DESK],
    ['light', 'phone', PHONE],
    ['dark', 'phone', PHONE],
  ] as const) {
    test(`is accessible and fits its window: ${scheme}, ${size}`, async () => {
      const page = await stage.signedIn('Dana', { scheme, viewport });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      for (const [name, pathOf] of PAGES) {
        await visit(page, pathOf(stage));
        const wider = await overflowOf(page);
        if (wider > 0) faults.push(`${name}: ${wider} px wider than the window`);
        for (const violation of await violationsOf(page)) faults.push(`${name}: ${violation}`);
        await stage.picture(page, `${name}-${scheme}-${size}`);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    }, 180_000);
  }

  test('what the operator and strangers see is accessible too', async () => {
    const faults: string[] = [];
    for (const scheme of ['light', 'dark'] as const) {
      const operator = await stage.signedIn('the operator', { scheme });
      await visit(operator, '/companies');
      faults.push(...(await violationsOf(operator)));
      await operator.context().close();
      const stranger = await stage.stranger({ scheme });
      for (const path of ['/sign-in', '/terms', '/no-such-page']) {
        await visit(stranger, path);
        faults.push(...(await violationsOf(stranger)));
      }
      await stranger.context().close();
    }
    expect(faults).toEqual([]);
  }, 60_000);
});

describe.skipIf(whyNot !== undefined)('signing in', () => {
  test('a link works once, and a page that needs a session leads to the sign-in page', async () => {
    const page = await stage.stranger();
    await page.goto('/employees');
    await page.waitForURL(/\/sign-in/);
    const dana = stage.people.get('Dana');
    if (dana === undefined) throw new Error('the demo has Dana');
    const { url } = await stage.app.signIn.employeeLink(dana, stage.address);
    await page.goto(url);
    await page.waitForURL((at) => at.pathname !== '/sign-in');
    const second = await stage.stranger();
    await second.goto(url);
    await second.getByText(/used already or has ended/).waitFor();
    await page.context().close();
    await second.context().close();
  }, 60_000);
});
