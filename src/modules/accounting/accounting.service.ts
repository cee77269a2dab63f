import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { Clock } from '../../kernel/clock.ts';
import { type Money, money } from '../../kernel/money.ts';
import { type Invoicing, type IssuedDocument, netsByCategory } from '../invoicing/index.ts';
import type { Parties, SellersAndBuyers } from '../parties/index.ts';
import {
  type DocumentKey,
  type EventRow,
  type ExportScope,
  insertChart,
  selectChart,
  selectDocumentKeys,
  selectEvents,
} from './accounting.store.ts';
import { type Chart, DEFAULT_CHART } from './chart.ts';
import { type AccountingEvent, type JournalTransaction, transactionOf } from './posting.ts';

/** A document with what a bookkeeper wants beside it. */
export interface ExportedDocument extends Parties {
  readonly document: IssuedDocument;
  readonly company: string;
  readonly companyName: string;
  /** Where an invoice stands now. */
  readonly state?: string;
  readonly outstanding?: Money;
}

/** What an accountant takes along: documents, and a journal of double entries. */
export interface Accounting {
  /** Every transaction of the days, by day; each is together zero. */
  journal(tx: Transaction, scope: ExportScope): AsyncIterable<JournalTransaction>;
  /** Every document of the days, in the order of issue. */
  documents(tx: Transaction, scope: ExportScope): AsyncIterable<ExportedDocument>;
  chart(tx: Transaction): Promise<Chart>;
  publishChart(tx: Transaction, actor: Actor, chart: Chart): Promise<Chart>;
}

export interface AccountingDeps {
  readonly events: Events;
  readonly clock: Clock;
  readonly invoicing: Invoicing;
  readonly parties: SellersAndBuyers;
}

export function createAccounting(deps: AccountingDeps): Accounting {
  const { events, clock, invoicing, parties } = deps;

  async function documentsOf(
    tx: Transaction,
    ids: readonly string[],
  ): Promise<(id: string) => IssuedDocument> {
    const found = await invoicing.documentsById(tx, [...new Set(ids)]);
    const byId = new Map(found.map((document) => [document.id, document]));
    return (id) => {
      const document = byId.get(id);
      assert(document !== undefined, 'a document that was issued is there');
      return document;
    };
  }

  return {
    async *journal(tx, scope) {
      for await (const rows of selectEvents(tx, scope)) {
        const about = rows.filter(isAboutDocument).map(({ subject }) => subject);
        const documentOf = await documentsOf(tx, about);
        for (const row of rows) yield transactionOf(eventOf(row, documentOf));
      }
    },

    async *documents(tx, scope) {
      for await (const keys of selectDocumentKeys(tx, scope)) {
        const documentOf = await documentsOf(
          tx,
          keys.map(({ id }) => id),
        );
        for (const key of keys) {
          const document = documentOf(key.id);
          const { account, seller, buyer } = document;
          const known = await parties.partiesBy(tx, account, { seller, buyer });
          yield exported(key, document, known);
        }
      }
    },

    async chart(tx) {
      return { ...DEFAULT_CHART, ...(await selectChart(tx)) };
    },

    async publishChart(tx, actor, chart) {
      const before = { ...DEFAULT_CHART, ...(await selectChart(tx)) };
      await insertChart(tx, chart, clock.now());
      await events.record(tx, {
        actor,
        at: clock.now(),
        type: 'accounting_chart.published',
        subject: 'accounting_chart',
        before,
        after: { ...chart },
      });
      return chart;
    },
  };
}

function exported(
  { company, companyName, state, outstanding }: DocumentKey,
  document: IssuedDocument,
  known: Parties,
): ExportedDocument {
  return {
    ...known,
    document,
    company,
    companyName,
    ...(state !== null && { state }),
    ...(outstanding !== null && { outstanding: money(outstanding, document.total.currency) }),
  };
}

const ABOUT_DOCUMENT: ReadonlySet<EventRow['kind']> = new Set([
  'document',
  'order_reversed',
  'order_reinstated',
  'payment',
  'reversal',
  'write_off',
  'recovery',
]);

function isAboutDocument({ kind }: EventRow): boolean {
  return ABOUT_DOCUMENT.has(kind);
}

function eventOf(row: EventRow, documentOf: (id: string) => IssuedDocument): AccountingEvent {
  const { kind, key, day, company, account } = row;
  const id = kind === 'document' ? row.subject : `${kind}:${key}`;
  const common = { id, day, company, account };
  const amount = money(row.amount, row.currency);
  switch (kind) {
    case 'document': {
      const document = documentOf(row.subject);
      return { ...common, kind, document, nets: netsByCategory(document) };
    }
    case 'order_reversed':
    case 'order_reinstated': {
      const document = documentOf(row.subject);
      return { ...common, kind, document, nets: netsByCategory(document), amount };
    }
    case 'payment':
    case 'reversal':
    case 'write_off':
    case 'recovery':
      return { ...common, kind, document: documentOf(row.subject), amount };
    case 'usage':
      return { ...common, id: `${id}:${day}`, kind, amount };
    default:
      return { ...common, kind, amount };
  }
}
