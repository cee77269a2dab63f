import type { Transaction } from '../../database/transaction.ts';
import { type MoneyText, moneyOf, moneyText, subtract } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { BillingAccount } from '../accounts/index.ts';
import type { Licensing } from '../licensing/index.ts';
import type { Offers, QuoteFigures, QuoteRequest } from '../orders/index.ts';
import type { PlannedPurchase, RequestFigures } from './request-plan.ts';

export interface RequestCostsDeps {
  readonly licensing: Pick<Licensing, 'licenses'>;
  readonly offers: Offers;
}

/** The purchase as a quote is asked for: totals are those of now and so many more. */
export async function quoteRequest(
  tx: Transaction,
  { licensing }: RequestCostsDeps,
  account: BillingAccount,
  { more, minutes }: PlannedPurchase,
): Promise<QuoteRequest> {
  const licenses = await licensing.licenses(tx, account);
  const totalOf = (code: string) =>
    licenses.find(({ licenseType }) => licenseType === code)?.total ?? 0;
  const totals = Object.entries(more).map(([code, count]) => [code, totalOf(code) + count]);
  return { totals: Object.fromEntries(totals), ...(minutes !== undefined && { minutes }) };
}

/** What it costs now. Changes nothing; refuses what an order would be refused. */
export async function purchaseFigures(
  tx: Transaction,
  deps: RequestCostsDeps,
  account: BillingAccount,
  purchase: PlannedPurchase,
): Promise<RequestFigures> {
  const request = await quoteRequest(tx, deps, account, purchase);
  return figuresIn((await deps.offers.make(tx, account, request)).figures);
}

/** The same, or undefined where it cannot be ordered as things stand. */
export async function figuresIfPossible(
  tx: Transaction,
  deps: RequestCostsDeps,
  account: BillingAccount,
  purchase: PlannedPurchase,
): Promise<RequestFigures | undefined> {
  try {
    return await purchaseFigures(tx, deps, account, purchase);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

export function figuresIn(figures: QuoteFigures): RequestFigures {
  const {
    due_now: due,
    recurring_now: now,
    recurring_next: next,
  } = figures as {
    due_now: MoneyText;
    recurring_now: MoneyText;
    recurring_next: MoneyText;
  };
  const read = ({ amount, currency }: MoneyText) => moneyOf(amount, currency);
  return { due_now: due, recurring: moneyText(subtract(read(next), read(now))) };
}
