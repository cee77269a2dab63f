import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { german as spokenByConsole } from '../../console/src/words/german/index.ts';
import { german as spokenByServer } from '../../src/kernel/words/german/index.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Side by side: a catalog, where its parts are, and where its sentences are said. */
const catalogs = [
  {
    name: 'the console',
    german: spokenByConsole,
    says: 'console/src',
    parts: 'console/src/words/german',
  },
  { name: 'the server', german: spokenByServer, says: 'src', parts: 'src/kernel/words/german' },
] as const;

describe.each(catalogs)('the German of $name', ({ german, says, parts }) => {
  const pairs = Object.entries(german as Record<string, string>);

  test('needs the same values and tags as the English', () => {
    const differing = pairs.filter(
      ([english, translated]) => String(valuesOf(english)) !== String(valuesOf(translated)),
    );
    expect(differing).toEqual([]);
  });

  test('has no sentence that nobody says any more', () => {
    const said = textsOf(says, parts);
    expect(pairs.map(([english]) => english).filter((english) => !said.has(english))).toEqual([]);
  });

  test('has each sentence in one file', () => {
    const all = readdirSync(path.join(root, parts))
      .filter((name) => name !== 'index.ts')
      .flatMap((name) => keysOf(path.join(root, parts, name)));
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  test('is German, where it is more than a word that both languages share', () => {
    const same = pairs.filter(([english, translated]) => english === translated);
    const words = /\p{L}{2,} \p{L}{2,}/u;
    expect(same.map(([english]) => english).filter((one) => words.test(one))).toEqual([]);
  });
});

/** The names of a sentence's values and tags, in alphabetical order; fails on a broken form. */
function valuesOf(sentence: string): string[] {
  const found = new Set<string>();
  type Elements = ReturnType<IntlMessageFormat['getAst']>;
  const look = (elements: Elements): void => {
    for (const element of elements) {
      if ('value' in element && element.type !== LITERAL) found.add(element.value);
      if ('children' in element) look(element.children);
      if ('options' in element) for (const one of Object.values(element.options)) look(one.value);
    }
  };
  look(new IntlMessageFormat(sentence, 'en').getAst());
  return [...found].sort();
}

/** The kind of element that is text and nothing else, as ICU's reader numbers it. */
const LITERAL = 0;

/** Every text in the code of a folder, but for those of its catalogs. */
function textsOf(folder: string, catalog: string): Set<string> {
  const found = new Set<string>();
  for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
    const place = path.join(folder, name);
    if (!/\.tsx?$/.test(name) || place.startsWith(catalog) || /node_modules|dist/.test(place)) {
      continue;
    }
    walk(path.join(root, place), (node) => {
      if (ts.isStringLiteralLike(node)) found.add(node.text);
    });
  }
  return found;
}

function keysOf(file: string): string[] {
  const found: string[] = [];
  walk(file, (node) => {
    if (ts.isPropertyAssignment(node) && !ts.isComputedPropertyName(node.name)) {
      found.push(node.name.text);
    }
  });
  return found;
}

function walk(file: string, look: (node: ts.Node) => void): void {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const text = readFileSync(file, 'utf8');
  const visit = (node: ts.Node): void => {
    look(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind));
}
