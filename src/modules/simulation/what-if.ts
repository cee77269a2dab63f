import type { LocalDate } from '../../kernel/calendar.ts';
import type { Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import type { ContractInput } from '../contracts/index.ts';
import type { DocumentLine, Totals } from '../invoicing/index.ts';

/** People who come or go on a day. */
export interface PeopleChange {
  readonly people: number;
  /** What each of them holds, all that it requires included. */
  readonly licenses: readonly string[];
}

/** What is supposed to be ordered on a day. At most one of the three. */
export interface SupposedChange {
  readonly on: LocalDate;
  readonly totals?: Readonly<Record<string, number>> | undefined;
  /** A coming period start for lower totals, as in a quote. */
  readonly effectiveOn?: LocalDate | undefined;
  /** Bought for whom no license is spare. */
  readonly hires?: PeopleChange | undefined;
  /** No longer paid for from the next period start on, as far as a floor allows. */
  readonly leavers?: PeopleChange | undefined;
}

/** Catalog prices that are supposed to hold from a day on. */
export interface SupposedPrices {
  readonly from: LocalDate;
  /** By license type, per unit and month. */
  readonly prices: Readonly<Record<string, Money>>;
}

export interface WhatIf {
  readonly invoices: number;
  readonly changes: readonly SupposedChange[];
  /** Signed now. */
  readonly contract?: ContractInput | undefined;
  readonly prices?: SupposedPrices | undefined;
}

/** What a supposed order charges on its day. */
export interface SupposedCharge extends Totals {
  readonly on: LocalDate;
  readonly lines: readonly DocumentLine[];
}

/** The renewal of one coming period start, and the orders within the period that it pays for. */
export interface SupposedInvoice extends Totals {
  readonly period: Period;
  readonly lines: readonly DocumentLine[];
}

export interface Simulation {
  readonly charges: readonly SupposedCharge[];
  readonly invoices: readonly SupposedInvoice[];
  /** All charges and invoices, tax included. */
  readonly total: Money;
}
