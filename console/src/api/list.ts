import { locale } from '../words/language.ts';

/** `A, B, and C`; of an `or` any one is meant: `A, B, or C`. */
export function sayList(names: readonly string[], kind: 'and' | 'or' = 'and'): string {
  const type = kind === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(locale, { type }).format(names);
}
