import { assert } from '../../kernel/assert.ts';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { RefusalCode } from '../../kernel/refusal.ts';
import type { Contract } from './contract.ts';
import { termOn } from './terms.ts';

/**
 * `draft`: prepared, binds nobody. `active`: signed; its first term runs or is still to come.
 * `renewing`: a further term runs. `lapsed`: over by itself, month-to-month since. `ended`: over
 * because the operator ended it, or discarded before anybody signed.
 */
export const CONTRACT_STATES = ['draft', 'active', 'renewing', 'lapsed', 'ended'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/**
 * What people do (`amend`, `sign`, `discard`, `give_notice`, `end`) and what the calendar does:
 * `renew`, `lapse` and `come_to_end`, the day on which what was ordered by `end` takes effect.
 */
export const CONTRACT_EVENTS = [
  'amend',
  'sign',
  'discard',
  'give_notice',
  'end',
  'renew',
  'lapse',
  'come_to_end',
] as const;
export type ContractEvent = (typeof CONTRACT_EVENTS)[number];

/** The calendar never does what a state does not know; people may well ask for it. */
type Outcome = ContractState | { readonly refused: RefusalCode } | 'defect';

const signed = { refused: 'contract_signed' } as const;
const unsigned = { refused: 'contract_not_signed' } as const;
const over = { refused: 'contract_over' } as const;

/** Every state × every event. */
const TRANSITIONS: Readonly<Record<ContractState, Readonly<Record<ContractEvent, Outcome>>>> = {
  draft: {
    amend: 'draft',
    sign: 'active',
    discard: 'ended',
    give_notice: unsigned,
    end: unsigned,
    renew: 'defect',
    lapse: 'defect',
    come_to_end: 'defect',
  },
  active: {
    amend: signed,
    sign: signed,
    discard: signed,
    give_notice: 'active',
    end: 'active',
    renew: 'renewing',
    lapse: 'lapsed',
    come_to_end: 'ended',
  },
  renewing: {
    amend: signed,
    sign: signed,
    discard: signed,
    give_notice: 'renewing',
    end: 'renewing',
    renew: 'renewing',
    // A renewal gives way to another contract that was signed meanwhile.
    lapse: 'lapsed',
    come_to_end: 'ended',
  },
  lapsed: {
    amend: over,
    sign: over,
    discard: over,
    give_notice: over,
    end: over,
    renew: 'defect',
    lapse: 'defect',
    come_to_end: 'defect',
  },
  ended: {
    amend: over,
    sign: over,
    discard: over,
    give_notice: over,
    end: over,
    renew: 'defect',
    lapse: 'defect',
    come_to_end: 'defect',
  },
};

/** The state after `event`, or why there is none. */
export function afterContractEvent(
  state: ContractState,
  event: ContractEvent,
): ContractState | { readonly refused: RefusalCode } {
  const outcome = TRANSITIONS[state][event];
  assert(outcome !== 'defect', `a ${state} contract does not ${event}`);
  return outcome;
}

/** Where a signed contract stands on `day`, among the account's others. */
export function stateOn(
  contract: Contract,
  contracts: readonly Contract[],
  day: LocalDate,
): Exclude<ContractState, 'draft'> {
  if (contract.endedOn !== undefined && day >= contract.endedOn) {
    // What had lapsed before its ordered end came is not ended by it.
    const lastDay = termOn({ ...contract, endedOn: undefined }, contracts, contract.endedOn);
    const neverBegan = contract.endedOn <= contract.startsOn;
    return lastDay === undefined && !neverBegan ? 'lapsed' : 'ended';
  }
  if (day < contract.startsOn) return 'active';
  const term = termOn(contract, contracts, day);
  if (term === undefined) return 'lapsed';
  return term.number === 0 ? 'active' : 'renewing';
}
