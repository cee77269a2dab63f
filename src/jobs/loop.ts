/** Where complaints go; pino's logger is one. */
export interface JobLog {
  error(details: object, message: string): void;
}

/** Something that is done again and again for as long as the process runs. */
export interface Loop {
  start(): void;
  /** Nothing new is begun; settles when what runs has ended. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** One round. It asks `isStopped` where it takes long; true has it repeated without a pause. */
  readonly round: (isStopped: () => boolean) => Promise<boolean>;
  readonly pauseMs: number;
  readonly log: JobLog;
  /** Said when a round fails; the next one comes after the pause as ever. */
  readonly complaint: string;
}

export function createLoop({ round, pauseMs, log, complaint }: LoopOptions): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;

  function schedule(delayMs: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = round(() => stopped).then(
        (again) => schedule(again ? 0 : pauseMs),
        (error: unknown) => {
          log.error({ err: error }, complaint);
          schedule(pauseMs);
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
