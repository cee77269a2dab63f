/** Work that is sent out for as long as the process runs. */
export interface SendingLoop {
  start(): void;
  /** Nothing new is sent; settles when what is being sent has ended. */
  stop(): Promise<void>;
}

export interface SendingLoopDeps {
  /** Sends what is due, once; how many were sent. */
  readonly round: () => Promise<number>;
  /** A round that sent so many has left some: the next follows at once. */
  readonly batch: number;
  readonly log: { error(details: object, message: string): void };
  /** What to say when a round fails, as when the database is away; it is tried again. */
  readonly failure: string;
}

/** What happened is on its way within a second; looking more often would only cost. */
const PAUSE_MS = 500;

export function createSendingLoop({ round, batch, log, failure }: SendingLoopDeps): SendingLoop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;

  function schedule(delayMs: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = round().then(
        (sent) => schedule(sent >= batch ? 0 : PAUSE_MS),
        (error: unknown) => {
          log.error({ err: error }, failure);
          schedule(PAUSE_MS);
        },
      );
    }, delayMs);
  }

  return {
    start: () => schedule(0),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
