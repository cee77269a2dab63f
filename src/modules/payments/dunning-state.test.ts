import { describe, expect, it } from 'vitest';
import {
  DUNNING_EVENTS,
  DUNNING_PHASES,
  type DunningEvent,
  type DunningOutcome,
  type DunningPhase,
  dunningOutcome,
  dunningPhase,
} from './dunning-state.ts';

function outcome(phase: DunningPhase, event: DunningEvent): DunningOutcome {
  try {
    return dunningOutcome(phase, event);
  } catch {
    return 'defect';
  }
}

describe('dunning', () => {
  it('has an outcome for every phase and every event', () => {
    const expected: Record<DunningPhase, string> = {
      none: 'begin same begin same begin defect',
      running: 'same hold same end same extend',
      suspended: 'same same same end same extend',
      held: 'same same resume end same extend',
      ended: 'begin defect same same begin defect',
    };
    for (const phase of DUNNING_PHASES) {
      const row = DUNNING_EVENTS.map((event) => outcome(phase, event)).join(' ');
      expect([phase, row]).toEqual([phase, expected[phase]]);
    }
  });

  it('ends a suspension only by money or by the operator, never by an attempt', () => {
    for (const event of DUNNING_EVENTS) {
      const ends = ['end', 'extend', 'hold'].includes(outcome('suspended', event));
      expect([event, ends]).toEqual([event, event === 'settled' || event === 'extended']);
    }
  });

  it('is suspended from the very instant on, unless a payment that came in time runs', () => {
    const suspendsAt = new Date('2026-12-15T00:00:00Z');
    const before = new Date(suspendsAt.getTime() - 1);
    expect(dunningPhase({ state: 'running', suspendsAt }, before)).toBe('running');
    expect(dunningPhase({ state: 'running', suspendsAt }, suspendsAt)).toBe('suspended');
    expect(dunningPhase({ state: 'held', suspendsAt }, suspendsAt)).toBe('held');
    expect(dunningPhase({ state: 'ended', suspendsAt }, suspendsAt)).toBe('ended');
    expect(dunningPhase(undefined, suspendsAt)).toBe('none');
  });
});
