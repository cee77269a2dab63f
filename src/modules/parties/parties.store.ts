import { type Generated, type Selectable, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { Buyer, BuyerVersion, Seller, SellerVersion } from './party.ts';

interface PartyTables {
  parties_sellers: {
    revision: Generated<bigint>;
    code: string;
    version: number;
    body: Seller;
    effective_on: string | null;
    published_at: Date;
  };
  parties_buyers: { account: string; version: number; body: Buyer; recorded_at: Date };
  parties_seller_choices: {
    sequence: Generated<bigint>;
    account: string;
    seller: string;
    chosen_at: Date;
  };
}

/** Every version of every seller, oldest first: they are few. */
export async function selectSellers(tx: Transaction): Promise<SellerVersion[]> {
  const rows = await tables<PartyTables>(tx)
    .selectFrom('parties_sellers')
    .selectAll()
    .orderBy('revision')
    .execute();
  return rows.map(({ effective_on, published_at, ...row }) => ({
    ...row,
    effectiveOn: effective_on,
    publishedAt: published_at,
  }));
}

/** Writes a seller's next version. The lock makes two writers number theirs in turn. */
export async function insertSeller(
  tx: Transaction,
  seller: Omit<SellerVersion, 'revision' | 'version'>,
): Promise<{ version: number; revision: bigint }> {
  const { rows } = await sql<{ version: number; revision: bigint }>`
    insert into parties_sellers (code, version, body, effective_on, published_at)
    values (${seller.code},
            1 + (select count(*) from parties_sellers where code = ${seller.code})::int,
            ${JSON.stringify(seller.body)}::jsonb, ${seller.effectiveOn}, ${seller.publishedAt})
    returning version, revision
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('an insert returns its row');
  return row;
}

/** Held until the transaction ends: sellers are published one after another. */
export async function lockSellers(tx: Transaction): Promise<void> {
  await sql`lock table parties_sellers in share row exclusive mode`.execute(tx);
}

/** What an account's parties follow from: the newest choice and buyer. */
export interface PartyBasis {
  readonly account: string;
  readonly choice: string | null;
  readonly buyer: BuyerVersion | undefined;
}

/** The newest version of any seller; null while there is none. */
export async function selectSellersRevision(tx: Transaction): Promise<bigint | null> {
  const { rows } = await sql<{ revision: bigint | null }>`
    select max(revision) as revision from parties_sellers
  `.execute(tx);
  return rows[0]?.revision ?? null;
}

/** By account, whatever their number: one statement. */
export async function selectPartyBases(
  tx: Transaction,
  accounts: readonly string[],
): Promise<Map<string, PartyBasis>> {
  const { rows } = await sql<{
    account: string;
    choice: string | null;
    version: number | null;
    body: Buyer | null;
    recordedAt: Date | null;
  }>`
    select id as account,
      (select seller from parties_seller_choices choice where choice.account = id
        order by sequence desc limit 1) as choice,
      buyer.version, buyer.body, buyer.recorded_at as "recordedAt"
    from unnest(${[...accounts]}::text[]) as wanted (id)
    left join lateral (select * from parties_buyers known where known.account = id
      order by version desc limit 1) as buyer on true
  `.execute(tx);
  return new Map(
    rows.map(({ account, choice, version, body, recordedAt }) => {
      const isKnown = version !== null && body !== null && recordedAt !== null;
      const buyer = isKnown ? { account, version, body, recordedAt } : undefined;
      return [account, { account, choice, buyer }];
    }),
  );
}

/** The account is locked, so its versions are numbered in turn. */
export async function insertBuyer(
  tx: Transaction,
  buyer: Omit<BuyerVersion, 'version'>,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into parties_buyers (account, version, body, recorded_at)
    values (${buyer.account},
            1 + (select count(*) from parties_buyers where account = ${buyer.account})::int,
            ${JSON.stringify(buyer.body)}::jsonb, ${buyer.recordedAt})
    returning version
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('an insert returns its row');
  return row.version;
}

/** An account's versions of its buyer, the oldest first. */
export async function selectBuyers(tx: Transaction, account: string): Promise<BuyerVersion[]> {
  const rows: Selectable<PartyTables['parties_buyers']>[] = await tables<PartyTables>(tx)
    .selectFrom('parties_buyers')
    .selectAll()
    .where('account', '=', account)
    .orderBy('version')
    .execute();
  return rows.map(({ recorded_at, ...row }) => ({ ...row, recordedAt: recorded_at }));
}

export async function selectBuyer(
  tx: Transaction,
  account: string,
  version: number,
): Promise<BuyerVersion | undefined> {
  const row = await tables<PartyTables>(tx)
    .selectFrom('parties_buyers')
    .selectAll()
    .where('account', '=', account)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && { account, version, body: row.body, recordedAt: row.recorded_at };
}

export async function insertSellerChoice(
  tx: Transaction,
  choice: { account: string; seller: string; at: Date },
): Promise<void> {
  await tables<PartyTables>(tx)
    .insertInto('parties_seller_choices')
    .values({ account: choice.account, seller: choice.seller, chosen_at: choice.at })
    .execute();
}
