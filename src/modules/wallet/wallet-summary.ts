import type { LocalDate } from '../../kernel/calendar.ts';
import type { Money } from '../../kernel/money.ts';

/** An account's minutes as people see them. */
export interface WalletSummary {
  readonly balance: Money;
  /** Set aside for activities that go on. */
  readonly held: Money;
  readonly available: Money;
  /** Bought, and not on the balance yet. */
  readonly pendingPurchases: Money;
  /** Whole minutes that `available` buys at the base rate; undefined where that has no price. */
  readonly minutesAtBaseRate: number | undefined;
  readonly averageDailyUsage: Money;
  /** The local day on which it runs out at that average; undefined without usage. */
  readonly runOutOn: LocalDate | undefined;
}
