import { createElement, Fragment, type ReactNode } from 'react';
import {
  type NamesIn,
  type TagsIn,
  type ValuesFor,
  Wording,
} from '../../../src/kernel/words/sentence.ts';
import type { german } from './german/index.ts';
import { language, locale } from './language.ts';

/** Its name is the same in every language. */
export const PRODUCT = 'Tollkeeper';

/** A sentence that every language has: see the README beside this file. */
export type Sentence = keyof typeof german;

// Before anything else here runs, so that even a constant may say something.
const catalog = language === 'de' ? (await import('./german/index.ts')).german : undefined;
const wording = new Wording(locale, catalog);

/** The sentence in the reader's language. */
export function say<Text extends Sentence>(
  sentence: Text,
  ...[values]: ValuesFor<Text, string | number>
): string {
  return wording.say(sentence, values);
}

type Piece = ReactNode | ((words: ReactNode) => ReactNode);

/** The same with things of the page within, as in `said('{price} a month', { price })`. */
export function said<Text extends Sentence>(
  sentence: Text,
  values: { readonly [name in NamesIn<Text> | TagsIn<Text>]: Piece },
): ReactNode {
  const parts = wording.pieces<ReactNode>(sentence, values as Record<string, ReactNode>);
  return Array.isArray(parts) ? createElement(Fragment, null, ...parts) : parts;
}
