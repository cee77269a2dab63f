import ts from 'typescript';
import { type Check, eachLine, type Finding } from './check.ts';
import type { SourceFile } from './source-files.ts';

/** Longer files are two files; the median should be a fifth of this. */
const fileLinesMax = 500;

/** The admission engine: one PL/pgSQL function, which no language construct lets us divide. */
const oneFunction = 'src/database/migrations/0013_admission_engine.sql';

/** Two columns of code side by side, on one screen. */
const lineColumnsMax = 100;

/** What can be read without scrolling. */
const functionLinesMax = 70;

/** Markup is read as the page that it shows, and is mostly closing tags. */
const componentLinesMax = 110;

const code = /\.(ts|tsx|cjs|mjs|css|sql)$/;

/** A title is one sentence in one piece of text, which the formatter does not break. */
const titleOfTest = /^\s*(?:test|describe)(?:\.\w+)*\(\s*['"`].*=> \{$/;

/** A sentence that people read is one piece of text, which the formatter does not break either. */
const sentence = /^\s*(?:(?:say|said)\()?(['"]).*\1[,:)};]*$/;

const script = /\.(ts|tsx|cjs|mjs)$/;

const lines = (count: number) => 'const it = 1;\n'.repeat(count);

export const fileLength: Check = {
  name: 'file length',
  find: (files) =>
    files
      .filter(({ path }) => code.test(path) && path !== oneFunction)
      .map((file) => ({ ...file, count: file.text.trimEnd().split('\n').length }))
      .filter(({ count }) => count > fileLinesMax)
      .map(({ path, count }) => ({ path, text: `${count} lines (at most ${fileLinesMax})` })),
  bad: [{ path: 'src/long.ts', text: lines(fileLinesMax + 1) }],
  good: [
    { path: 'src/short.ts', text: lines(fileLinesMax) },
    { path: 'docs/long.md', text: lines(fileLinesMax + 1) },
  ],
};

export const lineLength: Check = {
  name: 'line length',
  find: (files) =>
    eachLine(files, code, (line) => {
      if (titleOfTest.test(line) || sentence.test(line)) return undefined;
      const columns = [...line].length;
      return columns > lineColumnsMax
        ? `${columns} columns (at most ${lineColumnsMax})`
        : undefined;
    }),
  bad: [
    { path: 'src/wide.ts', text: `// ${'x'.repeat(lineColumnsMax)}\n` },
    { path: 'src/wide.sql', text: `-- ${'x'.repeat(lineColumnsMax)}\n` },
  ],
  good: [
    { path: 'src/narrow.ts', text: `${'→'.repeat(lineColumnsMax)}\n` },
    { path: 'src/said.ts', text: `  '${'Pay it. '.repeat(lineColumnsMax)}',\n` },
  ],
};

export const functionLength: Check = {
  name: 'function length',
  find: (files) => files.filter(({ path }) => script.test(path)).flatMap(longFunctions),
  bad: [
    { path: 'src/long.ts', text: `function long() {\n${lines(functionLinesMax)}}\n` },
    { path: 'src/arrow.tsx', text: `const it = () => {\n${lines(componentLinesMax)}};\n` },
    {
      path: 'src/member.ts',
      text: `const create = () => ({\n  it() {\n${lines(functionLinesMax)}},\n});\n`,
    },
    { path: 'src/method.ts', text: `class It {\n  it() {\n${lines(functionLinesMax)}}\n}\n` },
  ],
  good: [
    { path: 'src/short.ts', text: `function short() {\n${lines(functionLinesMax - 2)}}\n` },
    {
      path: 'src/service.ts',
      text: `function create() {\n  return { ${'it() {\n},\n'.repeat(functionLinesMax)} };\n}\n`,
    },
    {
      path: 'src/factory.ts',
      text: `function create() {\n${'function inner() {\n}\n'.repeat(functionLinesMax)}}\n`,
    },
    { path: 'src/it.test.ts', text: `describe('it', () => {\n${lines(functionLinesMax)}});\n` },
  ],
};

function longFunctions({ path, text }: SourceFile): Finding[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && !isGroupOfTests(node)) {
      const count = linesOf(node, source) - linesOfMembers(node, source);
      const most = path.endsWith('.tsx') ? componentLinesMax : functionLinesMax;
      if (count > most) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        const text = `a function of ${count} lines (at most ${most})`;
        found.push({ path, line: line + 1, text });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function linesOf(node: ts.Node, source: ts.SourceFile): number {
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  return lineOf(node.end) - lineOf(node.getStart()) + 1;
}

/**
 * The lines of the outermost functions within `node` that have a name of their own: members of
 * an object, and declarations. One that builds a service or a list of endpoints is as long as a
 * class would be, and each of its functions is measured by itself.
 */
function linesOfMembers(node: ts.Node, source: ts.SourceFile): number {
  let sum = 0;
  const visit = (inner: ts.Node): void => {
    if (isMember(inner)) sum += linesOf(inner, source);
    else ts.forEachChild(inner, visit);
  };
  ts.forEachChild(node, visit);
  return sum;
}

function isMember(node: ts.Node): boolean {
  if (!ts.isFunctionLike(node)) return false;
  if (ts.isFunctionDeclaration(node)) return true;
  return ts.isObjectLiteralExpression(node.parent) || ts.isPropertyAssignment(node.parent);
}

/** The function given to `describe` is a chapter, not something that is called. */
function isGroupOfTests(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}
