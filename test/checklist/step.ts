import type { Tool } from './tools.ts';

/** One line of the checklist. */
export interface Step {
  readonly name: string;
  /** The program and its arguments; `node` is the Node that the checklist runs on. */
  readonly command: readonly string[];
  /** Files and folders that it is about; where one is missing the step is left out, and says so. */
  readonly about?: readonly string[];
  /** What has to be installed on the machine. */
  readonly tools?: readonly Tool[];
  /** Prepares something for the command, as PostgreSQL 15: what it returns is undone after. */
  readonly prepare?: () => Promise<Prepared>;
}

export interface Prepared {
  readonly environment: Readonly<Record<string, string>>;
  readonly undo: () => Promise<void>;
}

/** How many cases of a step passed, failed and were skipped; a plain command is one case. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Outcome extends Counts {
  readonly seconds: number;
  /** Shown when something failed. */
  readonly output: string;
  /** Why the whole step was left out. */
  readonly leftOut?: string;
}
