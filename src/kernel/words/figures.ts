import { language, locale, say } from './say.ts';

const LISTS = {
  // Without the comma before “and” that American English writes.
  en: new Intl.ListFormat('en-GB'),
  de: new Intl.ListFormat('de-DE'),
} as const;

/** `a`, `a and b`, `a, b and c`. */
export function listOf(words: readonly string[]): string {
  return LISTS[language()].format(words);
}

/** The first few by name and how many more there are. */
export function someOf(words: readonly string[], namedMax = 5): string {
  const named = words.slice(0, namedMax);
  const more = words.length - named.length;
  return listOf(more === 0 ? named : [...named, say('{more, number} more', { more })]);
}

/** Sentences joined into a paragraph; those that are not to be said are left out. */
export function paragraph(...sentences: (string | undefined | false)[]): string {
  return sentences.filter((sentence) => sentence !== undefined && sentence !== false).join(' ');
}

/** `1,200` as the reader writes it. */
export function sayNumber(value: number | bigint): string {
  return value.toLocaleString(locale());
}

/** `3.0`, with one decimal always. */
export function sayTenths(value: number): string {
  return value.toLocaleString(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** Decimal text with all its decimals: `0.678333333`, `0,678333333`. */
export function sayDecimal(text: string): string {
  const decimals = text.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale(), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  }).format(text as Intl.StringNumericLiteral);
}

const GIGABYTE = 1_000_000_000n;
const MEGABYTE = 1_000_000n;

/** Decimal gigabytes or megabytes, to one decimal: for sentences only. */
export function sayBytes(bytes: bigint): string {
  const [unit, name] = bytes >= GIGABYTE ? [GIGABYTE, 'GB'] : [MEGABYTE, 'MB'];
  const tenths = (bytes * 10n + unit / 2n) / unit;
  return `${sayNumber(Number(tenths) / 10)} ${name}`;
}

/** An instant as a calendar day and time of UTC, for sentences. */
export function sayInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
