export {
  type Charging,
  createCharging,
  lastPaymentOf,
  type PaymentListener,
} from './charging.service.ts';
export { createDunning, type DunningService } from './dunning.service.ts';
export { type BoardRow, createDunningBoard, type DunningBoard } from './dunning-board.service.ts';
export { AGE_BRACKETS, type AgeBracket } from './dunning-board.ts';
export { DUNNING_DAYS_MAX, type DunningSchedule, suspensionDay } from './dunning-schedule.ts';
export { createDunningSchedules, type DunningSchedules } from './dunning-schedules.service.ts';
export type { FundingSource } from './funding-source.ts';
export {
  createFundingSources,
  type FundingSourceInput,
  type FundingSources,
} from './funding-sources.service.ts';
export { createInvoiceCollection, type InvoiceCollection } from './invoice-collection.service.ts';
export type { Payment, PaymentPurpose } from './payment.ts';
export { createPaymentAsking } from './payment-asking.service.ts';
export {
  type AccountAtProvider,
  type ChargeAnswer,
  type ChargeRequest,
  type FundingSourceKind,
  type HostedSetups,
  type PaymentProvider,
  ProviderSilent,
  type TokenDescription,
} from './payment-provider.ts';
export { PAYMENT_STATES, type PaymentEvent, type PaymentState } from './payment-state.ts';
export { createPayments, type Payments } from './payments.service.ts';
export {
  createProviderNews,
  type ProviderNews,
  type ProviderNewsHandler,
} from './provider-news.service.ts';
export { createSetups, type Setups } from './setups.service.ts';
export type { Setup } from './setups.store.ts';
