import { z } from 'zod';
import type { Companies, Company } from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText, text } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';

const company = z
  .strictObject({
    id: id('co'),
    name: z.string(),
    external_id: z.string().nullable(),
    test_clock: z.string().nullable(),
    created_at: instantText,
  })
  .meta({ id: 'Company' });

const params = z.strictObject({ co: id('co') });

export function registerCompanies(api: Api, { companies }: { companies: Companies }): void {
  api.define('POST', '/v1/companies', {
    summary: 'Make a company',
    tag: 'Companies',
    access: { operatorOnly: true, scope: 'manage' },
    body: z.strictObject({ name: text(), external_id: text().optional() }),
    answer: company,
    status: 201,
    handle: async (tx, { body, actor }) =>
      companyText(
        await companies.create(tx, actor, { name: body.name, externalId: body.external_id }),
      ),
  });

  api.define('GET', '/v1/companies', {
    summary: 'List companies',
    tag: 'Companies',
    access: { scope: 'read' },
    query: z.strictObject({ ...pageQuery(idCursor('co')), search: text().optional() }),
    answer: page(company),
    handle: (tx, { query, actor }) =>
      pageOf(
        query,
        (slice) => companies.list(tx, actor, { ...slice, search: query.search }),
        (row) => row.id,
        companyText,
      ),
  });

  api.define('GET', '/v1/companies/:co', {
    summary: 'Read a company',
    tag: 'Companies',
    access: { scope: 'read' },
    params,
    answer: company,
    handle: async (tx, { params: { co }, actor }) =>
      companyText(await companies.get(tx, actor, co)),
  });
}

function companyText(row: Company): z.input<typeof company> {
  return {
    id: row.id,
    name: row.name,
    external_id: row.externalId,
    test_clock: row.testClock,
    created_at: row.createdAt.toISOString(),
  };
}
