import type { Change, Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/calendar.ts';
import { money, moneyText } from '../../kernel/money.ts';
import {
  type Accounts,
  accountAt,
  type BillingAccount,
  type DueSource,
  dayStart,
} from '../accounts/index.ts';
import type { Receivables } from '../invoicing/index.ts';
import {
  selectAccountsToRemind,
  selectDunning,
  selectOwedDunnings,
  selectSchedules,
  updateNextNotice,
  writeDunning,
} from './dunning.store.ts';
import { type Dunning, unpaidOf } from './dunning.ts';
import {
  type DunningSchedule,
  nextNoticeDay,
  nextRetryDay,
  scheduleOn,
  suspensionDay,
} from './dunning-schedule.ts';
import { type DunningEvent, dunningOutcome, dunningPhase } from './dunning-state.ts';

/** What follows from an attempt that failed. */
export interface NextStep {
  /** When the funding sources are tried again; undefined after the last retry. */
  readonly retryAt: Date | undefined;
  readonly suspendsAt: Date;
}

/** What becomes of invoices that are not paid. The account is locked by whoever calls. */
export interface DunningService {
  /** A payment is under way: a suspension that has not begun waits for what becomes of it. */
  attemptBegan(tx: Transaction, account: BillingAccount, invoice: string): Promise<void>;
  /** Every funding source has failed this time. */
  attemptFailed(tx: Transaction, account: BillingAccount, invoice: string): Promise<NextStep>;
  /**
   * Puts an account back in good standing: the operator's own suspension is taken back, and what
   * is past due gets the schedule's grace once more. Refuses `account_closed`.
   */
  resume(tx: Transaction, actor: Actor, account: string, reason: string): Promise<BillingAccount>;
  /** Reminders, and telling of suspensions that have begun. */
  readonly due: DueSource;
}

export interface DunningDeps {
  readonly events: Events;
  readonly accounts: Accounts;
  readonly receivables: Receivables;
}

export function createDunning({ events, accounts, receivables }: DunningDeps): DunningService {
  async function scheduleOf(tx: Transaction, dunning: Dunning): Promise<DunningSchedule> {
    const found = (await selectSchedules(tx)).find(({ version }) => version === dunning.schedule);
    assert(found !== undefined, 'a schedule that is followed was published');
    return found;
  }

  async function begun(
    tx: Transaction,
    account: BillingAccount,
    invoice: string,
    since: LocalDate,
  ): Promise<Dunning> {
    const schedule = scheduleOn(await selectSchedules(tx), since);
    const notice = nextNoticeDay(schedule, since, since);
    return {
      invoice,
      account: account.id,
      state: 'running',
      schedule: schedule.version,
      pastDueOn: since,
      suspendsAt: dayStart(account, suspensionDay(schedule, since)),
      nextNoticeAt: notice === undefined ? null : notBefore(dayStart(account, notice), account.now),
      beganAt: account.now,
    };
  }

  async function extended(tx: Transaction, account: BillingAccount, before: Dunning) {
    const { graceDays } = await scheduleOf(tx, before);
    return { ...before, suspendsAt: dayStart(account, addDays(account.today, graceDays)) };
  }

  /** Where the event leaves it; undefined where it changes nothing. */
  async function after(
    tx: Transaction,
    account: BillingAccount,
    invoice: string,
    before: Dunning | undefined,
    happening: { event: DunningEvent; since: LocalDate },
  ): Promise<Dunning | undefined> {
    const outcome = dunningOutcome(dunningPhase(before, account.now), happening.event);
    if (outcome === 'begin') return await begun(tx, account, invoice, happening.since);
    if (outcome === 'same' || before === undefined) return undefined;
    switch (outcome) {
      case 'hold':
        return { ...before, state: 'held' };
      case 'resume':
        return {
          ...before,
          state: 'running',
          suspendsAt: notBefore(before.suspendsAt, account.now),
        };
      case 'extend':
        return await extended(tx, account, before);
      default:
        return { ...before, state: 'ended', nextNoticeAt: null };
    }
  }

  /** What the account's standing follows from is written anew from all that is owed. */
  async function restate(tx: Transaction, actor: Actor, account: BillingAccount): Promise<void> {
    const unpaid = unpaidOf(await selectOwedDunnings(tx, account.id), account.today);
    await accounts.setUnpaid(
      tx,
      actor,
      account,
      unpaid && { suspendsAt: unpaid.suspendsAt, amount: money(unpaid.amount, account.currency) },
    );
  }

  async function happened(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    invoice: string,
    event: DunningEvent,
    since: LocalDate = account.today,
  ): Promise<Dunning | undefined> {
    const before = await selectDunning(tx, invoice);
    const next = await after(tx, account, invoice, before, { event, since });
    if (next === undefined) return before;
    const from = before?.state ?? 'none';
    await writeDunning(tx, next, { from, event, at: account.now });
    await restate(tx, actor, account);
    return next;
  }

  async function retryAt(
    tx: Transaction,
    account: BillingAccount,
    dunning: Dunning,
  ): Promise<Date | undefined> {
    const schedule = await scheduleOf(tx, dunning);
    const day = nextRetryDay(schedule, dunning.pastDueOn, account.today);
    return day === undefined ? undefined : dayStart(account, day);
  }

  /** A change of an invoice, with its account as of the change. */
  async function accountOf(tx: Transaction, change: Change): Promise<BillingAccount> {
    assert(change.account !== undefined, 'an invoice belongs to an account');
    return accountAt(await accounts.get(tx, SYSTEM, change.account), change.at);
  }

  /** A debt that nobody is charged for yet is retried by the schedule, by hand or by itself. */
  async function owed(
    tx: Transaction,
    change: Change,
    event: DunningEvent,
    { since, byHand }: { since?: LocalDate; byHand: boolean },
  ): Promise<void> {
    const account = await accountOf(tx, change);
    const { subject: invoice } = change;
    const dunning = await happened(tx, change.actor, account, invoice, event, since);
    if (dunning === undefined || byHand) return;
    await receivables.collectAt(tx, invoice, (await retryAt(tx, account, dunning)) ?? null);
  }

  events.on('invoice.issued', async (tx, change) => {
    const told = change.after as {
      due_on: LocalDate;
      paid_by_hand: boolean;
      collected: boolean;
    };
    if (told.collected) return; // Nothing has failed yet.
    const { outstanding } = await receivables.itemOf(tx, change.subject);
    if (outstanding === 0n) return;
    await owed(tx, change, 'fell_due', { since: told.due_on, byHand: told.paid_by_hand });
  });
  events.on('invoice.reopened', (tx, change) => owed(tx, change, 'reopened', { byHand: false }));
  for (const type of ['invoice.paid', 'invoice.credited', 'invoice.written_off']) {
    events.on(type, async (tx, change) => {
      await happened(tx, change.actor, await accountOf(tx, change), change.subject, 'settled');
    });
  }
  events.on('invoice.balance_changed', async (tx, change) => {
    await restate(tx, change.actor, await accountOf(tx, change));
  });

  async function remind(tx: Transaction, account: BillingAccount, dunning: Dunning) {
    const schedule = await scheduleOf(tx, dunning);
    const { invoice, pastDueOn } = dunning;
    const item = await receivables.itemOf(tx, invoice);
    const next = nextNoticeDay(schedule, pastDueOn, addDays(account.today, 1));
    await updateNextNotice(tx, invoice, next === undefined ? null : dayStart(account, next));
    await events.record(tx, {
      actor: SYSTEM,
      at: account.now,
      company: account.company,
      account: account.id,
      type: 'invoice.past_due',
      subject: invoice,
      after: {
        days_past_due: daysBetween(pastDueOn, account.today),
        outstanding: moneyText(money(item.outstanding, account.currency)),
        next_attempt_at: item.collectAt?.toISOString() ?? null,
        suspends_at: dunning.suspendsAt.toISOString(),
      },
    });
  }

  /** The instant of a suspension that has to be told; undefined where there is none. */
  function untold({ unpaidTold, unpaidSuspendsAt, suspendedAt, closedAt }: BillingAccount) {
    const isOurs = !unpaidTold && suspendedAt === null && closedAt === null;
    return isOurs ? (unpaidSuspendsAt ?? undefined) : undefined;
  }

  async function reminders(tx: Transaction, account: string): Promise<Dunning[]> {
    const owing = await selectOwedDunnings(tx, account);
    return owing.filter(({ state, nextNoticeAt }) => state === 'running' && nextNoticeAt !== null);
  }

  return {
    async attemptBegan(tx, account, invoice) {
      await happened(tx, SYSTEM, account, invoice, 'attempt_began');
    },

    async attemptFailed(tx, account, invoice) {
      const dunning = await happened(tx, SYSTEM, account, invoice, 'attempt_failed');
      assert(dunning !== undefined, 'an invoice whose payment failed is dunned');
      const { suspendsAt } = dunning;
      return { retryAt: await retryAt(tx, account, dunning), suspendsAt };
    },

    async resume(tx, actor, id, reason) {
      const account = await accounts.lock(tx, actor, id);
      for (const dunning of await selectOwedDunnings(tx, id)) {
        if (dunning.suspendsAt <= account.now) {
          await happened(tx, actor, account, dunning.invoice, 'extended');
        }
      }
      await accounts.resume(tx, actor, id, reason);
      return await accounts.get(tx, actor, id);
    },

    due: {
      name: 'dunning',
      rank: 34, // After the collection of the same instant, which may settle it.
      async next(tx, id) {
        const account = await accounts.get(tx, SYSTEM, id);
        const notices = (await reminders(tx, id)).map(({ nextNoticeAt }) => nextNoticeAt);
        return earliest([untold(account), ...notices]);
      },
      async accountsDue(tx, now, limit) {
        const told = await accounts.toTellSuspended(tx, now, limit);
        return [...told, ...(await selectAccountsToRemind(tx, now, limit))].slice(0, limit);
      },
      async run(tx, account) {
        await accounts.tellSuspension(tx, account);
        for (const dunning of await reminders(tx, account.id)) {
          if (dunning.nextNoticeAt === null || dunning.nextNoticeAt > account.now) continue;
          await remind(tx, account, dunning);
        }
        await restate(tx, SYSTEM, account);
      },
    },
  };
}

function notBefore(at: Date, now: Date): Date {
  return at < now ? now : at;
}

function earliest(instants: readonly (Date | null | undefined)[]): Date | undefined {
  return instants.reduce<Date | undefined>((first, at) => {
    if (at === null || at === undefined) return first;
    return first === undefined || at < first ? at : first;
  }, undefined);
}
