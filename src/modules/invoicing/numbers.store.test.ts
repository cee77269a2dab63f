import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../database/connect.ts';
import { freshDatabase } from '../../database/test-database.ts';
import type { Transaction } from '../../database/transaction.ts';
import { takeNumbers } from './invoicing.store.ts';

let open: OpenDatabase;
beforeAll(async () => {
  open = await freshDatabase();
});
afterAll(() => open.close());

const ROUNDS = 60;
class GivenUp extends Error {}

/** Takes numbers for something that is then given up as often as it is kept. */
async function take(series: string, count: number, isGivenUp: boolean): Promise<bigint[]> {
  try {
    return await open.database.transaction(async (tx: Transaction) => {
      const first = await takeNumbers(tx, series, count);
      if (isGivenUp) throw new GivenUp();
      return Array.from({ length: count }, (_, index) => first + BigInt(index));
    });
  } catch (error) {
    if (error instanceof GivenUp) return [];
    throw error;
  }
}

describe('numbers', () => {
  it('have no gap and no double, however many take them and give up at once', async () => {
    const series = ['invoice', 'emea/invoice', 'emea/test_receipt'];
    const taken = await Promise.all(
      series.flatMap((one) =>
        Array.from({ length: ROUNDS }, (_, round) => take(one, 1 + (round % 3), round % 2 === 1)),
      ),
    );
    for (const [index, one] of series.entries()) {
      const numbers = taken.slice(index * ROUNDS, (index + 1) * ROUNDS).flat();
      const sorted = numbers.toSorted((left, right) => (left < right ? -1 : 1));
      expect(sorted, one).toEqual(sorted.map((_, place) => BigInt(place + 1)));
      expect(sorted.length).toBeGreaterThan(ROUNDS / 2);
    }
  });
});
