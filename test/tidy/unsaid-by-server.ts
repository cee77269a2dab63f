import ts from 'typescript';
import type { Check, Finding } from './check.ts';
import type { SourceFile } from './source-files.ts';

/** What a person reads of the server's answers is said through `say`, in every language. */
const answering = /^src\/(modules|http)\/.*\.ts$/;

/** Rows as they are kept, tests and what they work with. */
const apart = /\.(store|test|fixture)\.ts$/;

/** Kept or printed as it was issued, which is in English for ever. */
const kept: readonly string[] = [
  'src/http/auth/better-auth.ts', // What we and the library tell one another.
  'src/modules/accounting/', // The names of accounts and postings, as they are exported.
  'src/modules/invoicing/document-view.ts',
  'src/modules/reporting/', // Figures that differ, for whoever mends the product.
];

/** Fields of answers, refusals and mails that are read word for word. */
const read = new Set(
  'message adminMessage label title detail answer why sentence heading paragraphs wrong'.split(' '),
);

/** Two words beside each other. */
const sentence = /\p{L}+[,;:]? \p{L}{2,}/u;

/** A word beside a value that is put in. */
const besideValue = /(^|\s)\p{L}{2,}([\s.,:;]|$)/u;

export const unsaidByServer: Check = {
  name: 'the server’s words in one language only',
  find: (files) =>
    files
      .filter(({ path }) => answering.test(path) && !apart.test(path))
      .filter(({ path }) => !kept.some((place) => path.startsWith(place)))
      .flatMap(unsaid),
  bad: [
    { path: 'src/modules/a.ts', text: "refuse({ message: 'Pay it first.' });\n" },
    { path: 'src/modules/b.ts', text: "const remedy = { label: isOpen ? 'Pay it' : '' };\n" },
    { path: 'src/http/c.ts', text: 'const it = { detail: `pay $'.concat('{much} to us` };\n') },
    { path: 'src/http/d.ts', text: "const it = { message: 'It is due. ' + say('Pay it') };\n" },
  ],
  good: [
    { path: 'src/modules/e.ts', text: "refuse({ message: say('Pay it first.') });\n" },
    {
      path: 'src/modules/f.ts',
      text: "const it: Problem = { title: 'pay', summary: 'Pay it' };\n",
    },
  ],
};

function unsaid({ path, text }: SourceFile): Finding[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Finding[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isTypeNode(node) || ts.isFunctionLike(node)) return;
    const words = wordsOf(node);
    if (words !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ path, line: line + 1, text: `“${words.trim()}”` });
    }
    ts.forEachChild(node, look);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && read.has(node.name.getText())) look(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return sentence.test(node.text) ? node.text : undefined;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
    return besideValue.test(node.text) ? node.text : undefined;
  }
  return undefined;
}
