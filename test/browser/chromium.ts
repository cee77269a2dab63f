import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the machine has a Chromium; undefined where it has none. */
export const chromiumProgram: string | undefined =
  process.env.CHROMIUM ?? PROGRAMS.find((place) => existsSync(place));

/** A browser that asks nobody on the network for anything of its own. */
export async function launchChromium(): Promise<Browser> {
  return await chromium.launch({
    executablePath: chromiumProgram ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  });
}
