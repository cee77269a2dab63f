import { type Transaction, tables } from '../../database/transaction.ts';

export type PurchaseStatus = 'pending' | 'credited' | 'failed' | 'reversed';

interface PurchaseTables {
  wallet_purchases: {
    id: string;
    account: string;
    amount: bigint;
    status: PurchaseStatus;
    is_recharge: boolean;
    begun_at: Date;
    changed_at: Date;
  };
}

/** Minutes that were bought, on the balance or on their way. */
export interface Purchase {
  readonly id: string;
  readonly account: string;
  readonly micros: bigint;
  readonly status: PurchaseStatus;
  readonly isRecharge: boolean;
  readonly begunAt: Date;
  readonly changedAt: Date;
}

const purchaseOf = (row: PurchaseTables['wallet_purchases']): Purchase => ({
  id: row.id,
  account: row.account,
  micros: row.amount,
  status: row.status,
  isRecharge: row.is_recharge,
  begunAt: row.begun_at,
  changedAt: row.changed_at,
});

export async function insertPurchase(tx: Transaction, purchase: Purchase): Promise<void> {
  await tables<PurchaseTables>(tx)
    .insertInto('wallet_purchases')
    .values({
      id: purchase.id,
      account: purchase.account,
      amount: purchase.micros,
      status: purchase.status,
      is_recharge: purchase.isRecharge,
      begun_at: purchase.begunAt,
      changed_at: purchase.changedAt,
    })
    .execute();
}

/** Holds the purchase's row until the transaction ends. */
export async function lockPurchase(tx: Transaction, id: string): Promise<Purchase | undefined> {
  const row = await tables<PurchaseTables>(tx)
    .selectFrom('wallet_purchases')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && purchaseOf(row);
}

export async function updatePurchase(
  tx: Transaction,
  id: string,
  status: PurchaseStatus,
  at: Date,
): Promise<void> {
  await tables<PurchaseTables>(tx)
    .updateTable('wallet_purchases')
    .set({ status, changed_at: at })
    .where('id', '=', id)
    .execute();
}

export async function selectPending(tx: Transaction, account: string): Promise<Purchase[]> {
  const rows = await tables<PurchaseTables>(tx)
    .selectFrom('wallet_purchases')
    .selectAll()
    .where('account', '=', account)
    .where('status', '=', 'pending')
    .orderBy('begun_at')
    .execute();
  return rows.map(purchaseOf);
}

/** Micro-units bought by recharge and begun in `[from, to)`; failed and reversed ones are none. */
export async function selectRecharged(
  tx: Transaction,
  account: string,
  from: Date,
  to: Date,
): Promise<bigint> {
  const row = await tables<PurchaseTables>(tx)
    .selectFrom('wallet_purchases')
    .select((select) => select.fn.sum<string | null>('amount').as('amount'))
    .where('account', '=', account)
    .where('is_recharge', '=', true)
    .where('status', 'in', ['pending', 'credited'])
    .where('begun_at', '>=', from)
    .where('begun_at', '<', to)
    .executeTakeFirstOrThrow();
  return BigInt(row.amount ?? 0);
}
