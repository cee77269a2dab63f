export { type AccountInput, type Accounts, createAccounts } from './accounts.service.ts';
export type { AccountFilter } from './accounts.store.ts';
export { accountAt, type BillingAccount, dayStart } from './billing-account.ts';
export type { DueSource } from './due-source.ts';
export type { RenewalFailure } from './renewal-due.store.ts';
export { createRenewalsDue, type RenewalsDue } from './renewals-due.service.ts';
export type { Unpaid } from './standing.service.ts';
export {
  type Standing,
  type StandingAt,
  type StandingRecord,
  sayStandingReason,
  standingAt,
} from './standing.ts';
export { createTestClocks, type TestClocks } from './test-clocks.service.ts';
export type { TestClock } from './test-clocks.store.ts';
export { belongsTo, type Whose } from './whose.store.ts';
