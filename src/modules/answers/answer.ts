import type { Remedy } from '../../kernel/refusal.ts';

/** The questions that people ask most, in the order of the FAQ. */
export const QUESTIONS = [
  'why-cannot-dial',
  'where-are-my-minutes',
  'why-insufficient-ports',
  'what-does-a-new-user-cost',
  'can-i-get-a-credit',
  'how-to-stop-paying-for-leavers',
  'why-cannot-lower-licenses',
  'how-to-lower-storage-fee',
] as const;

export type Question = (typeof QUESTIONS)[number];

/** A question answered for one billing account, with the figures of this instant. */
export interface Answer {
  readonly question: Question;
  /** Plain sentences for a person. */
  readonly answer: string;
  /** The same figures for programs: snake_case, money as `{amount, currency}`. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** What can be done about it, the best first. */
  readonly remedies: readonly Remedy[];
}
