import { type Transaction, tables } from '../../database/transaction.ts';

interface BookTables {
  wallet_books: {
    account: string;
    currency: string;
    test_now: Date | null;
    balance: bigint;
    held: bigint;
    last_sequence: bigint;
    usage_quarter: Date | null;
    usage_amount: bigint;
  };
  wallet_journal: {
    account: string;
    sequence: bigint;
    kind: JournalKind;
    debit_book: JournalBook;
    credit_book: JournalBook;
    amount: bigint;
    balance_after: bigint;
    subject: string;
    occurred_at: Date;
    detail: unknown;
  };
  wallet_usage_quarters: { account: string; quarter: Date; amount: bigint };
}

export type JournalKind = 'purchase' | 'usage' | 'refund' | 'reversal';
export type JournalBook = 'balance' | 'purchases' | 'usage' | 'refunds';

/** One transfer between two books of an account. */
export interface JournalEntry {
  readonly account: string;
  /** Without gaps within an account. */
  readonly sequence: bigint;
  readonly kind: JournalKind;
  readonly debitBook: JournalBook;
  readonly creditBook: JournalBook;
  /** Micro-units, above zero. */
  readonly micros: bigint;
  readonly balanceAfter: bigint;
  /** The authorization or purchase that moved it. */
  readonly subject: string;
  readonly occurredAt: Date;
  readonly detail: unknown;
}

export interface Book {
  readonly currency: string;
  readonly balance: bigint;
  readonly held: bigint;
}

export async function insertBook(
  tx: Transaction,
  book: { account: string; currency: string; testNow: Date | null },
): Promise<void> {
  await tables<BookTables>(tx)
    .insertInto('wallet_books')
    .values({
      account: book.account,
      currency: book.currency,
      test_now: book.testNow,
      balance: 0n,
      held: 0n,
      last_sequence: 0n,
      usage_quarter: null,
      usage_amount: 0n,
    })
    .execute();
}

export async function selectBook(tx: Transaction, account: string): Promise<Book> {
  return await tables<BookTables>(tx)
    .selectFrom('wallet_books')
    .select(['currency', 'balance', 'held'])
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
}

/** Moves an amount on or off the balance: the book and the journal in one go, book locked. */
export async function postTransfer(
  tx: Transaction,
  transfer: Omit<JournalEntry, 'sequence' | 'balanceAfter'>,
): Promise<JournalEntry> {
  const signed = transfer.creditBook === 'balance' ? transfer.micros : -transfer.micros;
  const book = await tables<BookTables>(tx)
    .updateTable('wallet_books')
    .set((row) => ({
      balance: row('balance', '+', signed),
      last_sequence: row('last_sequence', '+', 1n),
    }))
    .where('account', '=', transfer.account)
    .returning(['balance', 'last_sequence'])
    .executeTakeFirstOrThrow();
  const entry = { ...transfer, sequence: book.last_sequence, balanceAfter: book.balance };
  await tables<BookTables>(tx)
    .insertInto('wallet_journal')
    .values({
      account: entry.account,
      sequence: entry.sequence,
      kind: entry.kind,
      debit_book: entry.debitBook,
      credit_book: entry.creditBook,
      amount: entry.micros,
      balance_after: entry.balanceAfter,
      subject: entry.subject,
      occurred_at: entry.occurredAt,
      detail: entry.detail === undefined ? null : JSON.stringify(entry.detail),
    })
    .execute();
  return entry;
}

export interface EntryFilter {
  readonly limit: number;
  /** The last sequence of the page before: older entries follow. */
  readonly before?: bigint | undefined;
  readonly kind?: JournalKind | undefined;
}

/** An account's journal, the newest first. */
export async function selectEntries(
  tx: Transaction,
  account: string,
  { limit, before, kind }: EntryFilter,
): Promise<JournalEntry[]> {
  let query = tables<BookTables>(tx)
    .selectFrom('wallet_journal')
    .selectAll()
    .where('account', '=', account);
  if (before !== undefined) query = query.where('sequence', '<', before);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  // Said beside the kind itself, so that the few rows that are no usage are found by their index.
  if (kind !== undefined && kind !== 'usage') query = query.where('kind', '<>', 'usage');
  const rows = await query.orderBy('sequence', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    account: row.account,
    sequence: row.sequence,
    kind: row.kind,
    debitBook: row.debit_book,
    creditBook: row.credit_book,
    micros: row.amount,
    balanceAfter: row.balance_after,
    subject: row.subject,
    occurredAt: row.occurred_at,
    detail: row.detail,
  }));
}

/** The first quarter of an hour in which anything was used. */
export async function selectFirstUsage(
  tx: Transaction,
  account: string,
): Promise<Date | undefined> {
  const past = await tables<BookTables>(tx)
    .selectFrom('wallet_usage_quarters')
    .select('quarter')
    .where('account', '=', account)
    .orderBy('quarter')
    .limit(1)
    .executeTakeFirst();
  if (past !== undefined) return past.quarter;
  const running = await tables<BookTables>(tx)
    .selectFrom('wallet_books')
    .select('usage_quarter')
    .where('account', '=', account)
    .where('usage_amount', '>', 0n)
    .executeTakeFirst();
  return running?.usage_quarter ?? undefined;
}

/** Micro-units used in `[from, to)`, both midnights of some zone and so on a quarter. */
export async function selectUsage(
  tx: Transaction,
  account: string,
  from: Date,
  to: Date,
): Promise<bigint> {
  const past = await tables<BookTables>(tx)
    .selectFrom('wallet_usage_quarters')
    .select((select) => select.fn.sum<string | null>('amount').as('amount'))
    .where('account', '=', account)
    .where('quarter', '>=', from)
    .where('quarter', '<', to)
    .executeTakeFirstOrThrow();
  const running = await tables<BookTables>(tx)
    .selectFrom('wallet_books')
    .select('usage_amount')
    .where('account', '=', account)
    .where('usage_quarter', '>=', from)
    .where('usage_quarter', '<', to)
    .executeTakeFirst();
  return BigInt(past.amount ?? 0) + (running?.usage_amount ?? 0n);
}
