import { language, type Sentence, say } from './say.ts';

/** Says a value of a kept sentence: its name, and its text as it is kept. */
export type SayValue = (name: string, text: string) => string;

/**
 * What is kept is English. This says it to whoever reads it now: `text` is one of these
 * `sentences` with its values in place; where it is none of them it stays as it is, as what
 * somebody typed does. The sentences have plain values only, no plural and no choice.
 */
export function sayKept(
  text: string,
  sentences: readonly Sentence[],
  sayValue: SayValue = (_name, value) => value,
): string {
  if (language() === 'en') return text;
  for (const sentence of sentences) {
    const found = formOf(sentence).exec(text);
    if (found === null) continue;
    const values = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      sayValue(name, value),
    ]);
    return (say as SayAny)(sentence, Object.fromEntries(values));
  }
  return text;
}

/** The values were read by the sentence's own names, which no type can know. */
type SayAny = (sentence: Sentence, values: Readonly<Record<string, string>>) => string;

const VALUE = /\{(\w+)\}/g;
const forms = new Map<string, RegExp>();

function formOf(sentence: string): RegExp {
  let form = forms.get(sentence);
  if (form === undefined) {
    const escaped = sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    form = new RegExp(`^${escaped.replace(VALUE, '(?<$1>.+)')}$`, 's');
    forms.set(sentence, form);
  }
  return form;
}
