import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/id.ts';
import { moneyText, zero } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type PlainSentence, say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount, Whose } from '../accounts/index.ts';
import type { SellersAndBuyers } from '../parties/index.ts';
import type { TaxProvider, TaxTerms } from '../taxes/index.ts';
import {
  type DocumentLine,
  type DocumentType,
  type IssuedDocument,
  type Occasion,
  type Totals,
  totalsOf,
} from './document.ts';
import type { Invoice } from './invoice.ts';
import { createInvoiceReader } from './invoice-reader.service.ts';
import type { InvoiceState } from './invoice-state.ts';
import {
  insertDocuments,
  selectDocument,
  selectDocuments,
  selectDocumentsById,
} from './invoicing.store.ts';
import { insertOpenItems, type OpenItem } from './open-items.store.ts';

/** What is issued, before it has a number and its parties. */
type Draft = Omit<IssuedDocument, 'number' | 'seller' | 'buyer'>;

/** Days that a check or wire may take: the usual "net 14". */
const OFFLINE_TERM_DAYS = 14;

const NO_SUCH = {
  receipt: 'There is no such receipt.',
  invoice: 'There is no such invoice.',
  credit_note: 'There is no such credit note.',
} as const satisfies Record<DocumentType, PlainSentence>;

export interface ReceiptInput {
  readonly occasion: Occasion;
  readonly lines: readonly DocumentLine[];
  readonly totals: Totals;
  readonly order: string;
  /** The invoice that was paid, where there was one. */
  readonly invoice?: string | undefined;
  /** The funding source's label; absent where nothing was due. */
  readonly paidWith?: string | undefined;
}

export interface InvoiceInput {
  readonly occasion: Occasion;
  readonly lines: readonly DocumentLine[];
  readonly totals: Totals;
  readonly order?: string | undefined;
  readonly period?: Period | undefined;
  /** Paid by hand (check, wire), so it has a term; otherwise it is due on its day. */
  readonly paidByHand: boolean;
  /** Whether the funding sources are to be charged for it at once. */
  readonly collect: boolean;
}

/** A document to be issued for an account, and what is told of it besides its figures. */
interface AccountDraft {
  readonly account: BillingAccount;
  readonly document: Draft;
  readonly told?: Record<string, unknown>;
}

export interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface Invoicing {
  /** Net, taxes and total of lines priced on `day`. */
  totals(
    tx: Transaction,
    account: BillingAccount,
    lines: readonly DocumentLine[],
    day?: LocalDate,
  ): Promise<Totals>;
  /** The same by terms that were decided before, such as an order's. */
  totalsBy(lines: readonly DocumentLine[], terms: TaxTerms, currency: string): Totals;
  /** The account is locked. Last in its transaction: it takes a number. */
  issueReceipt(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    input: ReceiptInput,
  ): Promise<IssuedDocument>;
  /** The account is locked. Last in its transaction: it takes a number. */
  issueInvoice(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    input: InvoiceInput,
  ): Promise<Invoice>;
  /** Net, taxes and total of many accounts' lines, each priced on its account's `today`. */
  totalsOfAll(
    tx: Transaction,
    drafts: readonly { account: BillingAccount; lines: readonly DocumentLine[] }[],
  ): Promise<Totals[]>;
  /** Many at once, numbered in their order. Last in its transaction; the accounts are locked. */
  issueInvoices(
    tx: Transaction,
    actor: Actor,
    drafts: readonly { account: BillingAccount; input: InvoiceInput }[],
  ): Promise<Invoice[]>;
  /** Refuses `not_found`, also to other companies. */
  receipt(tx: Transaction, actor: Actor, id: string): Promise<IssuedDocument>;
  receipts(tx: Transaction, whose: Whose, page: Page): Promise<IssuedDocument[]>;
  receiptOfOrder(tx: Transaction, order: string): Promise<IssuedDocument | undefined>;
  /** Refuses `not_found`, also to other companies. */
  invoice(tx: Transaction, actor: Actor, id: string): Promise<Invoice>;
  invoices(
    tx: Transaction,
    whose: Whose & { readonly state?: InvoiceState | undefined },
    page: Page,
  ): Promise<Invoice[]>;
  invoiceOfOrder(tx: Transaction, order: string): Promise<Invoice | undefined>;
  creditNotes(tx: Transaction, invoice: string): Promise<IssuedDocument[]>;
  allCreditNotes(tx: Transaction, whose: Whose, page: Page): Promise<IssuedDocument[]>;
  /** Of whatever type and account, in no order. */
  documentsById(tx: Transaction, ids: readonly string[]): Promise<IssuedDocument[]>;
  /** Refuses `not_found`, also to other companies. */
  creditNote(tx: Transaction, actor: Actor, id: string): Promise<IssuedDocument>;
}

