import type { Month } from './months.ts';

/** Why monthly recurring revenue moved. */
export const MOVEMENTS = ['new', 'expansion', 'contraction', 'churn', 'reactivation'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** What an account pays a month, at the start of the first month and at the end of each. */
export interface AccountMrr {
  readonly currency: string;
  /** One more than there are months, in micro-units. */
  readonly levels: readonly bigint[];
  /** Whether it ever paid anything before the first month's start. */
  readonly paidBefore: boolean;
}

export interface MrrRow {
  readonly month: string;
  readonly currency: string;
  /** As the month begins and as it ends; the difference is the sum of the movements. */
  readonly start: bigint;
  readonly end: bigint;
  /** Losses are negative. */
  readonly movements: Readonly<Record<Movement, bigint>>;
  /** Accounts that pay something as the month ends. */
  readonly accounts: number;
}

/** Which movement a change of an account's level is, if it is one. */
export function movementOf(before: bigint, after: bigint, everPaid: boolean): Movement | undefined {
  if (before === after) return undefined;
  if (before === 0n) return everPaid ? 'reactivation' : 'new';
  if (after === 0n) return 'churn';
  return after > before ? 'expansion' : 'contraction';
}

interface Sums {
  start: bigint;
  end: bigint;
  accounts: number;
  movements: Record<Movement, bigint>;
}

/** Adds accounts up month by month and currency by currency. */
export class Mrr {
  readonly #months: readonly Month[];
  readonly #byCurrency = new Map<string, Sums[]>();

  constructor(months: readonly Month[]) {
    this.#months = months;
  }

  add({ currency, levels, paidBefore }: AccountMrr): void {
    if (levels.every((level) => level === 0n)) return;
    const months = this.#byCurrency.get(currency) ?? this.#months.map(noSums);
    this.#byCurrency.set(currency, months);
    let everPaid = paidBefore;
    for (const [index, sums] of months.entries()) {
      const before = levels[index] ?? 0n;
      const after = levels[index + 1] ?? 0n;
      everPaid ||= before > 0n;
      sums.start += before;
      sums.end += after;
      if (after > 0n) sums.accounts += 1;
      const movement = movementOf(before, after, everPaid);
      if (movement !== undefined) sums.movements[movement] += after - before;
    }
  }

  rows(): MrrRow[] {
    return [...this.#byCurrency].sort().flatMap(([currency, months]) =>
      months.map((sums, index) => ({
        month: this.#months[index]?.name ?? '',
        currency,
        ...sums,
      })),
    );
  }
}

function noSums(): Sums {
  const movements = { new: 0n, expansion: 0n, contraction: 0n, churn: 0n, reactivation: 0n };
  return { start: 0n, end: 0n, accounts: 0, movements };
}
