import { type Generated, type Selectable, sql } from 'kysely';
import { type Transaction, tables } from '../../database/transaction.ts';
import { money } from '../../kernel/money.ts';
import { belongsTo, type Whose } from '../accounts/index.ts';
import type { Payment, PaymentPurpose } from './payment.ts';
import type { PaymentEvent, PaymentState } from './payment-state.ts';

interface PaymentTables {
  payments_payments: {
    id: string;
    account: string;
    funding_source: string;
    provider: string;
    purpose: PaymentPurpose;
    subject: string;
    amount: bigint;
    currency: string;
    refunded: Generated<bigint>;
    charge_key: string;
    state: PaymentState;
    provider_reference: string | null;
    failure: string | null;
    confirm_by: Date | null;
    action_url: string | null;
    asks: number;
    ask_at: Date | null;
    claimed_until: Date | null;
    created_at: Date;
    settled_at: Date | null;
    version: Generated<bigint>;
  };
  payments_changes: {
    payment: string;
    from_state: PaymentState;
    event: PaymentEvent;
    to_state: PaymentState;
    detail: string | null;
    amount: bigint | null;
    occurred_at: Date;
  };
}

export async function insertPayment(tx: Transaction, payment: Payment): Promise<void> {
  await tables<PaymentTables>(tx)
    .insertInto('payments_payments')
    .values({
      id: payment.id,
      account: payment.account,
      funding_source: payment.fundingSource,
      provider: payment.provider,
      purpose: payment.purpose,
      subject: payment.subject,
      amount: payment.amount.micros,
      currency: payment.amount.currency,
      charge_key: payment.chargeKey,
      state: payment.state,
      provider_reference: payment.providerReference,
      failure: payment.failure,
      confirm_by: payment.confirmBy,
      action_url: payment.actionUrl,
      asks: payment.asks,
      ask_at: payment.askAt,
      claimed_until: payment.claimedUntil,
      created_at: payment.createdAt,
      settled_at: payment.settledAt,
    })
    .execute();
}

/** Writes what changed of a payment; `event` is how. The account is locked. */
export async function updatePayment(
  tx: Transaction,
  before: Payment,
  after: Payment,
  change: { event: PaymentEvent; at: Date },
): Promise<void> {
  await tables<PaymentTables>(tx)
    .updateTable('payments_payments')
    .set((row) => ({
      state: after.state,
      provider_reference: after.providerReference,
      failure: after.failure,
      refunded: after.refunded.micros,
      action_url: after.actionUrl,
      asks: after.asks,
      ask_at: after.askAt,
      claimed_until: after.claimedUntil,
      settled_at: after.settledAt,
      version: row('version', '+', 1n),
    }))
    .where('id', '=', before.id)
    .execute();
  const refunded = after.refunded.micros - before.refunded.micros;
  if (before.state === after.state && refunded === 0n) return;
  await tables<PaymentTables>(tx)
    .insertInto('payments_changes')
    .values({
      payment: before.id,
      from_state: before.state,
      event: change.event,
      to_state: after.state,
      detail: after.failure,
      amount: refunded === 0n ? null : refunded,
      occurred_at: change.at,
    })
    .execute();
}

/** Takes the right to talk to the provider about it; false while somebody else has it. */
export async function claimPayment(
  tx: Transaction,
  id: string,
  now: Date,
  until: Date,
): Promise<boolean> {
  const result = await tables<PaymentTables>(tx)
    .updateTable('payments_payments')
    .set({ claimed_until: until })
    .where('id', '=', id)
    .where((row) => row.or([row('claimed_until', 'is', null), row('claimed_until', '<=', now)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function releaseClaim(tx: Transaction, id: string): Promise<void> {
  await tables<PaymentTables>(tx)
    .updateTable('payments_payments')
    .set({ claimed_until: null })
    .where('id', '=', id)
    .execute();
}

export async function selectPayment(tx: Transaction, id: string): Promise<Payment | undefined> {
  const row = await tables<PaymentTables>(tx)
    .selectFrom('payments_payments')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && paymentOf(row);
}

/** The payment that a provider knows by this key. */
export async function selectPaymentByKey(
  tx: Transaction,
  chargeKey: string,
): Promise<Payment | undefined> {
  const row = await tables<PaymentTables>(tx)
    .selectFrom('payments_payments')
    .selectAll()
    .where('charge_key', '=', chargeKey)
    .executeTakeFirst();
  return row && paymentOf(row);
}

/** Has it asked about soon: its provider has news that nobody could take in just now. */
export async function hurryAsk(tx: Transaction, id: string, at: Date): Promise<void> {
  await tables<PaymentTables>(tx)
    .updateTable('payments_payments')
    .set({ ask_at: at })
    .where('id', '=', id)
    .execute();
}

/** Everything that was tried for an order or invoice, oldest first. */
export async function selectPaymentsOf(tx: Transaction, subject: string): Promise<Payment[]> {
  const rows = await tables<PaymentTables>(tx)
    .selectFrom('payments_payments')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('id')
    .execute();
  return rows.map(paymentOf);
}

/** Newest first. */
export async function selectPayments(
  tx: Transaction,
  whose: Whose & { readonly state?: PaymentState | undefined },
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Payment[]> {
  let query = tables<PaymentTables>(tx)
    .selectFrom('payments_payments')
    .selectAll()
    .where(belongsTo(whose));
  if (whose.state !== undefined) query = query.where('state', '=', whose.state);
  if (after !== undefined) query = query.where('id', '<', after);
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(paymentOf);
}

/** When the account's next payment is to be asked about. */
export async function selectNextAsk(tx: Transaction, account: string): Promise<Date | undefined> {
  const row = await tables<PaymentTables>(tx)
    .selectFrom('payments_payments')
    .select((select) => select.fn.min('ask_at').as('at'))
    .where('account', '=', account)
    .where('ask_at', 'is not', null)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** The account's payments to be asked about by `now`, in order. */
export async function selectToAsk(tx: Transaction, account: string, now: Date): Promise<Payment[]> {
  const rows = await tables<PaymentTables>(tx)
    .selectFrom('payments_payments')
    .selectAll()
    .where('account', '=', account)
    .where('ask_at', '<=', now)
    .orderBy('ask_at')
    .orderBy('id')
    .execute();
  return rows.map(paymentOf);
}

/** Accounts on the real clock with a payment to be asked about by `now`. */
export async function selectAccountsToAsk(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select distinct payment.account
    from payments_payments payment join accounts on accounts.id = payment.account
    where payment.ask_at <= ${now} and accounts.test_clock is null
    limit ${limit}
  `.execute(tx);
  return rows.map((row) => row.account);
}

function paymentOf(row: Selectable<PaymentTables['payments_payments']>): Payment {
  return {
    id: row.id,
    account: row.account,
    fundingSource: row.funding_source,
    provider: row.provider,
    purpose: row.purpose,
    subject: row.subject,
    amount: money(row.amount, row.currency),
    refunded: money(row.refunded, row.currency),
    chargeKey: row.charge_key,
    state: row.state,
    providerReference: row.provider_reference,
    failure: row.failure,
    confirmBy: row.confirm_by ?? row.created_at,
    actionUrl: row.action_url,
    asks: row.asks,
    askAt: row.ask_at,
    claimedUntil: row.claimed_until,
    createdAt: row.created_at,
    settledAt: row.settled_at,
    version: row.version,
  };
}
