import type { Database } from '../database/transaction.ts';
import { SYSTEM } from '../kernel/actor.ts';
import type { Accounts, DueSource } from '../modules/accounts/index.ts';
import type { Notices } from '../modules/notices/index.ts';
import { createSendingLoop, type SendingLoop, type SendingLoopDeps } from './sending-loop.ts';

export interface TestClockNoticesDeps extends Pick<SendingLoopDeps, 'log'> {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly notices: Pick<Notices, 'pendingOnTestClocks'>;
  readonly noticesDue: DueSource;
}

const BATCH = 50;

/**
 * What has happened on a test clock is told at once, as on the real one. Nothing else that is due
 * there is done: that waits until the clock is moved.
 */
export function createTestClockNotices(deps: TestClockNoticesDeps): SendingLoop {
  const { database, accounts, notices, noticesDue, log } = deps;
  return createSendingLoop({
    batch: BATCH,
    log,
    failure: 'telling what happened on test clocks failed',
    async round() {
      const pending = await database.read((tx) => notices.pendingOnTestClocks(tx, BATCH));
      for (const id of pending) {
        await database.transaction(async (tx) =>
          noticesDue.run(tx, await accounts.lock(tx, SYSTEM, id)),
        );
      }
      return pending.length;
    },
  });
}
