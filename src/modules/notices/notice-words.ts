import { inEnglish, LANGUAGES, type Language, language, speaking } from '../../kernel/words/say.ts';
import type { NewNotice, NoticeText, WordedNotice } from './notice.ts';

const OTHERS = LANGUAGES.filter((one) => one !== 'en');

/**
 * What is told, in every language: it is told once, and each of its readers reads their own.
 * `make` is asked once for each language and must answer with the same notices in one order.
 */
export async function inEveryLanguage(
  make: () => readonly NewNotice[] | Promise<readonly NewNotice[]>,
): Promise<WordedNotice[]> {
  const english = await inEnglish(async () => await make());
  const words = english.map((): Partial<Record<Language, NoticeText>> => ({}));
  for (const other of english.length === 0 ? [] : OTHERS) {
    const said = await speaking(other, async () => await make());
    for (const [index, { message, figures = [], remedies }] of said.entries()) {
      const own = words[index];
      if (own !== undefined) own[other] = { message, figures, remedies };
    }
  }
  return english.map((notice, index) => ({ ...notice, words: words[index] ?? {} }));
}

/** A notice to whoever reads it now; in English where it was told in no other language. */
export function toReader<Told extends NoticeText & Pick<WordedNotice, 'words'>>(told: Told): Told {
  return { ...told, ...told.words[language()] };
}
