import { z } from 'zod';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { Invoicing } from '../../modules/invoicing/index.ts';
import type { Api } from '../endpoint.ts';
import { receipt, receiptText } from '../schemas/billing.ts';
import { id } from '../schemas/fields.ts';
import { page, pageOf, pageQuery } from '../schemas/page.ts';

const tag = 'Receipts and invoices';
const view = { scope: 'read', permission: 'billing.view' } as const;

export interface ReceiptsRoutesDeps {
  readonly accounts: Accounts;
  readonly invoicing: Invoicing;
}

export function registerReceipts(api: Api, { accounts, invoicing }: ReceiptsRoutesDeps): void {
  api.define('GET', '/v1/billing-accounts/:ba/receipts', {
    summary: 'List receipts, the newest first',
    tag,
    access: view,
    params: z.strictObject({ ba: id('ba') }),
    query: z.strictObject(pageQuery),
    answer: page(receipt),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const select = (slice: { limit: number; after: string | undefined }) =>
        invoicing.receipts(tx, account.id, slice);
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
