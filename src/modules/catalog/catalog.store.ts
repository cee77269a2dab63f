import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { CatalogKind, CatalogVersion } from './catalog-version.ts';

interface CatalogTables {
  catalog_versions: {
    revision: bigint;
    kind: CatalogKind;
    code: string;
    version: number;
    body: CatalogVersion['body'];
    effective_on: string | null;
    published_at: Date;
  };
}

export async function selectRevision(tx: Transaction): Promise<bigint> {
  const row = await tables<CatalogTables>(tx)
    .selectFrom('catalog_versions')
    .select((select) => select.fn.max('revision').as('revision'))
    .executeTakeFirstOrThrow();
  return row.revision;
}

export async function selectVersions(tx: Transaction): Promise<CatalogVersion[]> {
  const rows = await tables<CatalogTables>(tx)
    .selectFrom('catalog_versions')
    .selectAll()
    .orderBy('revision')
    .execute();
  return rows.map(({ effective_on, published_at, ...row }) => ({
    ...row,
    effectiveOn: effective_on,
    publishedAt: published_at,
  }));
}

/** Writes the next version of a code. The lock makes two writers number theirs in turn. */
export async function insertVersion(
  tx: Transaction,
  version: Omit<CatalogVersion, 'revision' | 'version'>,
): Promise<{ version: number; revision: bigint }> {
  await sql`lock table catalog_versions in share row exclusive mode`.execute(tx);
  const { rows } = await sql<{ version: number; revision: bigint }>`
    insert into catalog_versions (kind, code, version, body, effective_on, published_at)
    values (${version.kind}, ${version.code},
            1 + (select count(*) from catalog_versions
                 where kind = ${version.kind} and code = ${version.code})::int,
            ${JSON.stringify(version.body)}::jsonb, ${version.effectiveOn}, ${version.publishedAt})
    returning version, revision
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('an insert returns its row');
  return row;
}
