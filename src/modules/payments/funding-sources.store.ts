import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { FundingSource } from './funding-source.ts';
import type { FundingSourceKind } from './payment-provider.ts';

interface FundingSourceTables {
  payments_funding_sources: {
    id: string;
    account: string;
    provider: string;
    kind: FundingSourceKind;
    label: string;
    token: string;
    status: FundingSource['status'];
    position: number;
    expires_on: string | null;
    created_at: Date;
    version: bigint;
  };
}

export async function insertFundingSource(tx: Transaction, source: FundingSource): Promise<void> {
  await tables<FundingSourceTables>(tx)
    .insertInto('payments_funding_sources')
    .values({
      id: source.id,
      account: source.account,
      provider: source.provider,
      kind: source.kind,
      label: source.label,
      token: source.token,
      status: source.status,
      position: source.position,
      expires_on: source.expiresOn,
      created_at: source.createdAt,
      version: source.version,
    })
    .execute();
}

export async function selectFundingSource(
  tx: Transaction,
  id: string,
): Promise<FundingSource | undefined> {
  const row = await tables<FundingSourceTables>(tx)
    .selectFrom('payments_funding_sources')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && sourceOf(row);
}

/** The account's, the default first; removed ones are left out. */
export async function selectFundingSources(
  tx: Transaction,
  account: string,
): Promise<FundingSource[]> {
  const rows = await tables<FundingSourceTables>(tx)
    .selectFrom('payments_funding_sources')
    .selectAll()
    .where('account', '=', account)
    .where('status', '<>', 'removed')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(sourceOf);
}

/** Those of the accounts whose first valid source is paid by hand. */
export async function selectPaidByHand(
  tx: Transaction,
  accounts: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ account: string }>`
    select account from (
      select distinct on (account) account, kind from payments_funding_sources
      where account = any(${accounts}::text[]) and status = 'valid'
      order by account, position, id
    ) as first_to_charge
    where kind = 'offline'
  `.execute(tx);
  return new Set(rows.map((row) => row.account));
}

export async function updatePositions(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tables<FundingSourceTables>(tx)
      .updateTable('payments_funding_sources')
      .set((row) => ({ position, version: row('version', '+', 1n) }))
      .where('id', '=', id)
      .where('position', '<>', position)
      .execute();
  }
}

export async function updateStatus(
  tx: Transaction,
  id: string,
  status: FundingSource['status'],
): Promise<void> {
  await tables<FundingSourceTables>(tx)
    .updateTable('payments_funding_sources')
    .set((row) => ({ status, version: row('version', '+', 1n) }))
    .where('id', '=', id)
    .execute();
}

/** What the provider says of its token now. */
export async function updateDescription(
  tx: Transaction,
  id: string,
  described: Pick<FundingSource, 'label' | 'expiresOn' | 'status'>,
): Promise<void> {
  await tables<FundingSourceTables>(tx)
    .updateTable('payments_funding_sources')
    .set((row) => ({
      label: described.label,
      expires_on: described.expiresOn,
      status: described.status,
      version: row('version', '+', 1n),
    }))
    .where('id', '=', id)
    .execute();
}

/** Every source that is charged by this token and not removed. */
export async function selectSourcesByToken(
  tx: Transaction,
  provider: string,
  token: string,
): Promise<FundingSource[]> {
  const rows = await tables<FundingSourceTables>(tx)
    .selectFrom('payments_funding_sources')
    .selectAll()
    .where('provider', '=', provider)
    .where('token', '=', token)
    .where('status', '<>', 'removed')
    .execute();
  return rows.map(sourceOf);
}

function sourceOf(row: FundingSourceTables['payments_funding_sources']): FundingSource {
  const { created_at: createdAt, expires_on: expiresOn, ...rest } = row;
  return { ...rest, createdAt, expiresOn };
}
