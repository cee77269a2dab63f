import { type Transaction, tables } from '../../database/transaction.ts';
import type { PublishedTerms } from './terms.ts';

interface TermsTables {
  orders_terms: {
    version: string;
    url: string;
    effective_on: string | null;
    published_at: Date;
  };
}

/** Every terms ever published, the oldest first: they are few. */
export async function selectTerms(tx: Transaction): Promise<PublishedTerms[]> {
  const rows = await tables<TermsTables & { orders_terms: { revision: bigint } }>(tx)
    .selectFrom('orders_terms')
    .selectAll()
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    url: row.url,
    effectiveOn: row.effective_on,
    publishedAt: row.published_at,
  }));
}

/** False where terms of that version were published before. */
export async function insertTerms(tx: Transaction, terms: PublishedTerms): Promise<boolean> {
  const row = await tables<TermsTables>(tx)
    .insertInto('orders_terms')
    .values({
      version: terms.version,
      url: terms.url,
      effective_on: terms.effectiveOn,
      published_at: terms.publishedAt,
    })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}
