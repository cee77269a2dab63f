import type { Reading } from './storage-fee.ts';

/** How full a meter is, in steps that are worth a word: 100 is above the free allowance. */
export type FilledPercent = 0 | 80 | 100;

/** A meter that has reached a step since the day before. */
export interface Filling {
  readonly meter: string;
  readonly percent: FilledPercent;
}

function filledPercent({ bytes, allowanceBytes }: Reading): FilledPercent {
  if (bytes > allowanceBytes) return 100; // At the allowance itself nothing is charged yet.
  return bytes > 0n && bytes * 100n >= allowanceBytes * 80n ? 80 : 0;
}

/** The meters that are in a higher step than the day before; falling is no news. */
export function newlyFilled(before: readonly Reading[], after: readonly Reading[]): Filling[] {
  return after.flatMap((reading) => {
    const yesterday = before.find(({ meter }) => meter === reading.meter);
    const percent = filledPercent(reading);
    const was = yesterday === undefined ? 0 : filledPercent(yesterday);
    return percent > was ? [{ meter: reading.meter, percent }] : [];
  });
}
