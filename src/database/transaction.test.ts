import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from './connect.ts';
import { freshDatabase } from './test-database.ts';
import { type Transaction, tables } from './transaction.ts';

interface Tables {
  probe: { id: number; amount: bigint };
}

let open: OpenDatabase;

beforeAll(async () => {
  open = await freshDatabase();
  await open.pool.query('create table probe (id integer primary key, amount bigint not null)');
});
afterAll(() => open.close());

const amounts = (tx: Transaction) =>
  tables<Tables>(tx).selectFrom('probe').selectAll().orderBy('id').execute();

const reset = () => open.pool.query('delete from probe; insert into probe values (1, 0), (2, 0)');

/** Adds one to row `first` and then to row `second`, waiting in between. */
async function addInOrder(first: number, second: number, between: () => Promise<void>) {
  let attempts = 0;
  await open.database.transaction(async (tx) => {
    attempts += 1;
    const add = (id: number) =>
      tables<Tables>(tx)
        .updateTable('probe')
        .set({ amount: sql`amount + 1` })
        .where('id', '=', id)
        .execute();
    await add(first);
    if (attempts === 1) await between();
    await add(second);
  });
  return attempts;
}

describe('a transaction', () => {
  test('commits when its work returns and gives back what it returned', async () => {
    await reset();
    const count = await open.database.transaction(async (tx) => {
      await tables<Tables>(tx).insertInto('probe').values({ id: 3, amount: 2n }).execute();
      return (await amounts(tx)).length;
    });
    expect(count).toBe(3);
    expect(await open.database.read(amounts)).toContainEqual({ id: 3, amount: 2n });
  });

  test('undoes everything when its work throws', async () => {
    await reset();
    const work = open.database.transaction(async (tx) => {
      await tables<Tables>(tx).deleteFrom('probe').execute();
      throw new Error('changed its mind');
    });
    await expect(work).rejects.toThrow('changed its mind');
    expect(await open.database.read(amounts)).toHaveLength(2);
  });

  test('runs again as a whole when it loses a deadlock', async () => {
    await reset();
    // Each waits until the other holds its first row, so that both want the other's.
    let arrived = 0;
    let meet: () => void;
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const between = async () => {
      arrived += 1;
      if (arrived === 2) meet();
      await met;
    };
    const attempts = await Promise.all([addInOrder(1, 2, between), addInOrder(2, 1, between)]);
    expect(attempts.toSorted()).toEqual([1, 2]);
    expect(await open.database.read(amounts)).toEqual([
      { id: 1, amount: 2n },
      { id: 2, amount: 2n },
    ]);
  });

  test('gives up after five attempts', async () => {
    let attempts = 0;
    const work = open.database.transaction(async (tx) => {
      attempts += 1;
      await sql`do $$ begin raise exception 'x' using errcode = '40001'; end $$`.execute(tx);
    });
    await expect(work).rejects.toMatchObject({ code: '40001' });
    expect(attempts).toBe(5);
  });

  test('does not repeat work that failed for another reason', async () => {
    let attempts = 0;
    const work = open.database.transaction(async (tx) => {
      attempts += 1;
      await sql`select 1 / 0`.execute(tx);
    });
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(attempts).toBe(1);
  });
});

describe('a reading transaction', () => {
  test('sees one snapshot however long it takes', async () => {
    await reset();
    await open.database.read(async (tx) => {
      const before = await amounts(tx);
      await open.pool.query('update probe set amount = amount + 1');
      expect(await amounts(tx)).toEqual(before);
    });
  });

  test('cannot write', async () => {
    const work = open.database.read((tx) =>
      tables<Tables>(tx).insertInto('probe').values({ id: 9, amount: 0n }).execute(),
    );
    await expect(work).rejects.toMatchObject({ code: '25006' });
  });
});
