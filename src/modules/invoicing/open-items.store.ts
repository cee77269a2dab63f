import { type Generated, type Selectable, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import type { SettlementKind } from './invoice.ts';
import type { InvoiceState } from './invoice-state.ts';

interface OpenItemTables {
  invoicing_open_items: {
    invoice: string;
    account: string;
    state: InvoiceState;
    outstanding: bigint;
    collect_at: Date | null;
    attempts: number;
    last_attempt_at: Date | null;
    last_failure: string | null;
    round_from: Generated<number>;
  };
  invoicing_settlements: {
    sequence: Generated<bigint>;
    invoice: string;
    kind: SettlementKind;
    amount: bigint;
    payment: string | null;
    credit_note: string | null;
    reference: string | null;
    occurred_at: Date;
  };
  accounts: { id: string; test_clock: string | null };
}

/** Where an invoice stands: what is owed of it, and when it is to be collected. */
export interface OpenItem {
  readonly invoice: string;
  readonly account: string;
  readonly state: InvoiceState;
  /** In micro-units of the invoice's currency. */
  readonly outstanding: bigint;
  readonly collectAt: Date | null;
  readonly attempts: number;
  readonly lastAttemptAt: Date | null;
  readonly lastFailure: string | null;
  /** How many attempts had been made when the present round of them began. */
  readonly roundFrom: number;
}

export interface Settlement {
  readonly kind: SettlementKind;
  readonly amount: bigint;
  readonly payment: string | null;
  readonly creditNote: string | null;
  readonly reference: string | null;
  readonly occurredAt: Date;
}

export async function insertOpenItems(tx: Transaction, items: readonly OpenItem[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item) => ({
    invoice: item.invoice,
    account: item.account,
    state: item.state,
    outstanding: item.outstanding.toString(),
    collect_at: item.collectAt,
    attempts: item.attempts,
    last_attempt_at: item.lastAttemptAt,
    last_failure: item.lastFailure,
  }));
  await sql`
    insert into invoicing_open_items
      (invoice, account, state, outstanding, collect_at, attempts, last_attempt_at, last_failure)
    select invoice, account, state, outstanding, collect_at, attempts, last_attempt_at, last_failure
    from json_populate_recordset(null::invoicing_open_items, ${JSON.stringify(rows)}::json)
  `.execute(tx);
}

export async function updateOpenItem(tx: Transaction, item: OpenItem): Promise<void> {
  await tables<OpenItemTables>(tx)
    .updateTable('invoicing_open_items')
    .set({
      state: item.state,
      outstanding: item.outstanding,
      collect_at: item.collectAt,
      attempts: item.attempts,
      last_attempt_at: item.lastAttemptAt,
      last_failure: item.lastFailure,
      round_from: item.roundFrom,
    })
    .where('invoice', '=', item.invoice)
    .execute();
}

export async function selectOpenItems(
  tx: Transaction,
  invoices: readonly string[],
): Promise<Map<string, OpenItem>> {
  if (invoices.length === 0) return new Map();
  const rows = await tables<OpenItemTables>(tx)
    .selectFrom('invoicing_open_items')
    .selectAll()
    .where('invoice', 'in', [...invoices])
    .execute();
  return new Map(rows.map((row) => [row.invoice, itemOf(row)]));
}

/** Invoices of the account that still owe something, oldest first. */
export async function selectOwing(tx: Transaction, account: string): Promise<OpenItem[]> {
  const rows = await tables<OpenItemTables>(tx)
    .selectFrom('invoicing_open_items')
    .selectAll()
    .where('account', '=', account)
    .where('state', 'in', ['open', 'payment_pending'])
    .orderBy('invoice')
    .execute();
  return rows.map(itemOf);
}

/** The invoice that is next to be collected, if any. */
export async function selectNextToCollect(
  tx: Transaction,
  account: string,
): Promise<OpenItem | undefined> {
  const row = await tables<OpenItemTables>(tx)
    .selectFrom('invoicing_open_items')
    .selectAll()
    .where('account', '=', account)
    .where('collect_at', 'is not', null)
    .orderBy('collect_at')
    .orderBy('invoice')
    .limit(1)
    .executeTakeFirst();
  return row && itemOf(row);
}

/** Accounts on the real clock with an invoice to collect by `now`. */
export async function selectAccountsToCollect(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select distinct item.account
    from invoicing_open_items item join accounts on accounts.id = item.account
    where item.collect_at <= ${now} and accounts.test_clock is null
    limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}

export async function insertSettlement(
  tx: Transaction,
  invoice: string,
  settlement: Settlement,
): Promise<void> {
  await tables<OpenItemTables>(tx)
    .insertInto('invoicing_settlements')
    .values({
      invoice,
      kind: settlement.kind,
      amount: settlement.amount,
      payment: settlement.payment,
      credit_note: settlement.creditNote,
      reference: settlement.reference,
      occurred_at: settlement.occurredAt,
    })
    .execute();
}

export async function selectSettlements(
  tx: Transaction,
  invoices: readonly string[],
): Promise<Map<string, Settlement[]>> {
  if (invoices.length === 0) return new Map();
  const rows = await tables<OpenItemTables>(tx)
    .selectFrom('invoicing_settlements')
    .selectAll()
    .where('invoice', 'in', [...invoices])
    .orderBy('sequence')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({ ...settlementOf(row), invoice: row.invoice })),
    (row) => row.invoice,
  );
}

function settlementOf(row: Selectable<OpenItemTables['invoicing_settlements']>): Settlement {
  return {
    kind: row.kind,
    amount: row.amount,
    payment: row.payment,
    creditNote: row.credit_note,
    reference: row.reference,
    occurredAt: row.occurred_at,
  };
}

function itemOf(row: Selectable<OpenItemTables['invoicing_open_items']>): OpenItem {
  return {
    invoice: row.invoice,
    account: row.account,
    state: row.state,
    outstanding: row.outstanding,
    collectAt: row.collect_at,
    attempts: row.attempts,
    lastAttemptAt: row.last_attempt_at,
    lastFailure: row.last_failure,
    roundFrom: row.round_from,
  };
}
