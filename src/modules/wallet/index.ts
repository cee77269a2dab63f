export type { BalanceDay } from './balance-history.ts';
export type { EntryFilter, JournalEntry, JournalKind } from './books.store.ts';
export type { DailyUsage } from './daily-usage.ts';
export type { Purchase, PurchaseStatus } from './purchases.store.ts';
export type { RechargeView } from './recharge.service.ts';
export type {
  RechargeDecision,
  RechargeFigures,
  RechargeMode,
  RechargeSettings,
} from './recharge.ts';
export { createWallet, type Wallet } from './wallet.service.ts';
export type { WalletSummary } from './wallet-summary.ts';
