import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Parties, SellersAndBuyers } from '../parties/index.ts';
import type { IssuedDocument } from './document.ts';
import { type DocumentTypesetter, type DocumentView, documentView } from './document-view.ts';
import { selectDocumentById } from './invoicing.store.ts';

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
}

export interface DocumentsDeps {
  readonly accounts: Accounts;
  readonly parties: SellersAndBuyers;
  readonly typesetter: DocumentTypesetter;
}

export function createDocuments({ accounts, parties, typesetter }: DocumentsDeps): Documents {
  async function partiesOf(tx: Transaction, document: IssuedDocument): Promise<Parties> {
    const { account, seller, buyer } = document;
    return await parties.partiesBy(tx, account, { seller, buyer });
  }

  async function view(tx: Transaction, document: IssuedDocument): Promise<DocumentView> {
    const invoice = document.invoice && (await selectDocumentById(tx, document.invoice));
    const known = await partiesOf(tx, document);
    return documentView({
      document,
      ...known,
      invoiceNumber: invoice ? invoice.number : undefined,
    });
  }

  return {
    partiesOf,
    view,
    async get(tx, actor, id) {
      const document = await selectDocumentById(tx, id);
      if (document === undefined) {
        throw new Refusal('not_found', { message: 'There is no such document.' });
      }
      await accounts.get(tx, actor, document.account); // Refuses those of other companies.
      return document;
    },
    async documentPdf(tx, document) {
      const content = await typesetter.pdf(await view(tx, document));
      return { fileName: `${document.number}.pdf`, content };
    },
    async html(tx, document) {
      return typesetter.html(await view(tx, document));
    },
  };
}