export interface InvoicingDeps {
  readonly events: Events;
  readonly accounts: Accounts;
  readonly parties: SellersAndBuyers;
  readonly taxes: TaxProvider;
}

export function createInvoicing(deps: InvoicingDeps): Invoicing {
  const { events, accounts, parties, taxes } = deps;
  const reader = createInvoiceReader();

  async function own(
    tx: Transaction,
    actor: Actor,
    type: DocumentType,
    id: string,
  ): Promise<IssuedDocument> {
    const document = await selectDocument(tx, type, id);
    if (document === undefined) throw new Refusal('not_found', { message: say(NO_SUCH[type]) });
    await accounts.get(tx, actor, document.account); // Refuses those of other companies.
    return document;
  }

  async function issue(
    tx: Transaction,
    actor: Actor,
    drafts: readonly AccountDraft[],
    beforeTelling: (issued: readonly IssuedDocument[]) => Promise<void> = async () => undefined,
  ): Promise<IssuedDocument[]> {
    const accountsOf = drafts.map(({ account }) => account);
    const partiesOf = await parties.partiesOfAll(tx, accountsOf);
    const unnumbered = drafts.map(({ account, document }, index) => {
      const { seller, buyer } = partiesOf[index] ?? {};
      return {
        document: { ...document, ...(buyer !== undefined && { buyer: buyer.version }) },
        isTest: account.testClock !== null,
        seller,
      };
    });
    const issued = await insertDocuments(tx, unnumbered);
    await beforeTelling(issued);
    await events.recordAll(
      tx,
      drafts.map(({ account, document, told }, index) => ({
        actor,
        at: account.now,
        company: account.company,
        account: account.id,
        type: `${document.type}.issued`,
        subject: document.id,
        after: {
          number: issued[index]?.number,
          kind: document.kind,
          total: moneyText(document.total),
          ...told,
        },
      })),
    );
    return issued;
  }

  async function issueInvoices(
    tx: Transaction,
    actor: Actor,
    drafts: readonly { account: BillingAccount; input: InvoiceInput }[],
  ): Promise<Invoice[]> {
    if (drafts.length === 0) return [];
    const unnumbered = drafts.map(({ account, input }): AccountDraft => {
      const document = invoiceDocument(account, input);
      const { paidByHand, collect } = input;
      const told = { due_on: document.dueOn, paid_by_hand: paidByHand, collected: collect };
      return { account, document, told };
    });
    // Whoever hears of an invoice finds where it stands.
    const documents = await issue(tx, actor, unnumbered, (issued) =>
      insertOpenItems(tx, openItems(drafts, issued)),
    );
    return documents.map((document) => ({
      ...document,
      state: document.total.micros > 0n ? 'open' : 'paid',
      outstanding: document.total,
      paid: zero(document.total.currency),
      credited: zero(document.total.currency),
      writtenOff: zero(document.total.currency),
      settlements: [],
      attempts: 0,
    }));
  }

  return {
    async totals(tx, account, lines, day = account.today) {
      return totalsOf(lines, await taxes.termsFor(tx, account, day), account.currency);
    },
    totalsBy: totalsOf,

    async totalsOfAll(tx, drafts) {
      const accountsOf = drafts.map(({ account }) => account);
      const terms = await taxes.termsForAll(tx, accountsOf);
      return drafts.map(({ account, lines }, index) => {
        const own = terms[index];
        assert(own !== undefined, 'every account has its terms');
        return totalsOf(lines, own, account.currency);
      });
    },

    async issueReceipt(tx, actor, account, input) {
      const document = receiptDocument(account, input);
      const [receipt] = await issue(tx, actor, [{ account, document }]);
      assert(receipt !== undefined, 'a receipt that was written is issued');
      return receipt;
    },

    issueInvoices,

    async issueInvoice(tx, actor, account, input) {
      const [invoice] = await issueInvoices(tx, actor, [{ account, input }]);
      assert(invoice !== undefined, 'an invoice that was written is issued');
      return invoice;
    },

    receipt: (tx, actor, id) => own(tx, actor, 'receipt', id),
    receipts: (tx, whose, page) => selectDocuments(tx, { type: 'receipt', ...whose, ...page }),

    async receiptOfOrder(tx, order) {
      return (await selectDocuments(tx, { type: 'receipt', order, limit: 1 }))[0];
    },

    async invoice(tx, actor, id) {
      return await reader.read(tx, await own(tx, actor, 'invoice', id));
    },

    async invoices(tx, whose, page) {
      const documents = await selectDocuments(tx, { type: 'invoice', ...whose, ...page });
      return await reader.readAll(tx, documents);
    },

    async invoiceOfOrder(tx, order) {
      const documents = await selectDocuments(tx, { type: 'invoice', order, limit: 1 });
      return (await reader.readAll(tx, documents))[0];
    },

    creditNote: (tx, actor, id) => own(tx, actor, 'credit_note', id),
    documentsById: selectDocumentsById,
    allCreditNotes: (tx, whose, page) =>
      selectDocuments(tx, { type: 'credit_note', ...whose, ...page }),
    creditNotes: (tx, invoice) =>
      selectDocuments(tx, { type: 'credit_note', invoice, limit: 1_000 }),
  };
}

