import type pg from 'pg';

/** From here on batches had better not wait for one another's flushes. */
const SLOW_US = 500;
/** The fastest of so many is how fast the disk is; the others also waited for a processor. */
const SAMPLES = 8;
const SAMPLE_EVERY_MS = 1_000;

/** How long the disk takes to write something for good, as far as was seen. */
export class FlushTimes {
  #waitedUs: number[] = [];
  #sampledAt = 0;

  get isSlow(): boolean {
    return this.#waitedUs.length > 0 && Math.min(...this.#waitedUs) >= SLOW_US;
  }

  /** Whether it was not looked at for a while. */
  isOld(now: number): boolean {
    return now - this.#sampledAt >= SAMPLE_EVERY_MS;
  }

  add(waitedUs: number, now: number): void {
    this.#sampledAt = now;
    this.#waitedUs = [...this.#waitedUs.slice(1 - SAMPLES), waitedUs];
  }
}

/**
 * Flushes what other connections have committed without waiting for the disk. One flush is on its
 * way at a time; those who ask meanwhile share the next one.
 */
export class Flusher {
  readonly #client: pg.ClientBase;
  readonly #times: FlushTimes;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(client: pg.ClientBase, times: FlushTimes) {
    this.#client = client;
    this.#times = times;
  }

  /** Returns once all that was committed before now is on the disk. */
  flushed(): Promise<void> {
    if (this.#running === undefined) return this.#run();
    // The one on its way may have begun before what is to be flushed now.
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.#run();
    });
    return this.#next;
  }

  #run(): Promise<void> {
    this.#running = this.#flush().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #flush(): Promise<void> {
    const { rows } = await this.#client.query<{ waited_us: bigint }>({
      name: 'admission_flush',
      text: 'call admission_flush(null)',
    });
    this.#times.add(Number(rows[0]?.waited_us ?? 0n), Date.now());
  }
}
