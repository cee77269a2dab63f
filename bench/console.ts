import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { type App, createApp } from '../src/app.ts';
import { loadDemo } from '../src/cli/demo/demo.ts';
import { readConfig } from '../src/config.ts';
import { type OpenDatabase, openServer } from '../src/database/connect.ts';
import { startEmbedded } from '../src/database/embedded.ts';
import { silentLog } from '../src/database/log.ts';
import { SYSTEM } from '../src/kernel/actor.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { median } from './load.ts';

export interface ConsoleResult {
  readonly language: string;
  readonly tries: number;
  /** From asking for the page with an empty cache until its figures stand there. */
  readonly best_ms: number;
  readonly median_ms: number;
  readonly worst_ms: number;
}

/** What the last figure to come is called in each language. */
const LAST_FIGURE = { 'en-US': 'Next invoice', 'de-DE': 'Nächste Rechnung' } as const;

type Locale = keyof typeof LAST_FIGURE;

/** Opens Billing Information of the demo, signed in, each time in a browser that knows nothing. */
export async function benchConsole(tries: number): Promise<ConsoleResult[]> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'tollkeeper-bench-'));
  const embedded = await startEmbedded({ dataDirectory: directory, log: silentLog });
  const open = await openServer(embedded.target, silentLog, 10);
  const config = readConfig({});
  await loadDemo(open, config);
  const app = await createApp({ open, config, log: false });
  const browser = await launchChromium();
  try {
    const address = await app.listen(0);
    const cookies = await signedIn(browser, await linkOf(app, open, address));
    const results: ConsoleResult[] = [];
    for (const locale of Object.keys(LAST_FIGURE) as Locale[]) {
      const times: number[] = [];
      // The first finds the server cold as well, and is not counted.
      for (let made = 0; made <= tries; made += 1) {
        const time = await openingMs(browser, { address, cookies, locale });
        if (made > 0) times.push(time);
      }
      results.push({
        language: locale,
        tries,
        best_ms: Math.round(Math.min(...times)),
        median_ms: Math.round(median(times)),
        worst_ms: Math.round(Math.max(...times)),
      });
    }
    return results;
  } finally {
    await browser.close();
    await app.close();
    await open.close();
    await embedded.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

type Cookies = Awaited<ReturnType<typeof signedIn>>;

/** A link for the demo's Administrator. */
async function linkOf(app: App, open: OpenDatabase, address: string): Promise<string> {
  const { rows } = await open.pool.query(
    "select id from companies_employees where first_name = 'Dana'",
  );
  const dana = await open.database.read((tx) =>
    app.services.employees.get(tx, SYSTEM, rows[0]?.id),
  );
  return (await app.signIn.employeeLink(dana, address)).url;
}

async function signedIn(browser: Browser, link: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

async function openingMs(
  browser: Browser,
  { address, cookies, locale }: { address: string; cookies: Cookies; locale: Locale },
): Promise<number> {
  const context = await browser.newContext({ locale });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const begun = performance.now();
  await page.goto(`${address}/billing-information`, { waitUntil: 'commit' });
  await page.getByText(LAST_FIGURE[locale]).first().waitFor();
  const time = performance.now() - begun;
  await context.close();
  return time;
}
