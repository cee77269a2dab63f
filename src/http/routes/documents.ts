import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { type Documents, E_INVOICE_FORMATS } from '../../modules/invoicing/index.ts';
import type { Api } from '../endpoint.ts';
import { id } from '../schemas/fields.ts';

const tag = 'Receipts and invoices';
const view = { scope: 'read', permission: 'billing.view' } as const;

const PDF = 'application/pdf';
const HTML = 'text/html; charset=utf-8';
/** A printed page runs nothing and loads nothing, whatever stands in its names. */
const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** What is issued, by the name of its parameter. */
const KINDS = [
  { path: '/v1/receipts', name: 'rcp', called: 'a receipt' },
  { path: '/v1/invoices', name: 'inv', called: 'an invoice' },
  { path: '/v1/credit-notes', name: 'crn', called: 'a credit note' },
] as const;

export interface DocumentsRoutesDeps {
  readonly documents: Documents;
}

/** Every document as a PDF and as a page to print. */
export function registerDocuments(api: Api, { documents }: DocumentsRoutesDeps): void {
  for (const { path, name, called } of KINDS) {
    const params = z.strictObject({ [name]: id(name) });
    const issued = (tx: Transaction, call: { actor: Actor; params: Record<string, string> }) =>
      documents.get(tx, call.actor, call.params[name] ?? '');

    api.defineFile(`${path}/:${name}.pdf`, {
      summary: `Read ${called} as a PDF`,
      description: 'Tagged PDF/A-3, as it was issued: the same bytes whenever it is asked for.',
      tag,
      access: view,
      params,
      produces: [PDF],
      handleFile: async (tx, call) => {
        const { fileName, content } = await documents.documentPdf(tx, await issued(tx, call));
        return { contentType: PDF, fileName, content };
      },
    });

    if (name !== 'rcp') registerEInvoice(api, documents, { path, name, called });
    api.defineFile(`${path}/:${name}/print`, {
      summary: `Read ${called} as a page to print`,
      tag,
      access: view,
      params,
      produces: ['text/html'],
      handleFile: async (tx, call) => ({
        contentType: HTML,
        securityPolicy: PRINT_POLICY,
        content: await documents.html(tx, await issued(tx, call)),
      }),
    });
  }
}

/** An invoice or credit note for machines. */
function registerEInvoice(
  api: Api,
  documents: Documents,
  { path, name, called }: { path: string; name: 'inv' | 'crn'; called: string },
): void {
  api.defineFile(`${path}/:${name}/e-invoice`, {
    summary: `Read ${called} as an electronic invoice (EN 16931)`,
    description:
      'UBL or CII as XML, or Factur-X: the PDF with the CII in it. Refused where the seller or ' +
      'the buyer’s address had not been entered when it was issued.',
    tag,
    access: view,
    params: z.strictObject({ [name]: id(name) }),
    query: z.strictObject({ format: z.enum(E_INVOICE_FORMATS).default('ubl') }),
    produces: ['application/xml', PDF],
    handleFile: async (tx, call) => {
      const document = await documents.get(tx, call.actor, call.params[name] ?? '');
      const file = await documents.eInvoice(tx, document, call.query.format);
      const isText = typeof file.content === 'string';
      return { ...file, contentType: isText ? 'application/xml; charset=utf-8' : PDF };
    },
  });
}
