import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../kernel/calendar.ts';
import type { Contract } from './contract.ts';
import {
  afterContractEvent,
  CONTRACT_EVENTS,
  CONTRACT_STATES,
  type ContractEvent,
  type ContractState,
  stateOn,
} from './contract-state.ts';
import { contractInForceOn } from './floors.ts';

/** What became of each event in each state, as a person would write it down. */
const EXPECTED: Record<ContractState, Record<ContractEvent, string>> = {
  draft: {
    amend: 'draft',
    sign: 'active',
    discard: 'ended',
    give_notice: 'contract_not_signed',
    end: 'contract_not_signed',
    renew: 'defect',
    lapse: 'defect',
    come_to_end: 'defect',
  },
  active: {
    amend: 'contract_signed',
    sign: 'contract_signed',
    discard: 'contract_signed',
    give_notice: 'active',
    end: 'active',
    renew: 'renewing',
    lapse: 'lapsed',
    come_to_end: 'ended',
  },
  renewing: {
    amend: 'contract_signed',
    sign: 'contract_signed',
    discard: 'contract_signed',
    give_notice: 'renewing',
    end: 'renewing',
    renew: 'renewing',
    lapse: 'lapsed',
    come_to_end: 'ended',
  },
  lapsed: over(),
  ended: over(),
};

function over(): Record<ContractEvent, string> {
  return {
    amend: 'contract_over',
    sign: 'contract_over',
    discard: 'contract_over',
    give_notice: 'contract_over',
    end: 'contract_over',
    renew: 'defect',
    lapse: 'defect',
    come_to_end: 'defect',
  };
}

const all = CONTRACT_STATES.flatMap((state) =>
  CONTRACT_EVENTS.map((event): [ContractState, ContractEvent, string] => [
    state,
    event,
    EXPECTED[state][event],
  ]),
);

test.each(all)('a %s contract on %s: %s', (state, event, expected) => {
  if (expected === 'defect') {
    expect(() => afterContractEvent(state, event)).toThrow();
    return;
  }
  const outcome = afterContractEvent(state, event);
  expect(typeof outcome === 'string' ? outcome : outcome.refused).toBe(expected);
});

const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2026-01-01', days));

const contract = fc
  .record({
    startsOn: day,
    months: fc.integer({ min: 1, max: 14 }),
    atEnd: fc.constantFrom<Contract['atEnd']>('lapse', 'renew'),
    endsAfter: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  })
  .map(
    ({ startsOn, months, atEnd, endsAfter }): Contract => ({
      id: 'ctr_1',
      account: 'ba_1',
      startsOn,
      months,
      endsOn: addMonths(startsOn, months),
      floors: {},
      prices: {},
      atEnd,
      signedAt: new Date('2025-12-01'),
      notices: [],
      ...(endsAfter !== undefined && { endedOn: addDays(startsOn, endsAfter) }),
    }),
  );

describe('the calendar', () => {
  test('takes a contract only through what the table knows', () => {
    const calendar = ['renew', 'lapse', 'come_to_end'] as const;
    fc.assert(
      fc.property(contract, (signed) => {
        let before: ContractState = 'active';
        for (let on = signed.startsOn; on < addDays(signed.endsOn, 800); on = addDays(on, 7)) {
          const state = stateOn(signed, [signed], on);
          const inForce = contractInForceOn([signed], on) !== undefined;
          expect(inForce).toBe(state === 'active' || state === 'renewing');
          const from = before;
          const reachable = calendar.map((event) =>
            from === 'lapsed' || from === 'ended' ? from : afterContractEvent(from, event),
          );
          expect([from, ...reachable]).toContain(state);
          before = state;
        }
      }),
      { numRuns: 50 },
    );
  });
});
