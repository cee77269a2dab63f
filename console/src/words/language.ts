/** The languages of the console, by their own names. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof LANGUAGES;

const KEPT_AS = 'tollkeeper-language';

/** The reader's language: what they chose here before, else the first of their browser's. */
export const language: Language = chosen();

/** How amounts, days and counts are written: as the browser's region does it, where it fits. */
export const locale: string =
  navigator.languages.find((tag) => languageOfTag(tag) === language) ??
  { en: 'en-US', de: 'de-DE' }[language];

document.documentElement.lang = language;

/** From the next page on, which is this one read anew: everything on it says something. */
export function choose(next: Language): void {
  localStorage.setItem(KEPT_AS, next);
  window.location.reload();
}

/** What was chosen in this browser; undefined where nothing was. */
export function chosenHere(): Language | undefined {
  const kept = localStorage.getItem(KEPT_AS);
  return kept !== null && isLanguage(kept) ? kept : undefined;
}

function chosen(): Language {
  const kept = chosenHere();
  if (kept !== undefined) return kept;
  for (const tag of navigator.languages) {
    const found = languageOfTag(tag);
    if (isLanguage(found)) return found;
  }
  return 'en';
}

function languageOfTag(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}
