import type { Transaction } from '../../database/transaction.ts';
import { type Money, moneyText, subtract } from '../../kernel/money.ts';
import type { Remedy } from '../../kernel/refusal.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type Invoicing, increaseLine } from '../invoicing/index.ts';
import type { IncreaseLine, Licensing, TotalsPlan } from '../licensing/index.ts';
import { cartLink } from './cart-link.ts';

export interface OrderCostsDeps {
  readonly licensing: Licensing;
  readonly invoicing: Invoicing;
}

/** What an order of totals would cost, by its plan and the taxes of its day. */
export interface OrderCosts {
  readonly plan: TotalsPlan;
  readonly lines: readonly IncreaseLine[];
  readonly tax: Money;
  readonly dueNow: Money;
  /** More per month from the next renewal on, before tax. */
  readonly recurring: Money;
}

/** Changes nothing. Refuses what an order would be refused. */
export async function orderCosts(
  tx: Transaction,
  { licensing, invoicing }: OrderCostsDeps,
  account: BillingAccount,
  totals: Readonly<Record<string, number>>,
): Promise<OrderCosts> {
  const plan = await licensing.plan(tx, account, { totals });
  const lines = plan.lines.filter((line) => line.kind === 'license_increase');
  const documentLines = lines.map((line) => documentLine(line, account));
  const { tax, total } = await invoicing.totals(tx, account, documentLines);
  const recurring = subtract(plan.recurringNext, plan.recurringNow);
  return { plan, lines, tax, dueNow: total, recurring };
}

/** A button that buys them, with what it costs. */
export function buyRemedy(account: BillingAccount, label: string, costs: OrderCosts): Remedy {
  const totals = costs.lines.map(({ licenseType, to }) => ({ licenseType, total: to }));
  return {
    action: 'buy_licenses',
    label,
    due_now: moneyText(costs.dueNow),
    recurring: moneyText(costs.recurring),
    link: cartLink(`/billing-accounts/${account.id}`, totals),
  };
}

function documentLine(line: IncreaseLine, { period }: BillingAccount) {
  const { licenseType, priceSource } = line;
  const source =
    priceSource.kind === 'contract'
      ? ({ from: 'contract', contract: priceSource.contract } as const)
      : ({ from: 'catalog', code: licenseType, version: priceSource.version } as const);
  return increaseLine({ ...line, name: licenseType, period, priceSource: source });
}
