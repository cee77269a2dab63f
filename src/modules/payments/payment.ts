import type { Money } from '../../kernel/money.ts';
import type { PaymentState } from './payment-state.ts';

/** What a payment is for: an order's charge, or an invoice that was issued before. */
export type PaymentPurpose = 'order' | 'invoice';

/** One attempt to move one amount from one funding source. */
export interface Payment {
  readonly id: string;
  readonly account: string;
  readonly fundingSource: string;
  readonly provider: string;
  readonly purpose: PaymentPurpose;
  /** The order's or the invoice's id. */
  readonly subject: string;
  readonly amount: Money;
  /** What went back of it in part, without our doing. */
  readonly refunded: Money;
  /** What the provider knows it by; stored before it was called. */
  readonly chargeKey: string;
  readonly state: PaymentState;
  readonly providerReference: string | null;
  readonly failure: string | null;
  /** Withdrawn if the customer has not confirmed it by then, where they have to. */
  readonly confirmBy: Date;
  /** Where they confirm it; only while it waits for that. */
  readonly actionUrl: string | null;
  /** How often the provider was asked what became of it. */
  readonly asks: number;
  readonly askAt: Date | null;
  /** On the machine's clock: somebody is talking to the provider about it. */
  readonly claimedUntil: Date | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly version: bigint;
}
