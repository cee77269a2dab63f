import { z } from 'zod';
import { money as moneyOf, moneyText } from '../../kernel/money.ts';
import type { Companies } from '../../modules/companies/index.ts';
import { documentsNumbered } from '../../modules/invoicing/index.ts';
import type { Api } from '../endpoint.ts';
import { dayText, id, money } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';

const document = z
  .strictObject({
    id: z.string(),
    type: z.enum(['receipt', 'invoice', 'credit_note']),
    number: z.string(),
    billing_account: id('ba'),
    issued_on: dayText,
    total: money,
  })
  .meta({ id: 'NumberedDocument' });

/** A number is one in each series; a company has a few. */
const FOUND_MAX = 20;

export function registerNumberedDocuments(api: Api, { companies }: { companies: Companies }): void {
  api.define('GET', '/v1/companies/:co/documents', {
    summary: 'Find receipts, invoices and credit notes by their number',
    description: 'Its digits are enough: `42` finds INV-000042 and R-000042.',
    tag: 'Receipts and invoices',
    access: { scope: 'read', permission: 'billing.view' },
    params: z.strictObject({ co: id('co') }),
    query: z.strictObject({
      number: z.string().regex(/^[A-Za-z0-9-]{0,40}\d{1,12}$/, misfit('must end in digits')),
    }),
    answer: z.strictObject({ data: z.array(document) }),
    handle: async (tx, { params, query, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      const digits = BigInt(/\d+$/.exec(query.number)?.[0].slice(-12) ?? '0');
      const found = await documentsNumbered(tx, company.id, digits, FOUND_MAX);
      const wanted = query.number.replace(/\d+$/, '').toUpperCase();
      return {
        data: found
          .filter((one) => one.number.includes(wanted))
          .map((one) => ({
            id: one.id,
            type: one.type,
            number: one.number,
            billing_account: one.account,
            issued_on: one.issuedOn,
            total: moneyText(moneyOf(one.total, one.currency)),
          })),
      };
    },
  });
}
