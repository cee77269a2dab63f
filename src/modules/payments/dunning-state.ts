import { assert } from '../../kernel/assert.ts';

/**
 * Where an invoice stands in dunning, at an instant.
 *
 * `none`: nothing has failed yet. `running`: it is retried and reminded of, and its day of
 * suspension is coming. `suspended`: that day has come. `held`: a payment began in time, so the
 * suspension waits for what becomes of it. `ended`: nothing is owed on it any more.
 */
export const DUNNING_PHASES = ['none', 'running', 'suspended', 'held', 'ended'] as const;
export type DunningPhase = (typeof DUNNING_PHASES)[number];

/** What is written down; `suspended` follows from `running` and the instant. */
export type DunningState = Exclude<DunningPhase, 'none' | 'suspended'>;

export const DUNNING_EVENTS = [
  'fell_due',
  'attempt_began',
  'attempt_failed',
  'settled',
  'reopened',
  'extended',
] as const;
export type DunningEvent = (typeof DUNNING_EVENTS)[number];

/**
 * What an event makes of it. `begin`: dunning starts today. `resume`: a held one runs again, and
 * a suspension day that has passed meanwhile is now. `same`: nothing. `defect`: cannot come about.
 */
export type DunningOutcome = 'begin' | 'hold' | 'resume' | 'extend' | 'end' | 'same' | 'defect';

/**
 * Every phase × every event. Only money ends a suspension: an attempt, which may fail, does not;
 * it only holds off one that has not begun.
 */
const OUTCOMES: Readonly<Record<DunningPhase, Readonly<Record<DunningEvent, DunningOutcome>>>> = {
  none: {
    fell_due: 'begin',
    attempt_began: 'same',
    attempt_failed: 'begin',
    settled: 'same',
    reopened: 'begin',
    extended: 'defect',
  },
  running: {
    fell_due: 'same',
    attempt_began: 'hold',
    attempt_failed: 'same',
    settled: 'end',
    reopened: 'same',
    extended: 'extend',
  },
  suspended: {
    fell_due: 'same',
    attempt_began: 'same',
    attempt_failed: 'same',
    settled: 'end',
    reopened: 'same',
    extended: 'extend',
  },
  held: {
    fell_due: 'same',
    attempt_began: 'same',
    attempt_failed: 'resume',
    settled: 'end',
    reopened: 'same',
    extended: 'extend',
  },
  ended: {
    fell_due: 'begin',
    attempt_began: 'defect',
    attempt_failed: 'same',
    settled: 'same',
    reopened: 'begin',
    extended: 'defect',
  },
};

/** What `event` makes of an invoice in `phase`. */
export function dunningOutcome(phase: DunningPhase, event: DunningEvent): DunningOutcome {
  const outcome = OUTCOMES[phase][event];
  assert(outcome !== 'defect', `an invoice whose dunning is ${phase} cannot be ${event}`);
  return outcome;
}

/** The phase at `now`: it follows from what is written down and the instant alone. */
export function dunningPhase(
  dunning: { readonly state: DunningState; readonly suspendsAt: Date } | undefined,
  now: Date,
): DunningPhase {
  if (dunning === undefined) return 'none';
  if (dunning.state === 'running' && dunning.suspendsAt <= now) return 'suspended';
  return dunning.state;
}
