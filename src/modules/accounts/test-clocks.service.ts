import type { Transaction } from '../../database/transaction.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import {
  insertClock,
  selectClock,
  selectClocks,
  type TestClock,
  updateClock,
} from './test-clocks.store.ts';

export interface TestClocks {
  create(tx: Transaction, now: Date): Promise<TestClock>;
  /** Refuses `not_found`. */
  get(tx: Transaction, id: string): Promise<TestClock>;
  list(tx: Transaction, page: { after?: string | undefined; limit: number }): Promise<TestClock[]>;
  /**
   * Sets the clock, and nothing else: what falls due on the way is run by the due work, which
   * moves the clock from one due instant to the next. Refuses `clock_backwards`.
   */
  moveTo(tx: Transaction, id: string, now: Date): Promise<TestClock>;
}

export function createTestClocks({ clock }: { clock: Clock }): TestClocks {
  const found = (testClock: TestClock | undefined): TestClock => {
    if (testClock !== undefined) return testClock;
    throw new Refusal('not_found', { message: say('There is no such test clock.') });
  };
  return {
    async create(tx, now) {
      const testClock = { id: newId('clk'), now };
      await insertClock(tx, testClock, clock.now());
      return testClock;
    },

    get: async (tx, id) => found(await selectClock(tx, id)),
    list: selectClocks,

    async moveTo(tx, id, now) {
      const before = found(await selectClock(tx, id, 'lock'));
      if (now < before.now) {
        throw new Refusal('clock_backwards', {
          message: say('The clock shows {instant}; it never goes back.', {
            instant: before.now.toISOString(),
          }),
          pointer: '/now',
          facts: { now: before.now.toISOString() },
        });
      }
      await updateClock(tx, { id, now });
      return { id, now };
    },
  };
}
