import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Two frames, in which what has been asked for begins to come, and then until it is there. */
const ARRIVED = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => Promise.allSettled(document.getAnimations()
    .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished)))
  .then(() => undefined)`;

/** What axe finds wrong on the page by WCAG 2.2 A and AA, each with the elements at fault. */
export async function violationsOf(page: Page): Promise<string[]> {
  // What still fades in has not the contrast that it will have.
  await page.evaluate(ARRIVED);
  // Not a script tag: the console's own policy forbids inline scripts, as it should.
  await page.evaluate(axe.source);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
       .then(({ violations }) => violations)`,
  )) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** How many pixels the page is wider than its window; 0 where it fits. */
export async function overflowOf(page: Page): Promise<number> {
  const wider = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return Math.max(0, Number(wider));
}
