import { z } from 'zod';
import { moneyText } from '../../kernel/money.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { Invoicing } from '../../modules/invoicing/index.ts';
import type { Closing } from '../../modules/orders/index.ts';
import type { Api } from '../endpoint.ts';
import { invoice, invoiceText } from '../schemas/billing.ts';
import { id, instantText, money } from '../schemas/fields.ts';

const closed = z
  .strictObject({
    id: id('ba'),
    standing: z.literal('closed'),
    closed_at: instantText,
    /** The storage of the last, broken period. */
    invoice: invoice.optional(),
    /** Every invoice that is still owed. */
    owing: z.array(invoice),
    minutes_left: money,
  })
  .meta({ id: 'ClosedAccount' });

export interface ClosingRoutesDeps {
  readonly accounts: Accounts;
  readonly invoicing: Invoicing;
  readonly closing: Closing;
  readonly bringUpToDate: (account: string) => Promise<void>;
}

export function registerClosing(api: Api, deps: ClosingRoutesDeps): void {
  const { accounts, invoicing, closing, bringUpToDate } = deps;

  api.define('POST', '/v1/billing-accounts/:ba/close', {
    summary: 'Close a billing account for ever',
    description:
      'Possible once all totals are 0 and no contract runs. Its last storage is invoiced, and ' +
      'the minutes that are left are stated; only the operator gives minutes back.',
    tag: 'Billing accounts',
    access: { operatorOnly: true, scope: 'manage', duty: 'money' },
    params: z.strictObject({ ba: id('ba') }),
    answer: closed,
    handleResumable: async (finish, { params, actor }) => {
      await bringUpToDate(params.ba);
      return await finish(async (tx) => {
        await accounts.get(tx, actor, params.ba);
        const left = await closing.close(tx, actor, params.ba);
        const owing = [];
        for (const item of left.owing) {
          owing.push(invoiceText(await invoicing.invoice(tx, actor, item.invoice)));
        }
        return {
          id: left.account.id,
          standing: 'closed',
          closed_at: left.account.now.toISOString(),
          ...(left.invoice !== undefined && { invoice: invoiceText(left.invoice) }),
          owing,
          minutes_left: moneyText(left.minutesLeft),
        };
      });
    },
  });
}
