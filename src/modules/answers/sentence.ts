/** `a`, `a and b`, `a, b and c`. */
export function listOf(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `1 license`, `3 licenses`, `1,200 licenses`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`;
}

/** The first few by name and how many more there are. */
export function someOf(words: readonly string[], namedMax = 5): string {
  const named = words.slice(0, namedMax);
  const more = words.length - named.length;
  return listOf(more === 0 ? named : [...named, `${more.toLocaleString('en-US')} more`]);
}

/** Sentences joined into a paragraph; empty ones are left out. */
export function paragraph(...sentences: (string | undefined | false)[]): string {
  return sentences.filter((sentence) => sentence !== undefined && sentence !== false).join(' ');
}

const GIGABYTE = 1_000_000_000n;
const MEGABYTE = 1_000_000n;

/** Decimal gigabytes or megabytes, to one decimal: for sentences only. */
export function sayBytes(bytes: bigint): string {
  const [unit, name] = bytes >= GIGABYTE ? [GIGABYTE, 'GB'] : [MEGABYTE, 'MB'];
  const tenths = (bytes * 10n + unit / 2n) / unit;
  const text = `${(tenths / 10n).toLocaleString('en-US')}.${tenths % 10n}`;
  return `${text.replace(/\.0$/, '')} ${name}`;
}

/** An instant as a calendar day and time of UTC, for sentences. */
export function sayInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
