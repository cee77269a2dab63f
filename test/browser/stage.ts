import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import type { Page } from 'playwright-core';
import { type App, createApp } from '../../src/app.ts';
import { loadDemo } from '../../src/cli/demo/demo.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { freshDatabase } from '../../src/database/test-database.ts';
import type { Employee } from '../../src/modules/companies/index.ts';
import { OPERATOR_KEY } from '../api/product.ts';
import { chromiumProgram, launchChromium } from './chromium.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Git-ignored: looked at by people, compared by nobody. */
const PICTURES = path.join(ROOT, 'coverage', 'screenshots');

/** Why pages cannot be tested here; undefined where they can. */
export const whyNot: string | undefined =
  chromiumProgram === undefined
    ? 'there is no Chromium on this machine (on Debian: apt-get install chromium)'
    : existsSync(path.join(ROOT, 'console/dist/index.html'))
      ? undefined
      : 'the console is not built (bin/tollkeeper test builds it)';

if (whyNot !== undefined) console.warn(`The console was not tested in a browser: ${whyNot}.`);

export const PHONE = { width: 390, height: 844 } as const;
export const DESK = { width: 1280, height: 900 } as const;

export interface Stage {
  readonly address: string;
  readonly app: App;
  /** The product's own database, to fill it with more than people would type. */
  readonly pool: Pool;
  /** The operator's key. */
  readonly key: string;
  readonly company: string;
  /** The demo's one billing account. */
  readonly account: string;
  /** The demo's employees by first name. */
  readonly people: ReadonlyMap<string, Employee>;
  /** A page in a browser profile of its own, signed in as `who` (a first name, or the operator). */
  signedIn(who: string, options?: PageOptions): Promise<Page>;
  /** A page in a profile of its own where nobody is signed in. */
  stranger(options?: PageOptions): Promise<Page>;
  picture(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly scheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The browser's language; English where it is not said. */
  readonly locale?: string;
  /** Whether the page follows what others change; the network is then never idle. */
  readonly live?: boolean;
}

/** The real product with the demo company in it, and a real browser. */
export async function openStage(settings: Record<string, string> = {}): Promise<Stage> {
  const open = await freshDatabase();
  const config = readConfig({ TOLLKEEPER_OPERATOR_KEY: OPERATOR_KEY, ...settings });
  const demo = await loadDemo(open, config);
  if (demo === undefined) throw new Error('an empty database takes the demo');
  const app = await createApp({ open, config: config satisfies Config, log: false });
  const address = await app.listen(0);
  const browser = await launchChromium();
  const { accounts, employees } = app.services;
  const { account, everybody } = await open.database.read(async (tx) => ({
    account: (await accounts.list(tx, { company: demo.id, limit: 1 }))[0],
    everybody: await employees.list(tx, demo.id, { limit: 100 }),
  }));
  if (account === undefined) throw new Error('the demo company has a billing account');
  const people = new Map(everybody.map((one) => [one.firstName, one]));

  const stranger = async (options: PageOptions = {}) => {
    const { scheme = 'light', viewport = DESK, live, locale = 'en-US' } = options;
    const context = await browser.newContext({
      baseURL: address,
      colorScheme: scheme,
      viewport,
      locale,
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(10_000);
    if (live !== true) await context.route('**/events/stream*', (route) => route.abort());
    return await context.newPage();
  };
  return {
    address,
    app,
    pool: open.pool,
    key: OPERATOR_KEY,
    company: demo.id,
    account: account.id,
    people,
    stranger,
    async signedIn(who, options) {
      const page = await stranger(options);
      const person = people.get(who);
      const link =
        person === undefined
          ? await app.signIn.operatorLink(address)
          : await app.signIn.employeeLink(person, address);
      await page.goto(link.url);
      await page.waitForURL((url) => url.pathname !== '/sign-in');
      return page;
    },
    async picture(page, name) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
    },
    async close() {
      await browser.close();
      await app.close();
      await open.close();
    },
  };
}
