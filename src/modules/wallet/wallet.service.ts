import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { addDays, type LocalDate, localDateAt } from '../../kernel/calendar.ts';
import { divideDown } from '../../kernel/division.ts';
import { type Money, money } from '../../kernel/money.ts';
import { type Accounts, type BillingAccount, dayStart } from '../accounts/index.ts';
import { type Catalog, priceIn, rateCode, versionOn } from '../catalog/index.ts';
import { type BalanceDay, balanceHistory } from './balance-history.ts';
import {
  type EntryFilter,
  insertBook,
  type JournalEntry,
  selectBook,
  selectEntries,
  selectFirstUsage,
  selectUsage,
} from './books.store.ts';
import { averagePerDay, averageWindow, type DailyUsage, runOutOn } from './daily-usage.ts';
import { type Moved, selectAdditionsSince, selectUsageSince, sequenceAt } from './history.store.ts';
import { createPurchases, type Purchases } from './purchases.service.ts';
import { createRecharges, type Recharges } from './recharge.service.ts';
import type { WalletSummary } from './wallet-summary.ts';

export interface Wallet extends Purchases, Recharges {
  summary(tx: Transaction, account: BillingAccount): Promise<WalletSummary>;
  /** The journal, the newest first; page on by the last entry's sequence. */
  entries(
    tx: Transaction,
    account: BillingAccount,
    filter: EntryFilter & { readonly until?: LocalDate | undefined },
  ): Promise<JournalEntry[]>;
  /** What was used and bought on each of the last `days` local days, today included. */
  history(tx: Transaction, account: BillingAccount, days: number): Promise<BalanceDay[]>;
  /** What was used within the days that an average looks back over. */
  dailyUsage(tx: Transaction, account: BillingAccount): Promise<DailyUsage>;
}

export interface WalletDeps {
  readonly events: Events;
  readonly catalog: Catalog;
  readonly accounts: Accounts;
}

export function createWallet({ events, catalog, accounts }: WalletDeps): Wallet {
  events.on('account.created', async (tx, { account: id }) => {
    assert(id !== undefined, 'an account that was created has an id');
    const account = await accounts.get(tx, SYSTEM, id);
    const testNow = account.testClock === null ? null : account.now;
    await insertBook(tx, { account: id, currency: account.currency, testNow });
  });

  async function dailyUsage(tx: Transaction, account: BillingAccount): Promise<DailyUsage> {
    const first = await selectFirstUsage(tx, account.id);
    const firstOn = first && localDateAt(first, account.timeZone);
    const { from, to, days } = averageWindow(account.today, firstOn);
    const used =
      days === 0
        ? 0n
        : await selectUsage(tx, account.id, dayStart(account, from), dayStart(account, to));
    return { used: money(used, account.currency), days };
  }

  /** The price of a minute outbound where no prefix has one of its own. */
  async function baseRate(tx: Transaction, account: BillingAccount): Promise<Money | undefined> {
    const snapshot = await catalog.load(tx);
    for (const direction of ['outbound', undefined] as const) {
      const code = rateCode({
        kind: 'voice',
        prefix: 'default',
        ...(direction === undefined ? {} : { direction }),
      });
      const rate = versionOn(snapshot, 'rate', code, account.today);
      if (rate !== undefined) return priceIn(rate.body.prices, account.currency);
    }
    return undefined;
  }

  const purchases = createPurchases({ events });

  async function summary(tx: Transaction, account: BillingAccount): Promise<WalletSummary> {
    const inCurrency = (micros: bigint) => money(micros, account.currency);
    const book = await selectBook(tx, account.id);
    const pending = await purchases.pendingPurchases(tx, account.id);
    const usage = await dailyUsage(tx, account);
    const available = inCurrency(book.balance - book.held);
    return {
      balance: inCurrency(book.balance),
      held: inCurrency(book.held),
      available,
      pendingPurchases: inCurrency(pending.reduce((total, { micros }) => total + micros, 0n)),
      minutesAtBaseRate: wholeMinutes(available, await baseRate(tx, account)),
      averageDailyUsage: averagePerDay(usage),
      runOutOn: runOutOn(available, usage, account.today),
    };
  }

  return {
    ...purchases,
    ...createRecharges({ events, dailyUsage }),
    summary,
    dailyUsage,

    async entries(tx, account, { until, ...filter }) {
      if (until === undefined) return await selectEntries(tx, account.id, filter);
      const end = await sequenceAt(tx, account.id, dayStart(account, addDays(until, 1)));
      const before = filter.before === undefined || filter.before > end ? end : filter.before;
      return await selectEntries(tx, account.id, { ...filter, before });
    },

    async history(tx, account, days) {
      const from = dayStart(account, addDays(account.today, 1 - days));
      const { balance } = await selectBook(tx, account.id);
      return balanceHistory(account.today, days, money(balance, account.currency), {
        used: byDay(await selectUsageSince(tx, account.id, from), account),
        added: byDay(await selectAdditionsSince(tx, account.id, from), account),
      });
    },
  };
}

function byDay(moved: readonly Moved[], { timeZone }: BillingAccount): Map<LocalDate, bigint> {
  const days = new Map<LocalDate, bigint>();
  for (const { at, micros } of moved) {
    const day = localDateAt(at, timeZone);
    days.set(day, (days.get(day) ?? 0n) + micros);
  }
  return days;
}

/** Whole minutes that an amount buys; none below zero, undefined where a minute costs nothing. */
function wholeMinutes(available: Money, perMinute: Money | undefined): number | undefined {
  if (perMinute === undefined || perMinute.micros === 0n) return undefined;
  if (available.micros <= 0n) return 0;
  return Number(divideDown(available.micros, perMinute.micros));
}
