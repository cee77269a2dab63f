import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import { type Money, moneyText } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import {
  insertStandingChange,
  type StandingChange,
  selectAccountsToTell,
  updateStanding,
  updateUnpaid,
} from './accounts.store.ts';
import { accountAt, type BillingAccount } from './billing-account.ts';

/** What is past due, and from when on it suspends the account. */
export interface Unpaid {
  readonly suspendsAt: Date;
  /** Above zero. */
  readonly amount: Money;
}

export interface AccountStanding {
  /** Stops admission of anything new; what runs goes on. Doing it twice changes nothing. */
  suspend(tx: Transaction, actor: Actor, id: string, reason: string): Promise<BillingAccount>;
  /** Takes the operator's suspension back. Refuses `account_closed`. */
  resume(tx: Transaction, actor: Actor, id: string, reason: string): Promise<BillingAccount>;
  /** Marks it closed; whoever calls has settled what is owed. For ever. */
  markClosed(tx: Transaction, actor: Actor, account: BillingAccount): Promise<BillingAccount>;
  /**
   * Writes down what is past due; undefined where nothing is any more, which ends a suspension
   * for it at once. The account is locked.
   */
  setUnpaid(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    unpaid: Unpaid | undefined,
  ): Promise<void>;
  /** Tells of a suspension that has begun by itself, as of its instant, once. Account locked. */
  tellSuspension(tx: Transaction, account: BillingAccount): Promise<void>;
  /** Accounts on the real clock with such a suspension to tell. */
  toTellSuspended(tx: Transaction, now: Date, limit: number): Promise<string[]>;
}

export interface AccountStandingDeps {
  readonly events: Events;
  readonly get: (tx: Transaction, actor: Actor, id: string) => Promise<BillingAccount>;
  readonly lock: (tx: Transaction, actor: Actor, id: string) => Promise<BillingAccount>;
}

export function createStanding({ events, get, lock }: AccountStandingDeps): AccountStanding {
  /** The account as it is written down now, at the instant that the caller works at. */
  async function reread(tx: Transaction, { id, now }: BillingAccount): Promise<BillingAccount> {
    return accountAt(await get(tx, SYSTEM, id), now);
  }

  async function tell(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    change: StandingChange,
    owed?: Money,
  ): Promise<void> {
    await insertStandingChange(tx, account.id, change);
    const { standing, reason } = change;
    await events.record(tx, {
      actor,
      at: change.at,
      company: account.company,
      account: account.id,
      type: standing === 'good' ? 'account.resumed' : `account.${standing}`,
      subject: account.id,
      before: { standing: account.standing },
      after: { standing, reason, ...(owed !== undefined && { owed: moneyText(owed) }) },
    });
  }

  async function decide(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    standing: StandingChange['standing'],
    reason: string,
  ): Promise<BillingAccount> {
    const change = { standing, reason, at: account.now };
    await updateStanding(tx, account.id, change);
    await tell(tx, actor, account, change);
    return await get(tx, actor, account.id);
  }

  async function tellSuspension(tx: Transaction, account: BillingAccount): Promise<void> {
    const found = await reread(tx, account);
    const { unpaidSuspendsAt: at, toPay } = found;
    if (at === null || toPay === undefined || found.unpaidTold) return;
    const reason = found.standingReason ?? '';
    await updateUnpaid(tx, found.id, {
      suspendsAt: at,
      amount: found.unpaidAmount,
      told: true,
    });
    const before = { ...found, standing: 'good' } as const;
    await tell(tx, SYSTEM, before, { standing: 'suspended', reason, at }, toPay);
  }

  return {
    tellSuspension,
    toTellSuspended: selectAccountsToTell,

    async suspend(tx, actor, id, reason) {
      const account = await lock(tx, actor, id);
      if (account.suspendedAt !== null || account.closedAt !== null) return account;
      return await decide(tx, actor, account, 'suspended', reason);
    },

    async resume(tx, actor, id, reason) {
      const account = await lock(tx, actor, id);
      if (account.standing === 'closed') throw new Refusal('account_closed');
      if (account.suspendedAt === null) return account;
      return await decide(tx, actor, account, 'good', reason);
    },

    markClosed: (tx, actor, account) =>
      decide(tx, actor, account, 'closed', 'closed by the operator'),

    async setUnpaid(tx, actor, account, unpaid) {
      // A suspension that began while nobody looked is part of the history too.
      await tellSuspension(tx, account);
      const before = await reread(tx, account);
      const suspendsAt = unpaid?.suspendsAt ?? null;
      const amount = unpaid?.amount.micros ?? null;
      const isSame =
        suspendsAt?.getTime() === before.unpaidSuspendsAt?.getTime() &&
        amount === before.unpaidAmount;
      if (isSame) return;
      const goesOn = before.unpaidTold && suspendsAt !== null && suspendsAt <= account.now;
      await updateUnpaid(tx, account.id, {
        suspendsAt,
        amount,
        told: goesOn,
      });
      const after = await reread(tx, account);
      if (before.unpaidTold && after.standing === 'good') {
        const reason = unpaid === undefined ? 'paid' : 'more time was given';
        await tell(tx, actor, before, { standing: 'good', reason, at: account.now });
      }
      await tellSuspension(tx, account);
    },
  };
}
