import { readEvent } from '../../database/event-feed.store.ts';
import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import type { Accounts, BillingAccount, DueSource } from '../accounts/index.ts';
import { dayStart } from '../accounts/index.ts';
import { type AlertFacts, type AlertsDeps, alertFacts, alertsOf } from '../answers/index.ts';
import type { Renewals } from '../invoicing/index.ts';
import { accountNotices, nextLookDay } from './account-notices.ts';
import { changesLooks, type EventNoticesDeps, noticeOfEvent } from './event-notices.service.ts';
import {
  selectAccountsDue,
  selectAccountsMoved,
  selectBookSequence,
  selectLook,
  selectNextDueAt,
  takePending,
  upsertLook,
} from './looks.store.ts';
import { inEveryLanguage } from './notice-words.ts';
import type { Notices } from './notices.service.ts';

export interface NoticesDueDeps extends AlertsDeps, EventNoticesDeps {
  readonly accounts: Accounts;
  readonly notices: Notices;
  readonly renewals: Pick<Renewals, 'upcoming'>;
  /** How many days before a renewal it is spoken of. */
  readonly daysBeforeRenewal: number;
}

/** Minutes move with every call; looking more often than this would cost more than it tells. */
const LOOK_PAUSE_SECONDS = 900;
/** How often all accounts are sifted for those whose minutes have moved. */
const SIFT_MS = 60_000;
/** As the alert has it. */
const CARD_DAYS = 30;
/** Two billing periods' notice, as the alert has it. */
const CONTRACT_END_DAYS = 60;

/**
 * Decides what is to be told: of what has happened to an account, and of how it stands when it is
 * looked at. Everything is decided with the account locked and told once by its key, so it does
 * not matter how many processes look, how late, or how often.
 */
export function createNoticesDue(deps: NoticesDueDeps): DueSource {
  const { accounts, notices } = deps;
  let siftedAt = 0;

  async function tellEvent(
    tx: Transaction,
    account: BillingAccount,
    id: string,
  ): Promise<'look' | 'told'> {
    const event = await readEvent(tx, id);
    assert(event !== undefined, 'an event that is to be told was recorded');
    const worded = await inEveryLanguage(async () => {
      const notice = await noticeOfEvent(tx, deps, account, event);
      return notice === undefined ? [] : [notice];
    });
    const subject = { company: account.company, account, at: event.occurredAt };
    for (const notice of worded) await notices.tell(tx, subject, notice);
    return changesLooks(event.type) ? 'look' : 'told';
  }

  /** As of now and not of when it was due: after an outage nobody needs last month's warnings. */
  async function look(tx: Transaction, id: string): Promise<void> {
    const account = await accounts.get(tx, SYSTEM, id);
    const facts = await alertFacts(tx, deps, account);
    if (account.standing !== 'closed') await tellStanding(tx, account, facts);
    await upsertLook(tx, {
      account: id,
      onRealClock: account.testClock === null,
      lookedAt: account.now,
      bookSequence: await selectBookSequence(tx, id),
      lookAt: account.standing === 'closed' ? null : nextLook(account, facts),
    });
  }

  async function tellStanding(
    tx: Transaction,
    account: BillingAccount,
    facts: AlertFacts,
  ): Promise<void> {
    const upcoming = await deps.renewals.upcoming(tx, account);
    const wanted = await inEveryLanguage(() =>
      accountNotices({
        today: account.today,
        period: account.period,
        daysBeforeRenewal: deps.daysBeforeRenewal,
        alerts: alertsOf(facts),
        upcomingTotal: upcoming.total,
        link: facts.link,
      }),
    );
    const subject = { company: account.company, account, at: account.now };
    for (const notice of wanted) await notices.tell(tx, subject, notice);
  }

  function nextLook(account: BillingAccount, { contract, cards }: AlertFacts): Date {
    const days = {
      period: account.period,
      daysBeforeRenewal: deps.daysBeforeRenewal,
      contractEndsOn: contract?.endsOn,
      daysBeforeContractEnd: CONTRACT_END_DAYS,
      cardsExpireOn: cards.map(({ expiresOn }) => expiresOn),
      daysBeforeCardExpires: CARD_DAYS,
    };
    return dayStart(account, nextLookDay(days, account.today));
  }

  return {
    name: 'notices',
    rank: 60, // After everything else of the same instant, so that it tells how that ended.
    next: (tx, account) => selectNextDueAt(tx, account, LOOK_PAUSE_SECONDS),

    async accountsDue(tx, now, limit) {
      const due = await selectAccountsDue(tx, now, limit);
      if (now.getTime() - siftedAt < SIFT_MS) return due;
      siftedAt = now.getTime();
      const lookedBefore = new Date(now.getTime() - LOOK_PAUSE_SECONDS * 1_000);
      return [...due, ...(await selectAccountsMoved(tx, lookedBefore, limit))];
    },

    async run(tx, account) {
      let isLookDue = false;
      for (const event of await takePending(tx, account.id, account.now)) {
        if ((await tellEvent(tx, account, event)) === 'look') isLookDue = true;
      }
      const last = await selectLook(tx, account.id);
      const dueAt = isLookDue
        ? account.now
        : await selectNextDueAt(tx, account.id, LOOK_PAUSE_SECONDS);
      const isFirst = last === undefined;
      if (isFirst || (dueAt !== undefined && dueAt <= account.now)) await look(tx, account.id);
    },
  };
}
