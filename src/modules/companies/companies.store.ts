import { type Transaction, tables } from '../../database/transaction.ts';
import type { Company } from './company.ts';

interface CompanyTables {
  companies: {
    id: string;
    name: string;
    external_id: string | null;
    test_clock: string | null;
    created_at: Date;
  };
}

type CompanyRow = CompanyTables['companies'];

const companyOf = (row: CompanyRow): Company => ({
  id: row.id,
  name: row.name,
  externalId: row.external_id,
  testClock: row.test_clock,
  createdAt: row.created_at,
});

export async function insertCompany(tx: Transaction, company: Company): Promise<void> {
  await tables<CompanyTables>(tx)
    .insertInto('companies')
    .values({
      id: company.id,
      name: company.name,
      external_id: company.externalId,
      test_clock: company.testClock,
      created_at: company.createdAt,
    })
    .execute();
}

export async function selectCompany(
  tx: Transaction,
  id: string,
  lock: 'lock' | 'no lock' = 'no lock',
): Promise<Company | undefined> {
  const query = tables<CompanyTables>(tx).selectFrom('companies').selectAll().where('id', '=', id);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  return row && companyOf(row);
}

export async function selectCompanyByExternalId(
  tx: Transaction,
  externalId: string,
): Promise<Company | undefined> {
  const row = await tables<CompanyTables>(tx)
    .selectFrom('companies')
    .selectAll()
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row && companyOf(row);
}

export interface CompanyFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  /** Part of the name or of the operator's own id. */
  readonly search?: string | undefined;
  /** Only this one: what a company's own key may list. */
  readonly id?: string | undefined;
}

export async function selectCompanies(
  tx: Transaction,
  { after, limit, search, id }: CompanyFilter,
): Promise<Company[]> {
  let query = tables<CompanyTables>(tx).selectFrom('companies').selectAll();
  if (after !== undefined) query = query.where('id', '>', after);
  if (id !== undefined) query = query.where('id', '=', id);
  if (search !== undefined) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([where('name', 'ilike', pattern), where('external_id', 'ilike', pattern)]),
    );
  }
  return (await query.orderBy('id').limit(limit).execute()).map(companyOf);
}

export async function updateCompanyClock(
  tx: Transaction,
  id: string,
  testClock: string,
): Promise<void> {
  await tables<CompanyTables>(tx)
    .updateTable('companies')
    .set({ test_clock: testClock })
    .where('id', '=', id)
    .execute();
}
