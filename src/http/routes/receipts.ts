import { z } from 'zod';
import type { Invoicing } from '../../modules/invoicing/index.ts';
import type { Api } from '../endpoint.ts';
import { receipt, receiptText } from '../schemas/billing.ts';
import { id } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery, type Slice } from '../schemas/page.ts';
import { type WhoseDeps, whoseOf, whoseQuery } from './whose.ts';

const tag = 'Receipts and invoices';
const view = { scope: 'read', permission: 'billing.view' } as const;

export interface ReceiptsRoutesDeps extends WhoseDeps {
  readonly invoicing: Invoicing;
}

export function registerReceipts(api: Api, deps: ReceiptsRoutesDeps): void {
  const { accounts, invoicing } = deps;

  api.define('GET', '/v1/billing-accounts/:ba/receipts', {
    summary: 'List receipts, the newest first',
    tag,
    access: view,
    params: z.strictObject({ ba: id('ba') }),
    query: z.strictObject(pageQuery(idCursor('rcp'))),
    answer: page(receipt),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const select = (slice: Slice) => invoicing.receipts(tx, { account: account.id }, slice);
      return await pageOf(query, select, (row) => row.id, receiptText);
    },
  });

  api.define('GET', '/v1/receipts', {
    summary: 'List the receipts of a company, or of all, the newest first',
    tag,
    access: view,
    query: z.strictObject(whoseQuery(idCursor('rcp'))),
    answer: page(receipt),
    handle: async (tx, { query, actor }) => {
      const whose = await whoseOf(tx, deps, actor, query);
      const select = (slice: Slice) => invoicing.receipts(tx, whose, slice);
      return await pageOf(query, select, (row) => row.id, receiptText);
    },
  });

  api.define('GET', '/v1/receipts/:rcp', {
    summary: 'Read a receipt',
    tag,
    access: view,
    params: z.strictObject({ rcp: id('rcp') }),
    answer: receipt,
    handle: async (tx, { params, actor }) =>
      receiptText(await invoicing.receipt(tx, actor, params.rcp)),
  });
}
