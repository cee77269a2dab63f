import { evaluateXPathToNodes } from 'fontoxpath';
import { type Document, type Element, type Node, parseXmlDocument } from 'slimdom';
import type { GroupPaths, TermPaths } from './binding.ts';
import { CII_GROUPS, CII_NAMESPACES, CII_TERMS } from './cii-binding.ts';
import { UBL_GROUPS, UBL_NAMESPACES, UBL_TERMS } from './ubl-binding.ts';

interface Binding {
  readonly namespaces: Readonly<Record<string, string>>;
  readonly terms: TermPaths;
  readonly groups: GroupPaths;
}

const UBL: Binding = { namespaces: UBL_NAMESPACES, terms: UBL_TERMS, groups: UBL_GROUPS };
const CII: Binding = { namespaces: CII_NAMESPACES, terms: CII_TERMS, groups: CII_GROUPS };

/** Elements and attributes of a syntax that say nothing of their own beside a term. */
const SAYS_NOTHING = new Set([
  'cac:TaxScheme/cbc:ID',
  'cac:AllowanceCharge/cbc:ChargeIndicator',
  'ram:ApplicableTradeTax/ram:TypeCode',
  'ram:CategoryTradeTax/ram:TypeCode',
  'ram:ChargeIndicator/udt:Indicator',
]);

/** The terms of a document or of one of its groups, by the names that EN 16931-1 gives them. */
export class Terms {
  readonly element: Element;
  readonly #paths: TermPaths;
  readonly #invoice: EInvoiceUnderTest;

  constructor(invoice: EInvoiceUnderTest, element: Element, paths: TermPaths) {
    this.#invoice = invoice;
    this.element = element;
    this.#paths = paths;
  }

  nodes(term: string): Node[] {
    const path = this.#paths[term];
    return path === undefined ? [] : this.#invoice.find(path, this.element);
  }

  /** Every value, as it is written. */
  all(term: string): string[] {
    return this.nodes(term).map(textOf);
  }

  /** The value; undefined where it is absent or empty. */
  one(term: string): string | undefined {
    const [text] = this.all(term);
    return text === '' ? undefined : text;
  }

  has(term: string): boolean {
    return this.one(term) !== undefined;
  }
}

/** An electronic invoice in either syntax, read as EN 16931's terms and groups. */
export class EInvoiceUnderTest {
  readonly document: Document;
  readonly syntax: 'ubl' | 'cii';
  readonly terms: Terms;
  readonly #binding: Binding;
  readonly #found = new Map<Node, Map<string, Node[]>>();

  constructor(xml: string | Document) {
    this.document = typeof xml === 'string' ? parseXmlDocument(xml) : xml;
    const root = this.document.documentElement;
    if (root === null) throw new Error('a document has a root');
    this.syntax = root.localName === 'CrossIndustryInvoice' ? 'cii' : 'ubl';
    this.#binding = this.syntax === 'cii' ? CII : UBL;
    this.terms = new Terms(this, root, this.#binding.terms);
  }

  /** The nodes at a path. Many rules ask for the same ones, so they are remembered. */
  find(path: string, from: Node = this.terms.element): Node[] {
    const known = this.#found.get(from) ?? new Map<string, Node[]>();
    this.#found.set(from, known);
    const nodes = known.get(path) ?? this.#evaluate(path, from);
    known.set(path, nodes);
    return nodes;
  }

  #evaluate(path: string, from: Node): Node[] {
    const { namespaces } = this.#binding;
    const namespaceResolver = (prefix: string) => namespaces[prefix] ?? null;
    return evaluateXPathToNodes<Node>(path, from, null, null, { namespaceResolver });
  }

  /** The groups of a kind, such as `BG-25`, the lines. */
  groups(name: string): Terms[] {
    const group = this.#binding.groups[name];
    if (group === undefined) return [];
    return this.find(group.path).map((node) => new Terms(this, node as Element, group.terms));
  }

  /** What is written and is no term that is known here: nobody has checked it. */
  unread(): string[] {
    const read = new Set<Node>();
    const add = (terms: Terms, paths: TermPaths) => {
      for (const term of Object.keys(paths)) for (const node of terms.nodes(term)) read.add(node);
    };
    add(this.terms, this.#binding.terms);
    for (const [name, { terms }] of Object.entries(this.#binding.groups)) {
      for (const group of this.groups(name)) add(group, terms);
    }
    const leaves = this.find('//*[not(*)][normalize-space()]') as Element[];
    return leaves
      .filter((leaf) => !read.has(leaf))
      .map((leaf) => `${leaf.parentElement?.nodeName}/${leaf.nodeName}`)
      .filter((place) => !SAYS_NOTHING.has(place));
  }
}

function textOf(node: Node): string {
  return (node.nodeType === 1 ? (node as Element).textContent : nodeValue(node))?.trim() ?? '';
}

function nodeValue(node: Node): string | null {
  return (node as Node & { value?: string }).value ?? node.nodeValue;
}
