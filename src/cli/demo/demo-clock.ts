import type { Clock } from '../../kernel/clock.ts';

/**
 * The clock of the demo's past: the company is made as it would have been over the weeks before,
 * through the API, and this says what time it is meanwhile. It never goes back.
 */
export class DemoClock implements Clock {
  #now: Date;

  constructor(start: Date) {
    this.#now = start;
  }

  now(): Date {
    return this.#now;
  }

  moveTo(instant: Date): void {
    if (instant > this.#now) this.#now = instant;
  }
}
