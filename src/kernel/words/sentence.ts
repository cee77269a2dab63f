import { IntlMessageFormat } from 'intl-messageformat';

/**
 * Sentences are written in English where they are said, in ICU's message syntax, and stand with
 * their translation in a catalog: `{ 'Pay {amount}': '{amount} bezahlen' }`. The English sentence
 * is its own key, so that one without a translation does not compile.
 */
export type Catalog = Readonly<Record<string, string>>;

/** The words before a brace that begin a choice of ICU's `plural` or `select`, not a value. */
type Choice = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other' | `=${number}`;

/** What stands between an opening brace and the end of the value's name. */
type Head<Rest> = Rest extends `${infer Name},${string}`
  ? Name extends `${infer Shorter}}${string}`
    ? Shorter
    : Name
  : Rest extends `${infer Name}}${string}`
    ? Name
    : never;

/** A name of a value; words with spaces and signs are text of a choice. */
type Name<Text> = Text extends `${string} ${string}` | `${string}#${string}` | '' ? never : Text;

/** The names of the values that a sentence needs: `'count' | 'amount'`. */
export type NamesIn<Text, Before extends string = ''> = Text extends `${infer Start}{${infer Rest}`
  ?
      | (`${Before}${Start}` extends `${string}, ${'plural' | 'select'},${string}`
          ? Start extends `${string}${Choice} `
            ? never
            : Name<Head<Rest>>
          : Name<Head<Rest>>)
      | NamesIn<Rest, `${Before}${Start}{`>
  : never;

/** The names of its tags, as in `<b>due</b>`: values that are given what stands within. */
export type TagsIn<Text> = Text extends `${string}<${infer Tag}>${string}</${string}>${infer Rest}`
  ? Tag | TagsIn<Rest>
  : never;

/** The values of a sentence that has any, and nothing for one that has none. */
export type ValuesFor<Text, Value> = [NamesIn<Text>] extends [never]
  ? []
  : [values: { readonly [name in NamesIn<Text>]: Value }];

/** Puts values into sentences of one language; a form is read once. */
export class Wording {
  readonly #locale: string;
  readonly #catalog: Catalog | undefined;
  readonly #forms = new Map<string, IntlMessageFormat>();

  /** `catalog` is absent where the sentences are said as they are written. */
  constructor(locale: string, catalog?: Catalog) {
    this.#locale = locale;
    this.#catalog = catalog;
  }

  say(sentence: string, values?: Readonly<Record<string, string | number>>): string {
    return this.#form(sentence).format<never>(values as Record<string, string | number>) as string;
  }

  /** The sentence in pieces, where some of its values are things of the page. */
  pieces<Thing>(sentence: string, values: Readonly<Record<string, Thing>>) {
    return this.#form(sentence).format<Thing>(values as Record<string, Thing>);
  }

  #form(sentence: string): IntlMessageFormat {
    let form = this.#forms.get(sentence);
    if (form === undefined) {
      form = new IntlMessageFormat(this.#catalog?.[sentence] ?? sentence, this.#locale);
      this.#forms.set(sentence, form);
    }
    return form;
  }
}
