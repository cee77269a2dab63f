import { z } from 'zod';
import {
  type Exemption,
  parsePercent,
  TAX_CATEGORIES,
  type Taxes,
  type TaxVersion,
} from '../../modules/taxes/index.ts';
import type { Api } from '../endpoint.ts';
import { code, dayText, id, instantText, localDate, text } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';
import { idCursor, page, pageOf, type Slice } from '../schemas/page.ts';
import { jurisdiction } from '../schemas/parties.ts';
import { type WhoseDeps, whoseOf, whoseQuery } from './whose.ts';

const percent = z
  .string()
  .refine(
    (value) => parsePercent(value) !== undefined,
    misfit('must be a percentage from "0" to "100" with at most four decimals'),
  )
  .meta({ example: '19' });

/** A category that is left out is not taxed. */
const rates = z.strictObject(
  Object.fromEntries(TAX_CATEGORIES.map((category) => [category, percent.optional()])) as Record<
    (typeof TAX_CATEGORIES)[number],
    z.ZodOptional<typeof percent>
  >,
);

const fields = { name: text(40), rates, prices_include: z.boolean().default(false) };

const taxVersion = z
  .strictObject({
    jurisdiction: z.string(),
    code: z.string(),
    version: z.int(),
    name: z.string(),
    rates: z.record(z.string(), z.string()),
    prices_include: z.boolean(),
    effective_on: dayText.nullable(),
    published_at: instantText,
  })
  .meta({ id: 'TaxVersion' });

const exemption = z
  .strictObject({
    id: id('txe'),
    billing_account: z.string(),
    jurisdiction: z.string(),
    certificate: z.string(),
    reason: z.string(),
    valid_from: dayText,
    valid_to: dayText.nullable(),
    recorded_at: instantText,
  })
  .meta({ id: 'TaxExemption' });

const tag = 'Sellers, buyers and taxes';
const ofAccount = z.strictObject({ ba: id('ba') });
const operatorAccess = { operatorOnly: true, scope: 'manage' } as const;
const certificateAccess = { ...operatorAccess, duty: 'money' } as const;

export interface TaxesRoutesDeps extends WhoseDeps {
  readonly taxes: Taxes;
}

export function registerTaxes(api: Api, deps: TaxesRoutesDeps): void {
  registerRates(api, deps);
  registerExemptions(api, deps);
}

function registerRates(api: Api, { taxes }: TaxesRoutesDeps): void {
  api.define('GET', '/v1/tax-rates', {
    summary: 'List the taxes with all their versions, the oldest first',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    answer: z.strictObject({
      data: z.array(taxVersion),
      has_more: z.boolean(),
      next_cursor: z.null(),
    }),
    handle: async (tx) => {
      const versions = await taxes.versions(tx);
      return { data: versions.map(versionText), has_more: false, next_cursor: null };
    },
  });

  api.define('PUT', '/v1/tax-rates/:jurisdiction/:code', {
    summary: 'Publish a version of a tax',
    description:
      'Rates in percent for each category; without rates the tax is charged no more. With ' +
      'prices_include the prices of licenses and storage contain it; on minutes it always comes ' +
      'on top. An effective day before one on which the tax was charged is refused.',
    tag,
    access: operatorAccess,
    params: z.strictObject({ jurisdiction, code }),
    body: z.strictObject({ ...fields, effective_on: localDate.optional() }),
    answer: taxVersion,
    handle: async (tx, { params, body: { effective_on, ...body }, actor }) =>
      versionText(await taxes.publish(tx, actor, { ...params, body, effectiveOn: effective_on })),
  });
}

function registerExemptions(api: Api, deps: TaxesRoutesDeps): void {
  const { accounts, taxes } = deps;
  registerExemptionsOfAll(api, deps);

  api.define('GET', '/v1/billing-accounts/:ba/tax-exemptions', {
    summary: 'List the certificates by which a billing account is not taxed',
    tag,
    access: { scope: 'read', permission: 'billing.view' },
    params: ofAccount,
    answer: z.strictObject({
      data: z.array(exemption),
      has_more: z.boolean(),
      next_cursor: z.null(),
    }),
    handle: async (tx, { params, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const all = await taxes.exemptions(tx, account.id);
      return { data: all.map(exemptionText), has_more: false, next_cursor: null };
    },
  });

  api.define('POST', '/v1/billing-accounts/:ba/tax-exemptions', {
    summary: 'Record a certificate of exemption',
    description: "Takes away the taxes of its jurisdiction; a country's covers its regions.",
    tag,
    access: certificateAccess,
    params: ofAccount,
    body: z
      .strictObject({
        jurisdiction,
        certificate: text(60),
        reason: text(100),
        valid_from: localDate,
        valid_to: localDate.optional(),
      })
      .refine(({ valid_from, valid_to }) => valid_to === undefined || valid_to >= valid_from, {
        path: ['valid_to'],
        ...misfit('must not be before valid_from'),
      }),
    answer: exemption,
    status: 201,
    handle: async (tx, { params, body, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      const { jurisdiction: where, certificate, reason } = body;
      const days = { validFrom: body.valid_from, validTo: body.valid_to ?? null };
      const recorded = { jurisdiction: where, certificate, reason, ...days };
      return exemptionText(await taxes.exempt(tx, actor, account, recorded));
    },
  });

  api.define('GET', '/v1/tax-exemptions/:txe', {
    summary: 'Read a certificate of exemption',
    tag,
    access: { scope: 'read', permission: 'billing.view' },
    params: z.strictObject({ txe: id('txe') }),
    answer: exemption,
    handle: async (tx, { params, actor }) =>
      exemptionText(await taxes.exemption(tx, actor, params.txe)),
  });

  api.define('POST', '/v1/tax-exemptions/:txe/end', {
    summary: 'Withdraw a certificate after a last day',
    tag,
    access: certificateAccess,
    params: z.strictObject({ txe: id('txe') }),
    body: z.strictObject({ valid_to: localDate }),
    answer: exemption,
    handle: async (tx, { params, body, actor }) =>
      exemptionText(await taxes.endExemption(tx, actor, params.txe, body.valid_to)),
  });
}

function registerExemptionsOfAll(api: Api, deps: TaxesRoutesDeps): void {
  api.define('GET', '/v1/tax-exemptions', {
    summary: 'List the certificates of exemption of a company, or of all, the newest first',
    tag,
    access: { scope: 'read', permission: 'billing.view' },
    query: z.strictObject(whoseQuery(idCursor('txe'))),
    answer: page(exemption),
    handle: async (tx, { query, actor }) => {
      const whose = await whoseOf(tx, deps, actor, query);
      const select = (slice: Slice) => deps.taxes.exemptionsOf(tx, whose, slice);
      return await pageOf(query, select, (row) => row.id, exemptionText);
    },
  });
}

function versionText(row: TaxVersion): z.input<typeof taxVersion> {
  return {
    jurisdiction: row.jurisdiction,
    code: row.code,
    version: row.version,
    name: row.body.name,
    rates: row.body.rates as Record<string, string>,
    prices_include: row.body.prices_include,
    effective_on: row.effectiveOn,
    published_at: row.publishedAt.toISOString(),
  };
}

function exemptionText(row: Exemption): z.input<typeof exemption> {
  return {
    id: row.id,
    billing_account: row.account,
    jurisdiction: row.jurisdiction,
    certificate: row.certificate,
    reason: row.reason,
    valid_from: row.validFrom,
    valid_to: row.validTo,
    recorded_at: row.recordedAt.toISOString(),
  };
}
