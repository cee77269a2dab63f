import ts from 'typescript';
import type { Check, Finding } from './check.ts';
import type { SourceFile } from './source-files.ts';

/** What a person reads in the console is said through `say` or `said`, in every language. */
const pages = /^console\/src\/.*\.tsx?$/;

/** Still to be said in every language; shorter at every change, and gone at the end. */
const notYet: readonly string[] = ['console/src/pages/operator/settings/'];

/** Attributes whose words are for the browser or for a component. */
const technical = new Set(
  `className to href variant size color c bg key component type name hash id htmlFor rel target
  role position order fz fw ta tt justify align wrap radius gap padding maw miw mah mih w h p px py
  pt pb pl pr m mx my mt mb ml mr style styles events visibleFrom hiddenFrom autoComplete
  inputMode pattern accept scope lang dir d viewBox fill stroke transform points spellCheck method
  aria-live aria-current aria-haspopup aria-labelledby aria-describedby aria-controls
  width breakpoint orientation loading decoding sizes data-testid display direction`.split(/\s+/),
);

/** Functions whose text is a sentence of the catalogs already, or is never seen. */
const saying = new Set(['say', 'said', 'Error', 'assert', 'lazyRouteComponent']);

/** Permission groups that the product itself asks for: the same in every language. */
const groups = new Set(['Administrator', 'Basic User']);

/** Units are the same in every language. */
const unit = /^ (GB|MB|kB|min|s)$/;

/** Attributes that are read, or heard, word for word. */
const read = new Set(['label', 'title', 'placeholder', 'description', 'alt', 'aria-label']);

/** Two words beside each other, or one that begins as a sentence does. */
const sentence = /\p{L}+[,;:]? \p{L}{2,}|^\s*\p{Lu}\p{Ll}+/u;

/** A word beside a figure. */
const besideFigure = /(^|\s)\p{L}{2,}([\s.,:;]|$)/u;

const word = /\p{L}{2,}/u;

/** `example.com`, `data:image/png`, `USD`: the same in every language. */
const sameEverywhere = /^\s*[A-Z]{3}\s*$|^data:|^(https:\/\/)?[\w-]+(\.[\w-]+)+$/;

export const unsaidWords: Check = {
  name: 'words in one language only',
  find: (files) =>
    files
      .filter(({ path }) => pages.test(path) && !path.startsWith('console/src/words/'))
      .filter(({ path }) => !notYet.some((place) => path.startsWith(place)))
      .flatMap(unsaid),
  bad: [
    { path: 'console/src/a.tsx', text: 'const it = <p>Pay it</p>;\n' },
    { path: 'console/src/b.tsx', text: 'const it = <p title="Pay it" />;\n' },
    { path: 'console/src/c.ts', text: "const it = { label: 'Pay' };\n" },
    { path: 'console/src/d.ts', text: 'const it = `pay $'.concat('{much} to us`;\n') },
  ],
  good: [
    { path: 'console/src/e.tsx', text: "const it = <p className='Pay it'>{say('Pay it')}</p>;\n" },
    { path: 'console/src/g.tsx', text: 'const it = <p title="pay.example.com" />;\n' },
    { path: 'console/src/f.ts', text: "type It = 'Pay';\nconst it = price('pay');\n" },
    { path: 'console/src/g.ts', text: "const it = key === 'Enter' ? 'Basic User' : '';\n" },
    { path: 'console/src/h.ts', text: 'const it = `$'.concat('{much} GB`;\n') },
  ],
};

export function unsaid({ path, text }: SourceFile): Finding[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (isUnseen(node)) return;
    const said = readIn(node);
    if (said !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ path, line: line + 1, text: `“${said.trim().replace(/\s+/g, ' ')}”` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The words of this piece of code that a person reads; undefined where it has none. */
function readIn(node: ts.Node): string | undefined {
  const found = (text: string, what: RegExp) =>
    what.test(text) && !sameEverywhere.test(text) ? text : undefined;
  if (ts.isJsxText(node)) return found(node.text, word);
  if (ts.isStringLiteralLike(node)) return found(node.text, isRead(node) ? word : sentence);
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
    return unit.test(node.text) ? undefined : found(node.text, besideFigure);
  }
  return undefined;
}

function isRead({ parent }: ts.Node): boolean {
  return ts.isJsxAttribute(parent) && read.has(parent.name.getText());
}

/** Imports, types, keys, names, technical attributes, and what is said already. */
function isUnseen(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isTypeNode(node)) return true;
  if (ts.isJsxAttribute(node)) return technical.has(node.name.getText());
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    return saying.has(node.expression.getText());
  }
  if (!ts.isStringLiteralLike(node)) return false;
  const { parent } = node;
  if (groups.has(node.text) || isCompared(node)) return true;
  if (ts.isPropertyAssignment(parent)) {
    return parent.name === node || parent.name.getText() === 'fontFamily';
  }
  return ts.isElementAccessExpression(parent) || ts.isCaseClause(parent);
}

/** What something is asked to be equal to is a value, not words. */
function isCompared({ parent }: ts.Node): boolean {
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}