function openItems(
  drafts: readonly { account: BillingAccount; input: InvoiceInput }[],
  documents: readonly IssuedDocument[],
): OpenItem[] {
  return drafts.map(({ account, input }, index): OpenItem => {
    const document = documents[index];
    assert(document !== undefined, 'every draft was issued');
    const owes = document.total.micros > 0n;
    return {
      invoice: document.id,
      account: account.id,
      state: owes ? 'open' : 'paid',
      outstanding: document.total.micros,
      collectAt: owes && input.collect ? account.now : null,
      attempts: 0,
      lastAttemptAt: null,
      lastFailure: null,
      roundFrom: 0,
    };
  });
}

function receiptDocument(account: BillingAccount, input: ReceiptInput): Draft {
  return {
    id: newId('rcp'),
    account: account.id,
    type: 'receipt',
    kind: input.occasion,
    issuedAt: account.now,
    issuedOn: account.today,
    order: input.order,
    ...(input.invoice !== undefined && { invoice: input.invoice }),
    ...(input.paidWith !== undefined && { paidWith: input.paidWith }),
    lines: input.lines,
    ...input.totals,
  };
}

function invoiceDocument(account: BillingAccount, input: InvoiceInput): Draft {
  return {
    id: newId('inv'),
    account: account.id,
    type: 'invoice',
    kind: input.occasion,
    issuedAt: account.now,
    issuedOn: account.today,
    dueOn: addDays(account.today, input.paidByHand ? OFFLINE_TERM_DAYS : 0),
    ...(input.period !== undefined && { period: input.period }),
    ...(input.order !== undefined && { order: input.order }),
    lines: input.lines,
    ...input.totals,
  };
}
