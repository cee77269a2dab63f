import { type Check, eachLine } from './check.ts';

/** Each is put together here, so that this file does not hold what it looks for. */
const word = (...parts: string[]) => parts.join('');

interface Banned {
  readonly text: string;
  readonly instead: string;
  /** Where it is a fault in code, and English in a comment. */
  readonly inCode?: true;
}

/** What stands in the way of a reader or of another check, and what to do instead. */
const banned: readonly Banned[] = [
  { text: word('TO', 'DO'), instead: 'do it, or open an issue' },
  { text: word('FIX', 'ME'), instead: 'mend it, or open an issue' },
  { text: word('as ', 'any'), instead: 'say the type', inCode: true },
  { text: word(': ', 'any;'), instead: 'say the type', inCode: true },
  { text: word('@ts', '-ignore'), instead: 'mend the type' },
  { text: word('@ts', '-nocheck'), instead: 'mend the types' },
  { text: word('@ts', '-expect-error'), instead: 'mend the type' },
  { text: word('biome', '-ignore'), instead: 'mend what the linter found' },
  { text: word('eslint', '-disable'), instead: 'mend what the linter found' },
  { text: word('test', '.only('), instead: 'run them all' },
  { text: word('describe', '.only('), instead: 'run them all' },
];

const code = /\.(ts|tsx|cjs|mjs|css|sql|html)$/;

const comment = /^\s*(\/\/|\/?\*|--)/;

export const bannedWords: Check = {
  name: 'words that we do not use',
  find: (files) =>
    eachLine(files, code, (line) => {
      const found = banned.find(
        ({ text, inCode }) => line.includes(text) && !(inCode && comment.test(line)),
      );
      return found === undefined ? undefined : `"${found.text}": ${found.instead}`;
    }),
  bad: banned.map(({ text }, index) => ({
    path: `src/bad-${index}.ts`,
    text: `const it = x ${text}\n`,
  })),
  good: [
    { path: 'src/good.ts', text: `// As good ${word('as ', 'any')} other.\nconst anything = 1;\n` },
    { path: 'docs/good.md', text: `We do not write ${word('TO', 'DO')}.\n` },
  ],
};
