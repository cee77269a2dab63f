import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, LOOKS, type Things, thingsOf } from './all-pages.ts';
import { openStage, type Stage, whyNot } from './stage.ts';
import { collectNames, sayingMore, textsOf } from './words-seen.ts';

let stage: Stage;
let things: Things;
beforeAll(async () => {
  if (whyNot !== undefined) return;
  stage = await openStage();
  things = await thingsOf(stage);
}, 120_000);
afterAll(() => stage?.close());

async function open(page: Page, address: string): Promise<string[]> {
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  return await textsOf(page);
}

const openedBy = (who: string, locale: string) =>
  who === 'nobody' ? stage.stranger({ locale }) : stage.signedIn(who, { locale });

describe.skipIf(whyNot !== undefined)('in German', () => {
  test.each(Object.keys(LOOKS))(
    'nothing that %s sees is left in English',
    async (who) => {
      const [english, german] = [await openedBy(who, 'en-US'), await openedBy(who, 'de-DE')];
      const names = collectNames(german);
      const found: string[] = [];
      for (const look of LOOKS[who] ?? []) {
        const address = addressOf(look, things);
        const [said, texts] = await Promise.all([open(english, address), open(german, address)]);
        const same = texts.filter((text) => said.includes(text));
        found.push(...sayingMore(same, names).map((text) => `${look.name}: ${text}`));
      }
      expect(found).toEqual([]);
      await english.context().close();
      await german.context().close();
    },
    180_000,
  );
});
