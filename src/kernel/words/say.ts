import { AsyncLocalStorage } from 'node:async_hooks';
import { german } from './german/index.ts';
import { type NamesIn, type ValuesFor, Wording } from './sentence.ts';

/** The languages in which people are spoken to; the first is what is said without being asked. */
export const LANGUAGES = ['en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A sentence that every language has. */
export type Sentence = keyof typeof german;

/** A sentence without values: one that a table or a constant may name, and be said later. */
export type PlainSentence = {
  [Text in Sentence]: [NamesIn<Text>] extends [never] ? Text : never;
}[Sentence];

/** How amounts, days and counts are written in each language. */
const LOCALES: Record<Language, string> = { en: 'en-US', de: 'de-DE' };

const WORDINGS: Record<Language, Wording> = {
  en: new Wording(LOCALES.en),
  de: new Wording(LOCALES.de, german),
};

const asked = new AsyncLocalStorage<Language>();

/** The language of whoever is being answered; English where nobody asked for another. */
export function language(): Language {
  return asked.getStore() ?? 'en';
}

/** The locale of that language, such as `de-DE`. */
export function locale(): string {
  return LOCALES[language()];
}

/** Runs `work`, and all that it begins, speaking that language. */
export function speaking<Result>(spoken: Language, work: () => Result): Result {
  return spoken === language() ? work() : asked.run(spoken, work);
}

/** `work` that is done later, and for others too, speaking the language of now. */
export function inThisLanguage<Given extends unknown[], Result>(
  work: (...given: Given) => Result,
): (...given: Given) => Result {
  const spoken = language();
  return (...given) => speaking(spoken, () => work(...given));
}

/** Runs `work`, which makes text that is kept: that is English, whoever asked for it. */
export function inEnglish<Result>(work: () => Result): Result {
  return speaking('en', work);
}

/**
 * The sentence in the language of whoever is being answered. What is kept (documents, journal,
 * history) is written in English and never by this.
 */
export function say<Text extends Sentence>(
  sentence: Text,
  ...[values]: ValuesFor<Text, string | number>
): string {
  return WORDINGS[language()].say(sentence, values);
}

/** The first language of an `Accept-Language` header that is spoken here; quality is its order. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return 'en';
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((one) => one.trim().startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.trim().slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const { tag } of wanted) {
    const found = LANGUAGES.find((one) => tag === one || tag.startsWith(`${one}-`));
    if (found !== undefined) return found;
  }
  return 'en';
}
