import type { LocalDate } from '../../kernel/calendar.ts';
import type { Money } from '../../kernel/money.ts';

/**
 * What happens after the last day: `lapse` goes back to month-to-month, `renew` begins another
 * term of the same length with the same prices and floors, unless a notice lowered them.
 */
export type AtEnd = 'lapse' | 'renew';

/** A lower floor for one renewed term, given before that term began. */
export interface Notice {
  readonly licenseType: string;
  /** The first day of the renewed term that it is for. */
  readonly termStart: LocalDate;
  readonly floor: number;
}

/** A promise to pay for at least so many licenses, and what they cost meanwhile. */
export interface Contract {
  readonly id: string;
  readonly account: string;
  readonly startsOn: LocalDate;
  /** Length of a term. */
  readonly months: number;
  /** The first day after the first term. */
  readonly endsOn: LocalDate;
  /** By license type: the total never goes below. */
  readonly floors: Readonly<Record<string, number>>;
  /** By license type, per unit and month, for all units; types without one pay the catalog's. */
  readonly prices: Readonly<Record<string, Money>>;
  readonly atEnd: AtEnd;
  readonly signedAt: Date;
  /** The first day on which it is not in force any more, where the operator ended it. */
  readonly endedOn?: LocalDate | undefined;
  /** The ones that stand: withdrawn ones are left out. */
  readonly notices: readonly Notice[];
}

/** One term of a contract: the signed one is number 0, renewed ones follow. Half-open. */
export interface Term {
  readonly number: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** What a contract promises, whether or not it was signed. */
export type ContractInput = Pick<Contract, 'startsOn' | 'months' | 'floors' | 'prices' | 'atEnd'>;

/** A contract that was prepared. It binds nobody until it is signed, and may be changed. */
export interface Draft extends ContractInput {
  /** The contract's, once it is signed. */
  readonly id: string;
  readonly account: string;
  readonly draftedAt: Date;
  readonly state: 'draft' | 'signed' | 'discarded';
}
