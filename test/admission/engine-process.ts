import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ConnectionTarget } from '../../src/database/target.ts';
import type { Admission } from '../../src/modules/admission/index.ts';

/** What is asked of an engine in another process, and what it answers. */
export type Calls = Pick<Admission, 'authorize' | 'settle'>;
export interface Asked {
  readonly id: number;
  readonly method: keyof Calls;
  readonly parameters: readonly unknown[];
}
export interface Answered {
  readonly id: number;
  readonly answer?: unknown;
  readonly fault?: string;
}

/** An engine in a process of its own: connections, memory and event loop. */
export class EngineProcess implements Calls {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #asked = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', ({ id, answer, fault }: Answered) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (fault === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(fault));
    });
    child.on('exit', () => {
      for (const one of this.#waiting.values()) one.reject(new Error('the process has ended'));
    });
  }

  /** Ready to answer. Its clock stands still at `now`, as the test's own does. */
  static async start(target: ConnectionTarget, now: Date): Promise<EngineProcess> {
    const main = path.join(import.meta.dirname, 'engine-process-main.ts');
    const child = fork(main, [JSON.stringify({ target, now })], {
      serialization: 'advanced', // Money is bigint.
      execArgv: [],
    });
    await once(child, 'message');
    return new EngineProcess(child);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  authorize(...parameters: Parameters<Admission['authorize']>) {
    return this.#ask('authorize', parameters) as ReturnType<Admission['authorize']>;
  }

  settle(...parameters: Parameters<Admission['settle']>) {
    return this.#ask('settle', parameters) as ReturnType<Admission['settle']>;
  }

  async stop(): Promise<void> {
    this.#child.disconnect();
    await once(this.#child, 'exit');
  }

  #ask(method: keyof Calls, parameters: readonly unknown[]): Promise<unknown> {
    this.#asked += 1;
    const asked: Asked = { id: this.#asked, method, parameters };
    const waiting = Promise.withResolvers<unknown>();
    this.#waiting.set(asked.id, waiting);
    this.#child.send(asked);
    return waiting.promise;
  }
}
