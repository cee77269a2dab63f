import { z } from 'zod';
import { type AuditEntry, readAuditEntries } from '../../database/audit.store.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Companies, Employees } from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText } from '../schemas/fields.ts';
import { idCursor, type Page, page, pageOf, pageQuery, type Slice } from '../schemas/page.ts';

const auditEntry = z
  .strictObject({
    id: id('aud'),
    company: z.string().nullable(),
    action: z.string(),
    subject: z.string(),
    /** Whom it is about, where the subject is an employee. */
    employee_name: z.string().nullable(),
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

/** What changes are about, by how their actions begin. */
const TOPICS = {
  licenses: ['license.', 'license_total.', 'group_rule.', 'contract.'],
  people: ['employee.', 'permission_group.', 'api_key.'],
  money: ['order.', 'minutes.', 'recharge.', 'funding_source.', 'invoice.', 'receipt.', 'payment.'],
  storage: ['storage.'],
} as const;

const access = { scope: 'read', permission: 'billing.view' } as const;
const filters = {
  ...pageQuery(idCursor('aud')),
  billing_account: id('ba').optional(),
  subject: z.string().max(64).regex(/^\w+$/).optional(),
  topic: z.enum(['licenses', 'people', 'money', 'storage']).optional(),
};

export interface AuditDeps {
  readonly companies: Companies;
  readonly employees: Employees;
}

export function registerAudit(api: Api, deps: AuditDeps): void {
  const { companies } = deps;
  api.define('GET', '/v1/companies/:co/audit', {
    summary: 'List who changed what, and under which typed name; the newest first',
    tag: 'Companies',
    access,
    params: z.strictObject({ co: id('co') }),
    query: z.strictObject(filters),
    answer: page(auditEntry),
    handle: async (tx, { params, query, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      return await entries(tx, deps, company.id, query);
    },
  });

  api.define('GET', '/v1/audit', {
    summary: 'List what was changed in every company, and by the operator; the newest first',
    tag: 'Companies',
    access: { ...access, operatorOnly: true },
    query: z.strictObject({ ...filters, company: id('co').optional() }),
    answer: page(auditEntry),
    handle: (tx, { query }) => entries(tx, deps, query.company, query),
  });
}

async function entries(
  tx: Transaction,
  { employees }: AuditDeps,
  company: string | undefined,
  query: z.output<z.ZodObject<typeof filters>>,
): Promise<Page<z.input<typeof auditEntry>>> {
  const { billing_account: account, subject, topic } = query;
  const actions = topic === undefined ? undefined : TOPICS[topic];
  const found = await pageOf(
    query,
    (slice: Slice) => readAuditEntries(tx, { ...slice, company, account, subject, actions }),
    (row) => row.id,
    (row) => row,
  );
  const people = found.data.flatMap((row) => (row.subject.startsWith('emp_') ? [row.subject] : []));
  const names = await employees.namesOf(tx, people);
  return {
    ...found,
    data: found.data.map((row) => entryText(row, names.get(row.subject) ?? null)),
  };
}

function entryText(row: AuditEntry, name: string | null): z.input<typeof auditEntry> {
  return {
    id: row.id,
    company: row.company,
    action: row.action,
    subject: row.subject,
    employee_name: name,
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
  };
}
