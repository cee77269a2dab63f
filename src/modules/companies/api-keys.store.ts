import { type Transaction, tables } from '../../database/transaction.ts';
import type { ApiKey } from './company.ts';
import type { Scope } from './permission.ts';

interface ApiKeyTables {
  companies_api_keys: {
    id: string;
    company: string | null;
    name: string;
    scopes: Scope[];
    secret_hash: Buffer;
    created_at: Date;
    revoked_at: Date | null;
  };
}

const keyOf = (row: ApiKeyTables['companies_api_keys']): ApiKey => ({
  id: row.id,
  company: row.company,
  name: row.name,
  scopes: row.scopes,
  createdAt: row.created_at,
  revokedAt: row.revoked_at,
});

/** Keeps the key unless one with the same secret is already there. */
export async function insertApiKey(
  tx: Transaction,
  key: ApiKey,
  secretHash: Buffer,
): Promise<void> {
  await tables<ApiKeyTables>(tx)
    .insertInto('companies_api_keys')
    .values({
      id: key.id,
      company: key.company,
      name: key.name,
      scopes: [...key.scopes],
      secret_hash: secretHash,
      created_at: key.createdAt,
      revoked_at: key.revokedAt,
    })
    .onConflict((conflict) => conflict.column('secret_hash').doNothing())
    .execute();
}

export async function selectApiKeyBySecret(
  tx: Transaction,
  secretHash: Buffer,
): Promise<ApiKey | undefined> {
  const row = await tables<ApiKeyTables>(tx)
    .selectFrom('companies_api_keys')
    .selectAll()
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst();
  return row && keyOf(row);
}

export async function selectApiKey(tx: Transaction, id: string): Promise<ApiKey | undefined> {
  const row = await tables<ApiKeyTables>(tx)
    .selectFrom('companies_api_keys')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && keyOf(row);
}

/** The keys of one company, or the operator's own where it is null. */
export async function selectApiKeys(
  tx: Transaction,
  company: string | null,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<ApiKey[]> {
  let query = tables<ApiKeyTables>(tx)
    .selectFrom('companies_api_keys')
    .selectAll()
    .where('company', company === null ? 'is' : '=', company);
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.orderBy('id').limit(limit).execute()).map(keyOf);
}

export async function updateApiKeyRevoked(tx: Transaction, id: string, at: Date): Promise<void> {
  await tables<ApiKeyTables>(tx)
    .updateTable('companies_api_keys')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}
