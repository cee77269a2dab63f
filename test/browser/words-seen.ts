import type { Page } from 'playwright-core';

/** Whether a text says something: two words beside each other. A single word may be a name. */
const SAYS = /\p{L}{2,}[,;:]? \p{L}{2,}/u;

/** Fields of the API that hold what people named themselves, in no language of ours. */
const NAMES = new Set([
  'name',
  'first_name',
  'last_name',
  'legal_name',
  'email',
  'employee_name',
  'number',
  'line1',
  'line2',
  'city',
  'region',
  'source',
  'paid_with',
  'display',
  'time_zone',
  'permission_group',
  'subject',
  'logo_text',
  'document_footer',
  'external_id',
]);

/** Collects what people and companies named in all that the API answers to this page. */
export function collectNames(page: Page): Set<string> {
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) look(one);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      if (typeof one === 'string' && NAMES.has(key)) names.add(one);
      else look(one);
    }
  };
  page.on('response', async (response) => {
    if (!response.url().includes('/v1/')) return;
    look(await response.json().catch(() => undefined));
  });
  return names;
}

/** Runs in the page: the words of what is shown, and of what is read out instead. */
const COLLECT = `() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('script, style, [lang]:not(html)') !== null) continue;
    if (parent.checkVisibility()) found.push(node.textContent);
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    for (const one of document.querySelectorAll('[' + name + ']')) {
      found.push(one.getAttribute(name));
    }
  }
  return found;
}`;

/** Every text that is seen or heard on the page, once. */
export async function textsOf(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(`(${COLLECT})()`);
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => SAYS.test(text));
}

/** The texts that say something beside the names in them. */
export function sayingMore(texts: readonly string[], names: ReadonlySet<string>): string[] {
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  return texts.filter((text) => {
    let rest = text;
    for (const name of longestFirst) if (name !== '') rest = rest.replaceAll(name, '·');
    return SAYS.test(rest);
  });
}
