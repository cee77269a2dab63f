/** Whether the font has a picture of a character. */
export type HasGlyph = (codePoint: number) => boolean;

/** Stands for what the font cannot show; a box says that something is there. */
const MISSING = '\u25a1';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What joins or orders other characters and has no picture of its own. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\u00ad]/gu;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LEFT_TO_RIGHT = /\p{L}/u;

/**
 * Text that can be set with one font: what it has no glyph for becomes a box, one for each
 * character that people see, so that no name is lost without a trace and none breaks the file.
 * Words that are read from right to left are put in the order in which they are seen, because
 * the typesetter shapes words but places them from left to right.
 */
export function printableText(text: string, hasGlyph: HasGlyph): string {
  return inVisualOrder(text).replace(/\S+/gu, (word) => shownWord(word, hasGlyph));
}

function shownWord(word: string, hasGlyph: HasGlyph): string {
  let shown = '';
  for (const { segment } of graphemes.segment(word)) {
    const visible = segment.normalize('NFC').replace(INVISIBLE, '');
    const isKnown = [...visible].every((character) => hasGlyph(character.codePointAt(0) ?? 0));
    shown += isKnown ? visible : MISSING;
  }
  return shown;
}

/** Word by word: runs of right-to-left words are reversed, and so is a text that begins so. */
function inVisualOrder(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  const words = text.split(' ');
  const isReversed = directionOf(text) === 'rtl';
  const runs: string[][] = [];
  let last: Direction | undefined;
  for (const word of words) {
    const direction = directionOf(word) ?? last ?? (isReversed ? 'rtl' : 'ltr');
    if (direction === last) runs.at(-1)?.push(word);
    else runs.push([word]);
    last = direction;
  }
  const ordered = runs.map((run) => (directionOf(run.join('')) === 'rtl' ? run.toReversed() : run));
  return spaced((isReversed ? ordered.toReversed() : ordered).flat());
}

/**
 * The typesetter sets each word with the space after it, which stands before a word that is read
 * from right to left: such a word gets a second one where the next does not bring its own.
 */
function spaced(words: readonly string[]): string {
  const spacedWords = words.map((word, index) => {
    const next = words[index + 1];
    const isBare =
      directionOf(word) === 'rtl' && (next === undefined || directionOf(next) !== 'rtl');
    return isBare ? `${word} ` : word;
  });
  return spacedWords.join(' ');
}

type Direction = 'ltr' | 'rtl';

/** The direction of the first letter. */
function directionOf(text: string): Direction | undefined {
  for (const character of text) {
    if (RIGHT_TO_LEFT.test(character)) return 'rtl';
    if (LEFT_TO_RIGHT.test(character)) return 'ltr';
  }
  return undefined;
}
