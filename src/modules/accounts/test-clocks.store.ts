import { type Transaction, tables } from '../../database/transaction.ts';

interface ClockTables {
  accounts_test_clocks: { id: string; now: Date; created_at: Date };
}

/** A clock that stands still between moves and never goes back. */
export interface TestClock {
  readonly id: string;
  readonly now: Date;
}

export async function insertClock(
  tx: Transaction,
  clock: TestClock,
  createdAt: Date,
): Promise<void> {
  await tables<ClockTables>(tx)
    .insertInto('accounts_test_clocks')
    .values({ ...clock, created_at: createdAt })
    .execute();
}

export async function selectClock(
  tx: Transaction,
  id: string,
  lock: 'lock' | 'no lock' = 'no lock',
): Promise<TestClock | undefined> {
  const query = tables<ClockTables>(tx)
    .selectFrom('accounts_test_clocks')
    .select(['id', 'now'])
    .where('id', '=', id);
  return await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
}

export async function selectClocks(
  tx: Transaction,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<TestClock[]> {
  let query = tables<ClockTables>(tx).selectFrom('accounts_test_clocks').select(['id', 'now']);
  if (after !== undefined) query = query.where('id', '>', after);
  return await query.orderBy('id').limit(limit).execute();
}

export async function updateClock(tx: Transaction, { id, now }: TestClock): Promise<void> {
  await tables<ClockTables>(tx)
    .updateTable('accounts_test_clocks')
    .set({ now })
    .where('id', '=', id)
    .execute();
}
