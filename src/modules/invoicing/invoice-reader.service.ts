import type { Transaction } from '../../database/transaction.ts';
import { assert } from '../../kernel/assert.ts';
import { money } from '../../kernel/money.ts';
import type { IssuedDocument } from './document.ts';
import { type Invoice, type InvoiceSettlement, settledAmounts } from './invoice.ts';
import {
  type OpenItem,
  type Settlement,
  selectOpenItems,
  selectSettlements,
} from './open-items.store.ts';

export interface InvoiceReader {
  /** The invoice together with where it stands. */
  read(tx: Transaction, document: IssuedDocument): Promise<Invoice>;
  readAll(tx: Transaction, documents: readonly IssuedDocument[]): Promise<Invoice[]>;
}

export function createInvoiceReader(): InvoiceReader {
  async function readAll(
    tx: Transaction,
    documents: readonly IssuedDocument[],
  ): Promise<Invoice[]> {
    const ids = documents.map((document) => document.id);
    const items = await selectOpenItems(tx, ids);
    const settlements = await selectSettlements(tx, ids);
    return documents.map((document) => {
      const item = items.get(document.id);
      assert(item !== undefined, 'an invoice stands somewhere');
      return invoiceOf(document, item, settlements.get(document.id) ?? []);
    });
  }
  return {
    readAll,
    async read(tx, document) {
      const [invoice] = await readAll(tx, [document]);
      assert(invoice !== undefined, 'an invoice that was given is read');
      return invoice;
    },
  };
}

function invoiceOf(document: IssuedDocument, item: OpenItem, rows: readonly Settlement[]): Invoice {
  const { currency } = document.total;
  const settlements = rows.map(
    (row): InvoiceSettlement => ({
      kind: row.kind,
      amount: money(row.amount, currency),
      ...(row.payment !== null && { payment: row.payment }),
      ...(row.creditNote !== null && { creditNote: row.creditNote }),
      ...(row.reference !== null && { reference: row.reference }),
      at: row.occurredAt,
    }),
  );
  return {
    ...document,
    ...settledAmounts(settlements, currency),
    state: item.state,
    outstanding: money(item.outstanding, currency),
    settlements,
    attempts: item.attempts,
    ...(item.lastAttemptAt !== null && { lastAttemptAt: item.lastAttemptAt }),
    ...(item.lastFailure !== null && { lastFailure: item.lastFailure }),
    ...(item.collectAt !== null && { nextAttemptAt: item.collectAt }),
  };
}
