import { type Generated, sql } from 'kysely';
import { type Transaction, tables } from '../../../database/transaction.ts';
import { assert } from '../../../kernel/assert.ts';

/** What Stripe and we have in common about one charge key. */
export interface IntentRow {
  readonly key: string;
  /** Null where it was withdrawn before there was one. */
  readonly intent: string | null;
  readonly withdrawn: boolean;
  /** How many confirmations were sent; counted before each. */
  readonly confirmations: number;
  /** One was sent that may ask the customer. */
  readonly withCustomer: boolean;
}

interface StripeTables {
  stripe_customers: { account: string; customer: string };
  stripe_intents: {
    key: string;
    intent: string | null;
    withdrawn: Generated<boolean>;
    confirmations: Generated<number>;
    with_customer: Generated<boolean>;
  };
  stripe_events: { id: string; type: string; outcome: 'applied' | 'ignored'; received_at: Date };
}

export async function selectCustomer(
  tx: Transaction,
  account: string,
): Promise<string | undefined> {
  const row = await tables<StripeTables>(tx)
    .selectFrom('stripe_customers')
    .select('customer')
    .where('account', '=', account)
    .executeTakeFirst();
  return row?.customer;
}

/** Keeps the first customer of an account, whoever else makes another at the same time. */
export async function keepCustomer(
  tx: Transaction,
  account: string,
  customer: string,
): Promise<string> {
  await tables<StripeTables>(tx)
    .insertInto('stripe_customers')
    .values({ account, customer })
    .onConflict((conflict) => conflict.column('account').doNothing())
    .execute();
  return (await selectCustomer(tx, account)) ?? customer;
}

export async function selectIntent(tx: Transaction, key: string): Promise<IntentRow | undefined> {
  const row = await tables<StripeTables>(tx)
    .selectFrom('stripe_intents')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { ...row, withCustomer: row.with_customer };
}

/** Keeps a key's intent, or that it is withdrawn; what is known of the key already stands. */
export async function keepIntent(
  tx: Transaction,
  key: string,
  found: { intent: string | null; withdrawn: boolean },
): Promise<IntentRow> {
  await tables<StripeTables>(tx)
    .insertInto('stripe_intents')
    .values({ key, ...found })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const row = await selectIntent(tx, key);
  assert(row !== undefined, 'a key that was kept is there');
  return row;
}

/** From then on no confirmation is sent for the key. */
export async function markWithdrawn(tx: Transaction, key: string): Promise<void> {
  await tables<StripeTables>(tx)
    .updateTable('stripe_intents')
    .set({ withdrawn: true })
    .where('key', '=', key)
    .execute();
}

/** Counts a confirmation that is about to be sent; undefined where the key was withdrawn. */
export async function countConfirmation(
  tx: Transaction,
  key: string,
  withCustomer: boolean,
): Promise<number | undefined> {
  const row = await tables<StripeTables>(tx)
    .updateTable('stripe_intents')
    .set({
      confirmations: sql<number>`confirmations + 1`,
      with_customer: sql<boolean>`with_customer or ${withCustomer}`,
    })
    .where('key', '=', key)
    .where('withdrawn', '=', false)
    .returning('confirmations')
    .executeTakeFirst();
  return row?.confirmations;
}

export async function selectKeyOfIntent(
  tx: Transaction,
  intent: string,
): Promise<string | undefined> {
  const row = await tables<StripeTables>(tx)
    .selectFrom('stripe_intents')
    .select('key')
    .where('intent', '=', intent)
    .executeTakeFirst();
  return row?.key;
}

export async function hasEvent(tx: Transaction, id: string): Promise<boolean> {
  const row = await tables<StripeTables>(tx)
    .selectFrom('stripe_events')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function keepEvent(
  tx: Transaction,
  event: { id: string; type: string; outcome: 'applied' | 'ignored'; receivedAt: Date },
): Promise<void> {
  const { receivedAt, ...rest } = event;
  await tables<StripeTables>(tx)
    .insertInto('stripe_events')
    .values({ ...rest, received_at: receivedAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Forgets the events that were received before `before`. */
export async function deleteEvents(tx: Transaction, before: Date): Promise<void> {
  await tables<StripeTables>(tx)
    .deleteFrom('stripe_events')
    .where('received_at', '<', before)
    .execute();
}
