import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { RechargeMode } from './recharge.ts';

interface RechargeTables {
  wallet_recharge_settings: {
    account: string;
    mode: RechargeMode;
    threshold: bigint | null;
    amount: bigint | null;
    monthly_cap: bigint | null;
    stopped_reason: string | null;
    failures: number;
    retry_at: Date | null;
    waits_until: Date | null;
    capped_period: string | null;
    usage_threshold: bigint | null;
    usage_threshold_on: string | null;
  };
}

/** The settings of an account and how its recharges have gone. */
export interface RechargeRow {
  readonly mode: RechargeMode;
  readonly threshold: bigint | null;
  readonly amount: bigint | null;
  readonly monthlyCap: bigint | null;
  readonly stoppedReason: string | null;
  readonly failures: number;
  readonly retryAt: Date | null;
  /** The next one would pass the cap until then, at least. */
  readonly waitsUntil: Date | null;
  /** The first day of the period in which the cap was last told to be reached. */
  readonly cappedPeriod: LocalDate | null;
}

const OFF: RechargeRow = {
  mode: 'off',
  threshold: null,
  amount: null,
  monthlyCap: null,
  stoppedReason: null,
  failures: 0,
  retryAt: null,
  waitsUntil: null,
  cappedPeriod: null,
};

export async function selectRecharge(tx: Transaction, account: string): Promise<RechargeRow> {
  const row = await tables<RechargeTables>(tx)
    .selectFrom('wallet_recharge_settings')
    .selectAll()
    .where('account', '=', account)
    .executeTakeFirst();
  if (row === undefined) return OFF;
  return {
    mode: row.mode,
    threshold: row.threshold,
    amount: row.amount,
    monthlyCap: row.monthly_cap,
    stoppedReason: row.stopped_reason,
    failures: row.failures,
    retryAt: row.retry_at,
    waitsUntil: row.waits_until,
    cappedPeriod: row.capped_period,
  };
}

/** Setting it anew ends a stop and a back-off: whoever sets it has looked at why. */
export async function upsertRecharge(
  tx: Transaction,
  account: string,
  settings: Pick<RechargeRow, 'mode' | 'threshold' | 'amount' | 'monthlyCap'>,
): Promise<void> {
  const values = {
    mode: settings.mode,
    threshold: settings.threshold,
    amount: settings.amount,
    monthly_cap: settings.monthlyCap,
    stopped_reason: null,
    failures: 0,
    retry_at: null,
    waits_until: null,
    capped_period: null,
    usage_threshold: null,
    usage_threshold_on: null,
  };
  await tables<RechargeTables>(tx)
    .insertInto('wallet_recharge_settings')
    .values({ account, ...values })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(values))
    .execute();
}

export async function updateRechargeOutcome(
  tx: Transaction,
  account: string,
  outcome: { failures: number; retryAt: Date | null },
): Promise<void> {
  await tables<RechargeTables>(tx)
    .updateTable('wallet_recharge_settings')
    .set({ failures: outcome.failures, retry_at: outcome.retryAt })
    .where('account', '=', account)
    .execute();
}

/** The cap keeps it from buying until then; which period that was told in. */
export async function updateRechargeWait(
  tx: Transaction,
  account: string,
  wait: { until: Date; period: LocalDate },
): Promise<void> {
  await tables<RechargeTables>(tx)
    .updateTable('wallet_recharge_settings')
    .set({ waits_until: wait.until, capped_period: wait.period })
    .where('account', '=', account)
    .execute();
}

/** Stops it until it is set again; false where it was off or stopped already. */
export async function updateRechargeStopped(
  tx: Transaction,
  account: string,
  reason: string,
): Promise<boolean> {
  const result = await tables<RechargeTables>(tx)
    .updateTable('wallet_recharge_settings')
    .set({ stopped_reason: reason })
    .where('account', '=', account)
    .where('mode', '<>', 'off')
    .where('stopped_reason', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Notes the threshold that usage gives on a local day, for whoever looks for what to recharge. */
export async function updateUsageThreshold(
  tx: Transaction,
  account: string,
  threshold: bigint | null,
  on: LocalDate,
): Promise<void> {
  await tables<RechargeTables>(tx)
    .updateTable('wallet_recharge_settings')
    .set({ usage_threshold: threshold, usage_threshold_on: on })
    .where('account', '=', account)
    .execute();
}

/**
 * Accounts that may have to recharge: below their threshold, or with a usage threshold of an
 * earlier local day. Only a first sieve; the decision looks again with everything locked.
 */
export async function selectRechargeCandidates(
  tx: Transaction,
  now: Date,
  limit: number,
  only?: string,
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select settings.account
    from wallet_recharge_settings settings
    join wallet_books book using (account)
    join accounts on accounts.id = settings.account
    where settings.mode <> 'off' and settings.stopped_reason is null
      and accounts.closed_at is null
      and (${only ?? null}::text is null and book.test_now is null
           or settings.account = ${only ?? null})
      and (settings.retry_at is null or settings.retry_at <= ${now})
      and (settings.waits_until is null or settings.waits_until <= ${now})
      and not exists (select from wallet_purchases pending
        where pending.account = settings.account and pending.is_recharge
          and pending.status = 'pending')
      and (settings.mode = 'usage_based' and settings.usage_threshold_on is distinct from
             (${now}::timestamptz at time zone accounts.time_zone)::date
        or book.balance - book.held + coalesce(
             (select sum(amount) from wallet_purchases pending
              where pending.account = settings.account and pending.status = 'pending'), 0)
           < case settings.mode when 'fixed' then settings.threshold
                                else settings.usage_threshold end)
    order by settings.account limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}
