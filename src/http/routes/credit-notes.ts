import { z } from 'zod';
import {
  CREDIT_REASONS,
  type Invoicing,
  type IssuedDocument,
} from '../../modules/invoicing/index.ts';
import type { Api } from '../endpoint.ts';
import { totalsFields, totalsText } from '../schemas/billing.ts';
import { dayText, id } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery, type Slice } from '../schemas/page.ts';
import { type WhoseDeps, whoseOf, whoseQuery } from './whose.ts';

const creditNote = z
  .strictObject({
    id: id('crn'),
    number: z.string(),
    billing_account: z.string(),
    invoice: z.string(),
    reason: z.enum(CREDIT_REASONS),
    issued_on: dayText,
    ...totalsFields,
  })
  .meta({ id: 'CreditNote' });

const tag = 'Receipts and invoices';
const view = { scope: 'read', permission: 'billing.view' } as const;

export interface CreditNotesRoutesDeps extends WhoseDeps {
  readonly invoicing: Invoicing;
}

export function registerCreditNotes(api: Api, deps: CreditNotesRoutesDeps): void {
  const { accounts, invoicing } = deps;

  api.define('GET', '/v1/invoices/:inv/credit-notes', {
    summary: 'List the credit notes of an invoice',
    tag,
    access: view,
    params: z.strictObject({ inv: id('inv') }),
    answer: page(creditNote),
    handle: async (tx, { params, actor }) => {
      const { id: found } = await invoicing.invoice(tx, actor, params.inv);
      const notes = await invoicing.creditNotes(tx, found);
      return { data: notes.map(creditNoteText), has_more: false, next_cursor: null };
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/credit-notes', {
    summary: 'List the credit notes of a billing account, the newest first',
    tag,
    access: view,
    params: z.strictObject({ ba: id('ba') }),
    query: z.strictObject(pageQuery(idCursor('crn'))),
    answer: page(creditNote),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const select = (slice: Slice) => invoicing.allCreditNotes(tx, { account: account.id }, slice);
      return await pageOf(query, select, (row) => row.id, creditNoteText);
    },
  });

  api.define('GET', '/v1/credit-notes', {
    summary: 'List the credit notes of a company, or of all, the newest first',
    tag,
    access: view,
    query: z.strictObject(whoseQuery(idCursor('crn'))),
    answer: page(creditNote),
    handle: async (tx, { query, actor }) => {
      const whose = await whoseOf(tx, deps, actor, query);
      const select = (slice: Slice) => invoicing.allCreditNotes(tx, whose, slice);
      return await pageOf(query, select, (row) => row.id, creditNoteText);
    },
  });

  api.define('GET', '/v1/credit-notes/:crn', {
    summary: 'Read a credit note',
    tag,
    access: view,
    params: z.strictObject({ crn: id('crn') }),
    answer: creditNote,
    handle: async (tx, { params, actor }) =>
      creditNoteText(await invoicing.creditNote(tx, actor, params.crn)),
  });
}

function creditNoteText(note: IssuedDocument): z.input<typeof creditNote> {
  return {
    id: note.id,
    number: note.number,
    billing_account: note.account,
    invoice: note.invoice ?? '',
    reason: note.kind as z.input<typeof creditNote>['reason'],
    issued_on: note.issuedOn,
    ...totalsText(note),
  };
}
