import { sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';

interface LookTables {
  notices_looks: {
    account: string;
    on_real_clock: boolean;
    looked_at: Date;
    book_sequence: bigint;
    look_at: Date | null;
  };
}

/** When an account was looked at, and when it is to be looked at by itself. */
export interface Look {
  readonly account: string;
  readonly onRealClock: boolean;
  readonly lookedAt: Date;
  /** The journal of its minutes had come so far. */
  readonly bookSequence: bigint;
  /** Null once the account is closed. */
  readonly lookAt: Date | null;
}

export async function selectLook(tx: Transaction, account: string): Promise<Look | undefined> {
  const row = await tables<LookTables>(tx)
    .selectFrom('notices_looks')
    .selectAll()
    .where('account', '=', account)
    .executeTakeFirst();
  return (
    row && {
      account: row.account,
      onRealClock: row.on_real_clock,
      lookedAt: row.looked_at,
      bookSequence: row.book_sequence,
      lookAt: row.look_at,
    }
  );
}

export async function upsertLook(tx: Transaction, look: Look): Promise<void> {
  const values = {
    looked_at: look.lookedAt,
    book_sequence: look.bookSequence,
    look_at: look.lookAt,
  };
  await tables<LookTables>(tx)
    .insertInto('notices_looks')
    .values({ account: look.account, on_real_clock: look.onRealClock, ...values })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(values))
    .execute();
}

/** How far the account's minutes have come, and when they last moved. */
export async function selectBookSequence(tx: Transaction, account: string): Promise<bigint> {
  const { rows } = await sql<{ last_sequence: bigint }>`
    select last_sequence from wallet_books where account = ${account}
  `.execute(tx);
  return rows[0]?.last_sequence ?? 0n;
}

/**
 * When something of this account is due to be told: an event, a look by itself, or one because
 * its minutes have moved, `pauseSeconds` after the last at the earliest.
 */
export async function selectNextDueAt(
  tx: Transaction,
  account: string,
  pauseSeconds: number,
): Promise<Date | undefined> {
  const { rows } = await sql<{ due_at: Date | null }>`
    select least(
      (select min(occurred_at) from notices_pending where account = ${account}),
      (select look_at from notices_looks where account = ${account}),
      (select greatest(look.looked_at + make_interval(secs => ${pauseSeconds}), moved.occurred_at)
       from notices_looks look
       join wallet_books book on book.account = look.account
       join wallet_journal moved
         on moved.account = book.account and moved.sequence = book.last_sequence
       where look.account = ${account} and look.look_at is not null
         and book.last_sequence <> look.book_sequence)
    ) as due_at
  `.execute(tx);
  return rows[0]?.due_at ?? undefined;
}

/** Accounts on the real clock with an event to tell or a look that is due, longest due first. */
export async function selectAccountsDue(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from (
      (select pending.account, pending.occurred_at as due_at from notices_pending pending
       join accounts on accounts.id = pending.account and accounts.test_clock is null
       where pending.occurred_at <= ${now} order by pending.sequence limit ${limit * 5})
      union all
      (select account, look_at from notices_looks
       where on_real_clock and look_at <= ${now} order by look_at limit ${limit})
    ) due
    group by account order by min(due_at) limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}

/** Accounts on test clocks with an event to tell. */
export async function selectPendingOnTestClocks(tx: Transaction, limit: number): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select pending.account from notices_pending pending
    join accounts on accounts.id = pending.account and accounts.test_clock is not null
    group by pending.account order by min(pending.sequence) limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}

/** Accounts on the real clock whose minutes have moved since they were looked at. */
export async function selectAccountsMoved(
  tx: Transaction,
  lookedBefore: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select look.account from notices_looks look
    join wallet_books book on book.account = look.account
    where look.on_real_clock and look.look_at is not null
      and look.looked_at <= ${lookedBefore} and book.last_sequence <> look.book_sequence
    order by look.looked_at limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}

/** Takes the account's events that had happened by `now`, in their order: they are told now. */
export async function takePending(tx: Transaction, account: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ event: string; sequence: bigint }>`
    delete from notices_pending where account = ${account} and occurred_at <= ${now}
    returning event, sequence
  `.execute(tx);
  return rows
    .sort((left, right) => Number(left.sequence - right.sequence))
    .map(({ event }) => event);
}
