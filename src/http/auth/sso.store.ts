import { type Transaction, tables } from '../../database/transaction.ts';

/** A company's own identity provider. */
export interface SsoConnection {
  readonly id: string;
  readonly company: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly sealedClientSecret: string;
  /** Lower case; whoever has an address there is led to the provider. */
  readonly domain: string;
  /** What the domain's TXT record must say. */
  readonly domainToken: string;
  /** Null: nobody is led there yet. */
  readonly domainVerifiedAt: Date | null;
  readonly createdAt: Date;
}

interface SsoTables {
  auth_sso_connections: {
    id: string;
    company: string;
    issuer: string;
    client_id: string;
    sealed_client_secret: string;
    domain: string;
    domain_token: string;
    domain_verified_at: Date | null;
    created_at: Date;
  };
}

const connectionOf = (row: SsoTables['auth_sso_connections']): SsoConnection => ({
  id: row.id,
  company: row.company,
  issuer: row.issuer,
  clientId: row.client_id,
  sealedClientSecret: row.sealed_client_secret,
  domain: row.domain,
  domainToken: row.domain_token,
  domainVerifiedAt: row.domain_verified_at,
  createdAt: row.created_at,
});

const connections = (tx: Transaction) =>
  tables<SsoTables>(tx).selectFrom('auth_sso_connections').selectAll();

export async function selectConnection(
  tx: Transaction,
  company: string,
  lock: 'lock' | 'no lock' = 'no lock',
): Promise<SsoConnection | undefined> {
  const query = connections(tx).where('company', '=', company);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  return row && connectionOf(row);
}

export async function selectConnectionById(
  tx: Transaction,
  id: string,
): Promise<SsoConnection | undefined> {
  const row = await connections(tx).where('id', '=', id).executeTakeFirst();
  return row && connectionOf(row);
}

/** The one that has proved that the domain is its company's. */
export async function selectConnectionOfDomain(
  tx: Transaction,
  domain: string,
): Promise<SsoConnection | undefined> {
  const row = await connections(tx)
    .where('domain', '=', domain)
    .where('domain_verified_at', 'is not', null)
    .executeTakeFirst();
  return row && connectionOf(row);
}

export async function upsertConnection(tx: Transaction, connection: SsoConnection): Promise<void> {
  const changing = {
    issuer: connection.issuer,
    client_id: connection.clientId,
    sealed_client_secret: connection.sealedClientSecret,
    domain: connection.domain,
    domain_token: connection.domainToken,
    domain_verified_at: connection.domainVerifiedAt,
  };
  await tables<SsoTables>(tx)
    .insertInto('auth_sso_connections')
    .values({
      id: connection.id,
      company: connection.company,
      created_at: connection.createdAt,
      ...changing,
    })
    .onConflict((conflict) => conflict.column('company').doUpdateSet(changing))
    .execute();
}

export async function deleteConnection(tx: Transaction, company: string): Promise<void> {
  await tables<SsoTables>(tx)
    .deleteFrom('auth_sso_connections')
    .where('company', '=', company)
    .execute();
}
