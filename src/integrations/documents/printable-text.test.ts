import { describe, expect, it } from 'vitest';
import { printableText } from './printable-text.ts';

/** A font with Latin, Hebrew and Arabic letters, and the box. */
const hasGlyph = (codePoint: number) => codePoint < 0x700 || codePoint === 0x25a1;
const shown = (text: string) => printableText(text, hasGlyph);

describe('printable text', () => {
  it.each([
    ['Müller & Søn', 'Müller & Søn'],
    ['株式会社', '□□□□'],
    ['Ada 😀', 'Ada □'],
    ['👩‍👩‍👧 family', '□ family'],
    ['e\u0301clair', '\u00e9clair'],
    ['soft\u00adhyphen\u200d', 'softhyphen'],
  ])('shows %s as %s: a box for what the font has not', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['שלום עולם', 'עולם שלום '],
    ['שלום עולם Ltd', 'Ltd עולם שלום '],
    ['Ltd שלום עולם', 'Ltd עולם שלום '],
    ['12 רחוב', 'רחוב  12'],
  ])('puts the words of %s in the order in which they are seen', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
