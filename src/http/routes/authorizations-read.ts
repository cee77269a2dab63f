import { z } from 'zod';
import { money, moneyText } from '../../kernel/money.ts';
import type { Admission, AuthorizationRow } from '../../modules/admission/index.ts';
import type { Api } from '../endpoint.ts';
import { leaseId } from '../schemas/admission.ts';
import { id, instantText, money as moneyField, text } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';

const authorization = z
  .strictObject({
    id: z.string(),
    billing_account: id('ba'),
    employee: z.string().nullable(),
    activity: z.string(),
    direction: z.string().nullable(),
    destination: z.string().nullable(),
    reference: z.string().nullable(),
    state: z.enum(['open', 'settled', 'released', 'expired', 'ended', 'unauthorized']),
    granted_at: instantText,
    expires_at: instantText.nullable(),
    ended_at: instantText.nullable(),
    granted_seconds: z.number(),
    used_seconds: z.number(),
    used_segments: z.int().nullable(),
    places: z.array(z.strictObject({ license_type: z.string() })),
    hold: moneyField,
    charged: moneyField,
    rate: z.strictObject({ code: z.string(), version: z.int() }).nullable(),
    overrun: z.boolean(),
    late: z.boolean(),
    conflict: z.boolean(),
  })
  .meta({ id: 'Authorization' });

const access = { scope: 'read', permission: 'billing.view' } as const;
const tag = 'Admission';

export function registerAuthorizationsRead(
  api: Api,
  { admission }: { admission: Admission },
): void {
  api.define('GET', '/v1/authorizations', {
    summary: 'List authorizations and other usage, the newest first',
    tag,
    access,
    query: z.strictObject({
      ...pageQuery(idCursor('auth', 'use')),
      billing_account: id('ba').optional(),
      employee: id('emp').optional(),
      reference: text().optional(),
    }),
    answer: page(authorization),
    handle: (tx, { query, actor }) =>
      pageOf(
        query,
        ({ after, limit }) =>
          admission.list(tx, actor, {
            account: query.billing_account,
            employee: query.employee,
            reference: query.reference,
            before: after,
            limit,
          }),
        (row) => row.id,
        authorizationText,
      ),
  });

  api.define('GET', '/v1/authorizations/:auth', {
    summary: 'Read an authorization: open, or how it ended and what it was charged',
    tag,
    access,
    params: z.strictObject({ auth: leaseId }),
    answer: authorization,
    handle: async (tx, { params: { auth }, actor }) =>
      authorizationText(await admission.get(tx, actor, auth)),
  });
}

function authorizationText(row: AuthorizationRow): z.input<typeof authorization> {
  const rate = row.rate === null ? null : { code: row.rate, version: row.rateVersion ?? 1 };
  return {
    id: row.id,
    billing_account: row.account,
    employee: row.employee,
    activity: row.activity,
    direction: row.direction,
    destination: row.destination,
    reference: row.reference,
    state: authorization.shape.state.parse(row.state),
    granted_at: row.grantedAt.toISOString(),
    expires_at: row.expiresAt?.toISOString() ?? null,
    ended_at: row.endedAt?.toISOString() ?? null,
    granted_seconds: row.grantedMs / 1000,
    used_seconds: row.usedMs / 1000,
    used_segments: row.segments,
    places: row.places.map((licenseType) => ({ license_type: licenseType })),
    hold: moneyText(money(row.hold, row.currency)),
    charged: moneyText(money(row.charged, row.currency)),
    rate,
    overrun: row.overrun,
    late: row.late,
    conflict: row.conflict,
  };
}
