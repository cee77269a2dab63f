import { type PlainSentence, say } from '../../kernel/words/say.ts';

/** What is wrong with a value, said when it is refused and not when its schema is made. */
export function misfit(sentence: PlainSentence): { readonly error: () => string } {
  return { error: () => say(sentence) };
}
