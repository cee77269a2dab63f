/** What is recomputed, in the order in which it is told. */
export const CHECKS = [
  'balances',
  'usage charges',
  'license lines',
  'storage readings',
  'storage fees',
  'standing',
  'taxes',
  'document sums',
  'document numbers',
] as const;

export type Check = (typeof CHECKS)[number];

/** A figure that is not what it should be. Any one is an error: nothing is within tolerance. */
export interface Difference {
  readonly check: Check;
  /** What it is a figure of: an account, a document's line, a lease. */
  readonly subject: string;
  /** Which figure. */
  readonly figure: string;
  /** As recomputed. */
  readonly expected: string;
  /** As it stands in the database. */
  readonly found: string;
}

/** More than anybody looks through; were all wrong, memory would otherwise grow with the books. */
const KEPT_MAX = 10_000;

/** Collects what differs among figures that belong together. */
export class Comparison {
  /** The first ones; see `differing`. */
  readonly differences: Difference[] = [];
  /** How many figures differed. */
  differing = 0;
  /** How many figures were compared: a check that compared nothing proved nothing. */
  compared = 0;
  readonly #check: Check;

  constructor(check: Check) {
    this.#check = check;
  }

  /** Notes a difference unless both are the same; `undefined` reads "none". */
  same(subject: string, figure: string, expected: Figure, found: Figure): void {
    this.compared += 1;
    if (String(expected) === String(found)) return;
    this.differing += 1;
    if (this.differences.length >= KEPT_MAX) return;
    this.differences.push({
      check: this.#check,
      subject,
      figure,
      expected: say(expected),
      found: say(found),
    });
  }
}

type Figure = bigint | number | string | undefined;

function say(figure: Figure): string {
  return figure === undefined ? 'none' : String(figure);
}
