import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { inEnglish, say } from '../../kernel/words/say.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Parties, SellersAndBuyers } from '../parties/index.ts';
import type { IssuedDocument } from './document.ts';
import {
  type DocumentTypesetter,
  type DocumentView,
  type DocumentViewFacts,
  documentView,
} from './document-view.ts';
import { type EInvoiceWriter, electronicInvoice } from './e-invoice.ts';
import { selectDocumentById } from './invoicing.store.ts';

export const E_INVOICE_FORMATS = ['ubl', 'cii', 'facturx'] as const;
export type EInvoiceFormat = (typeof E_INVOICE_FORMATS)[number];

/** A document that was issued, as people are given it. */
export interface Documents {
  /** A receipt, invoice or credit note. Refuses `not_found`, also to other companies. */
  get(tx: Transaction, actor: Actor, id: string): Promise<IssuedDocument>;
  /** Seller and buyer as they were when it was issued. */
  partiesOf(tx: Transaction, document: IssuedDocument): Promise<Parties>;
  view(tx: Transaction, document: IssuedDocument): Promise<DocumentView>;
  /** The document as a file to send: `INV-000042.pdf` and its bytes. */
  documentPdf(
    tx: Transaction,
    document: IssuedDocument,
  ): Promise<{ fileName: string; content: Uint8Array }>;
  html(tx: Transaction, document: IssuedDocument): Promise<string>;
  /**
   * EN 16931: XML in one of its syntaxes, or Factur-X, the PDF with the XML in it. Refuses
   * `e_invoice_impossible`.
   */
  eInvoice(
    tx: Transaction,
    document: IssuedDocument,
    format: EInvoiceFormat,
  ): Promise<{ fileName: string; content: string | Uint8Array }>;
}

export interface DocumentsDeps {
  readonly accounts: Accounts;
  readonly parties: SellersAndBuyers;
  readonly typesetter: DocumentTypesetter;
  readonly eInvoices: EInvoiceWriter;
}

export function createDocuments(deps: DocumentsDeps): Documents {
  const { accounts, parties, typesetter, eInvoices } = deps;

  async function partiesOf(tx: Transaction, document: IssuedDocument): Promise<Parties> {
    const { account, seller, buyer } = document;
    return await parties.partiesBy(tx, account, { seller, buyer });
  }

  async function factsOf(tx: Transaction, document: IssuedDocument): Promise<DocumentViewFacts> {
    const { invoice: id } = document;
    const invoice = id === undefined ? undefined : await selectDocumentById(tx, id);
    return { document, invoice, ...(await partiesOf(tx, document)) };
  }

  async function view(tx: Transaction, document: IssuedDocument): Promise<DocumentView> {
    const facts = await factsOf(tx, document);
    return inEnglish(() => documentView(facts));
  }

  return {
    partiesOf,
    view,
    async get(tx, actor, id) {
      const document = await selectDocumentById(tx, id);
      if (document === undefined) {
        throw new Refusal('not_found', { message: say('There is no such document.') });
      }
      await accounts.get(tx, actor, document.account); // Refuses those of other companies.
      return document;
    },
    async documentPdf(tx, document) {
      const content = await typesetter.pdf(await view(tx, document));
      return { fileName: `${document.number}.pdf`, content };
    },
    async eInvoice(tx, document, format) {
      const invoice = electronicInvoice(await factsOf(tx, document));
      const xml = await eInvoices.write(invoice, format === 'ubl' ? 'ubl' : 'cii');
      if (format !== 'facturx') return { fileName: `${document.number}.xml`, content: xml };
      const content = await typesetter.pdf(await view(tx, document), xml);
      return { fileName: `${document.number}.pdf`, content };
    },
    async html(tx, document) {
      return typesetter.html(await view(tx, document));
    },
  };
}
