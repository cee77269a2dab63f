import { z } from 'zod';
import {
  type Accounts,
  type BillingAccount,
  sayStandingReason,
} from '../../modules/accounts/index.ts';
import type { Companies } from '../../modules/companies/index.ts';
import type { DunningService } from '../../modules/payments/index.ts';
import type { Api } from '../endpoint.ts';
import {
  currency,
  dayText,
  id,
  instantText,
  localDate,
  text,
  timeZone,
} from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery, type Slice } from '../schemas/page.ts';
import { whoseOf } from './whose.ts';

export const accountAnswer = z
  .strictObject({
    id: id('ba'),
    company: id('co'),
    name: z.string(),
    currency: z.string(),
    time_zone: z.string(),
    anchor_date: dayText,
    test_clock: z.string().nullable(),
    standing: z.enum(['good', 'suspended', 'closed']),
    suspended_reason: z.string().nullable(),
    now: instantText,
    today: dayText,
    period: z.strictObject({ start: dayText, end: dayText }),
    opened_at: instantText,
    closed_at: instantText.nullable(),
  })
  .meta({ id: 'BillingAccount' });

const tag = 'Billing accounts';
const ofCompany = z.strictObject({ co: id('co') });
const ofAccount = z.strictObject({ ba: id('ba') });
const reasoned = z.strictObject({ reason: text() });

export interface BillingAccountsRoutesDeps {
  readonly companies: Companies;
  readonly accounts: Accounts;
  readonly dunning: DunningService;
}

export function registerBillingAccounts(api: Api, deps: BillingAccountsRoutesDeps): void {
  const { companies, accounts, dunning } = deps;
  const operatorAccess = { operatorOnly: true, scope: 'manage' } as const;

  api.define('POST', '/v1/companies/:co/billing-accounts', {
    summary: 'Open a billing account',
    description: 'Currency, time zone and anchor date never change afterwards.',
    tag,
    access: operatorAccess,
    params: ofCompany,
    body: z.strictObject({
      name: text(100),
      currency,
      time_zone: timeZone,
      anchor_date: localDate,
      test_clock: id('clk').optional(),
    }),
    answer: accountAnswer,
    status: 201,
    handle: async (tx, { params, body, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      const input = {
        name: body.name,
        currency: body.currency,
        timeZone: body.time_zone,
        anchorDate: body.anchor_date,
        testClock: body.test_clock,
      };
      return accountText(await accounts.create(tx, actor, company, input));
    },
  });

  api.define('GET', '/v1/companies/:co/billing-accounts', {
    summary: 'List the billing accounts of a company',
    tag,
    access: { scope: 'read', permission: 'billing.view' },
    params: ofCompany,
    query: z.strictObject(pageQuery(idCursor('ba'))),
    answer: page(accountAnswer),
    handle: async (tx, { params, query, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      const select = (slice: Slice) => accounts.list(tx, { ...slice, company: company.id });
      return await pageOf(query, select, (row) => row.id, accountText);
    },
  });

  api.define('GET', '/v1/billing-accounts', {
    summary: 'List the billing accounts of a company, or of all',
    tag,
    access: { scope: 'read', permission: 'billing.view' },
    query: z.strictObject({ ...pageQuery(idCursor('ba')), company: id('co').optional() }),
    answer: page(accountAnswer),
    handle: async (tx, { query, actor }) => {
      const { company } = await whoseOf(tx, deps, actor, query);
      const select = (slice: Slice) => accounts.list(tx, { ...slice, company });
      return await pageOf(query, select, (row) => row.id, accountText);
    },
  });

  api.define('POST', '/v1/billing-accounts/:ba/suspend', {
    summary: 'Suspend a billing account',
    description: 'Nothing new is admitted; what runs goes on, and the account goes on renewing.',
    tag,
    access: operatorAccess,
    params: ofAccount,
    body: reasoned,
    answer: accountAnswer,
    handle: async (tx, { params, body, actor }) =>
      accountText(await accounts.suspend(tx, actor, params.ba, body.reason)),
  });

  api.define('POST', '/v1/billing-accounts/:ba/resume', {
    summary: 'Put a billing account back in good standing',
    description: 'What is past due gets the days of grace of the dunning schedule once more.',
    tag,
    access: operatorAccess,
    params: ofAccount,
    body: reasoned,
    answer: accountAnswer,
    handle: async (tx, { params, body, actor }) =>
      accountText(await dunning.resume(tx, actor, params.ba, body.reason)),
  });
}

/** The account's own fields; licenses, minutes and storage are added by whoever shows them. */
export function accountText(row: BillingAccount): z.input<typeof accountAnswer> {
  return {
    id: row.id,
    company: row.company,
    name: row.name,
    currency: row.currency,
    time_zone: row.timeZone,
    anchor_date: row.anchorDate,
    test_clock: row.testClock,
    standing: row.standing,
    suspended_reason: sayStandingReason({ reason: row.standingReason, toPay: row.toPay }),
    now: row.now.toISOString(),
    today: row.today,
    period: row.period,
    opened_at: row.openedAt.toISOString(),
    closed_at: row.closedAt?.toISOString() ?? null,
  };
}
