import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflowOf, violationsOf } from './accessibility.ts';
import { addressOf, LOOKS, routesOfConsole, type Things, thingsOf } from './all-pages.ts';
import { DESK, openStage, PHONE, type Stage, whyNot } from './stage.ts';

let stage: Stage;
let things: Things;
beforeAll(async () => {
  if (whyNot !== undefined) return;
  stage = await openStage();
  things = await thingsOf(stage);
}, 120_000);
afterAll(() => stage?.close());

/** Above this a page is felt to jump; browsers call up to 0.1 good. */
const SHIFT_MAX = 0.05;

async function visit(page: Page, path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

/** How much of the page moved by itself while it was loaded, as browsers add it up. */
async function shiftOf(page: Page): Promise<number> {
  const seen = await page.evaluate(
    `new Promise((resolve) => {
       let sum = 0;
       const add = (list) => {
         for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
       };
       new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
       setTimeout(() => resolve(sum), 50);
     })`,
  );
  return Number(seen);
}

/** The page as it is once it has been given another size or colours. */
async function settled(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  // Whatever follows from it is drawn two frames later, and transitions are off.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  );
  await page.waitForTimeout(SETTLE_MS);
}

/** Menus and charts that follow the window's size do so within this. */
const SETTLE_MS = 120;

const SIZES = { desk: DESK, phone: PHONE } as const;

/** One page at a desk and on a phone, in one scheme and in the other, without loading it anew. */
async function faultsOf(page: Page, name: string, place = 0): Promise<string[]> {
  const faults: string[] = [];
  // Half of the pages are dark at the desk, the other half on the phone.
  const schemes = place % 2 === 0 ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  for (const [index, size] of (['desk', 'phone'] as const).entries()) {
    const scheme = schemes[index] ?? 'light';
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme: scheme });
    await settled(page, scheme);
    const wider = await overflowOf(page);
    if (wider > 0) faults.push(`${name}: ${wider} px wider than the window of a ${size}`);
    const found = await violationsOf(page);
    faults.push(...found.map((one) => `${name}, ${scheme}, ${size}: ${one}`));
    await stage.picture(page, `${name}-${scheme}-${size}`);
  }
  await page.setViewportSize(DESK);
  return faults;
}

/** On paper there is no menu, and no table is cut off. */
async function printFaultsOf(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  await page.waitForTimeout(SETTLE_MS);
  const faults: string[] = [];
  for (const part of ['navigation', 'banner'] as const) {
    if (await page.getByRole(part).first().isVisible()) faults.push(`${name}: prints its ${part}`);
  }
  const cut = await page.evaluate(
    `[...document.querySelectorAll('.scrolls, .long')]
       .filter((one) => one.scrollWidth > one.clientWidth + 1 ||
                        one.scrollHeight > one.clientHeight + 1)
       .map((one) => one.getAttribute('aria-label'))`,
  );
  faults.push(...(cut as string[]).map((label) => `${name}: cuts off “${label}” on paper`));
  if ((await overflowOf(page)) > 0) faults.push(`${name}: is wider than paper`);
  await stage.picture(page, `${name}-print`);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(DESK);
  return faults;
}

/** A4 at 96 dots an inch, within margins of 15 mm. */
const PAPER = { width: 680, height: 1009 };

test('every route of the console is looked at', () => {
  const looked = new Set(Object.values(LOOKS).flatMap((looks) => looks.map(({ route }) => route)));
  const routes = routesOfConsole();
  expect(routes.length).toBeGreaterThan(20);
  expect(routes.filter((route) => !looked.has(route))).toEqual([]);
});

describe.skipIf(whyNot !== undefined)('every page', () => {
  test.each(Object.keys(LOOKS))(
    'that %s sees is accessible in both colours, fits desk and phone, and does not jump',
    async (who) => {
      const page = who === 'nobody' ? await stage.stranger() : await stage.signedIn(who);
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      for (const [place, one] of (LOOKS[who] ?? []).entries()) {
        await visit(page, addressOf(one, things));
        const shift = await shiftOf(page);
        if (shift > SHIFT_MAX) faults.push(`${one.name}: moves by ${shift.toFixed(3)}`);
        faults.push(...(await faultsOf(page, one.name, place)));
        if (one.prints === true) faults.push(...(await printFaultsOf(page, one.name)));
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    300_000,
  );

  test('that is none is accessible too', async () => {
    const page = await stage.stranger();
    await visit(page, '/no-such-page');
    expect(await faultsOf(page, 'no-such-page')).toEqual([]);
    await page.context().close();
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
