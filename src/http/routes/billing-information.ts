import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import { moneyText } from '../../kernel/money.ts';
import type { BillingAccount } from '../../modules/accounts/index.ts';
import { type AlertsDeps, accountAlerts } from '../../modules/answers/index.ts';
import type { Companies } from '../../modules/companies/index.ts';
import type { Invoicing } from '../../modules/invoicing/index.ts';
import type { Api } from '../endpoint.ts';
import { dayText, id, money, remedy } from '../schemas/fields.ts';
import { type DetailsDeps, detailsAnswer, detailsText } from './billing-account-details.ts';

const summary = detailsAnswer
  .extend({
    latest_receipts: z.array(
      z.strictObject({ id: id('rcp'), number: z.string(), issued_on: dayText, total: money }),
    ),
    alerts: z.array(
      z.strictObject({
        code: z.string(),
        level: z.enum(['critical', 'warning', 'info']),
        message: z.string(),
        remedies: z.array(remedy),
      }),
    ),
  })
  .meta({ id: 'BillingAccountSummary' });

/** The newest are enough for a summary; all of them are at the account. */
const RECEIPTS_SHOWN = 5;
/** A company has a handful of accounts; one with more reads them at its accounts' own address. */
const ACCOUNTS_MAX = 100;

export interface BillingInformationDeps extends DetailsDeps, AlertsDeps {
  readonly companies: Companies;
  readonly invoicing: Invoicing;
}

export function registerBillingInformation(api: Api, deps: BillingInformationDeps): void {
  api.define('GET', '/v1/companies/:co/billing-information', {
    summary: 'All billing accounts of a company: licenses, minutes, receipts, alerts',
    tag: 'Billing accounts',
    access: { scope: 'read', permission: 'billing.view' },
    params: z.strictObject({ co: id('co') }),
    answer: z
      .strictObject({ company: id('co'), name: z.string(), billing_accounts: z.array(summary) })
      .meta({ id: 'BillingInformation' }),
    handle: async (tx, { params, actor }) => {
      const company = await deps.companies.get(tx, actor, params.co);
      const filter = { company: company.id, limit: ACCOUNTS_MAX };
      const shown = [];
      for (const account of await deps.accounts.list(tx, filter)) {
        shown.push(await summaryText(tx, deps, account));
      }
      return { company: company.id, name: company.name, billing_accounts: shown };
    },
  });
}

async function summaryText(
  tx: Transaction,
  deps: BillingInformationDeps,
  account: BillingAccount,
): Promise<z.input<typeof summary>> {
  const receipts = await deps.invoicing.receipts(
    tx,
    { account: account.id },
    { limit: RECEIPTS_SHOWN },
  );
  const alerts = await accountAlerts(tx, deps, account);
  return {
    ...(await detailsText(tx, deps, account)),
    latest_receipts: receipts.map((receipt) => ({
      id: receipt.id,
      number: receipt.number,
      issued_on: receipt.issuedOn,
      total: moneyText(receipt.total),
    })),
    alerts: alerts.map(({ code, level, message, remedies }) => ({
      code,
      level,
      message,
      remedies: [...remedies],
    })),
  };
}
