import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const running = new Set<Running>();
process.once('exit', () => {
  // Asked, and not killed: the product has a database to end. One that is frozen has to hear it.
  for (const one of running)
    for (const signal of ['SIGTERM', 'SIGCONT'] as const) one.signal(signal);
});
// A worker whose test hangs is ended so, and `exit` would not happen by itself.
process.once('SIGTERM', () => process.exit(1));

/** A program that a test runs beside itself. It never outlives the test. */
export class Running {
  readonly #child: ChildProcess;
  readonly #program: string;
  readonly ended: Promise<number | null>;
  output = '';

  constructor(program: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
    this.#program = program;
    // A group of its own: Kamailio's workers end with their parent, however it ends.
    this.#child = spawn(program, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    running.add(this);
    this.ended = once(this.#child, 'exit').then(([code]) => {
      running.delete(this);
      return code;
    });
  }

  /** Waits until its output has `text`; what it found. Fails when the program ends before. */
  async says(text: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = text.exec(this.output);
      if (found !== null) return found;
      const state = await Promise.race([this.ended.then(() => 'ended'), tick()]);
      if (state === 'ended' && !text.test(this.output)) {
        throw new Error(`${this.#program} ended without saying ${text}:\n${this.output}`);
      }
    }
  }

  /** Ends it, and everything that it started. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.signal(signal);
    await this.ended;
  }

  signal(signal: NodeJS.Signals): void {
    if (this.#child.pid === undefined || this.#child.exitCode !== null) return;
    try {
      process.kill(-this.#child.pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
}

const TICK_MS = 20;

export function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, TICK_MS));
}

/** Asks until the answer is a good one; the test's own time-out ends what never is. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  isGood: (answer: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    await tick();
  }
}
