import { z } from 'zod';
import { readAuditEntries } from '../../database/audit.store.ts';
import type { Companies } from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText } from '../schemas/fields.ts';
import { page, pageOf, pageQuery } from '../schemas/page.ts';

const auditEntry = z
  .strictObject({
    id: id('aud'),
    action: z.string(),
    subject: z.string(),
    billing_account: z.string().nullable(),
    actor: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
    authorized_by: z
      .strictObject({ first_name: z.string(), last_name: z.string(), terms_version: z.string() })
      .nullable(),
    before: z.json(),
    after: z.json(),
    occurred_at: instantText,
    recorded_at: instantText,
  })
  .meta({ id: 'AuditEntry' });

export function registerAudit(api: Api, { companies }: { companies: Companies }): void {
  api.define('GET', '/v1/companies/:co/audit', {
    summary: 'List who changed what, and under which typed name; the newest first',
    tag: 'Companies',
    access: { scope: 'read', permission: 'billing.view' },
    params: z.strictObject({ co: id('co') }),
    query: z.strictObject({
      ...pageQuery,
      billing_account: id('ba').optional(),
      subject: z.string().max(64).regex(/^\w+$/).optional(),
    }),
    answer: page(auditEntry),
    handle: async (tx, { params, query, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      return await pageOf(
        query,
        (slice) =>
          readAuditEntries(tx, {
            ...slice,
            company: company.id,
            account: query.billing_account,
            subject: query.subject,
          }),
        (row) => row.id,
        (row): z.input<typeof auditEntry> => ({
          id: row.id,
          action: row.action,
          subject: row.subject,
          billing_account: row.account,
          actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
          authorized_by: row.authorizedBy && {
            first_name: row.authorizedBy.firstName,
            last_name: row.authorizedBy.lastName,
            terms_version: row.authorizedBy.termsVersion,
          },
          before: row.before as z.input<typeof auditEntry>['before'],
          after: row.after as z.input<typeof auditEntry>['after'],
          occurred_at: row.occurredAt.toISOString(),
          recorded_at: row.recordedAt.toISOString(),
        }),
      );
    },
  });
}
