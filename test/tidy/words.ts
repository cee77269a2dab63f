import { type Check, eachLine } from './check.ts';

/** Each is put together here, so that this file does not hold what it looks for. */
const word = (...parts: string[]) => parts.join('');

/** What stands in the way of a reader or of another check, and what to do instead. */
const banned: readonly { readonly text: string; readonly instead: string }[] = [
  { text: word('TO', 'DO'), instead: 'do it, or open an issue' },
  { text: word('FIX', 'ME'), instead: 'mend it, or open an issue' },
  { text: word('as ', 'any'), instead: 'say the type' },
  { text: word(': ', 'any;'), instead: 'say the type' },
  { text: word('@ts', '-ignore'), instead: 'mend the type' },
  { text: word('@ts', '-nocheck'), instead: 'mend the types' },
  { text: word('@ts', '-expect-error'), instead: 'mend the type' },
  { text: word('biome', '-ignore'), instead: 'mend what the linter found' },
  { text: word('eslint', '-disable'), instead: 'mend what the linter found' },
  { text: word('test', '.only('), instead: 'run them all' },
  { text: word('describe', '.only('), instead: 'run them all' },
];

const code = /\.(ts|tsx|cjs|mjs|css|sql|html)$/;

export const bannedWords: Check = {
  name: 'words that we do not use',
  find: (files) =>
    eachLine(files, code, (line) => {
      const found = banned.find(({ text }) => line.includes(text));
      return found === undefined ? undefined : `"${found.text}": ${found.instead}`;
    }),
  bad: banned.map(({ text }, index) => ({ path: `src/bad-${index}.ts`, text: `// ${text}\n` })),
  good: [
    { path: 'src/good.ts', text: 'const methods = ["get"]; // anything as it was\n' },
    { path: 'docs/good.md', text: `We do not write ${word('TO', 'DO')}.\n` },
  ],
};
