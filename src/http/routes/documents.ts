import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Documents } from '../../modules/invoicing/index.ts';
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
