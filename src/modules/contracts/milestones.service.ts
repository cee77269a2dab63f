import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { SYSTEM } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { addDays } from '../../kernel/calendar.ts';
import { type BillingAccount, type DueSource, dayStart } from '../accounts/index.ts';
import type { Contract } from './contract.ts';
import { afterContractEvent, stateOn } from './contract-state.ts';
import type { Contracts } from './contracts.service.ts';
import {
  insertMilestones,
  type Milestone,
  selectAccountsWithMilestone,
  selectAccountsWithMilestoneBy,
  selectNextMilestoneAt,
  takeMilestonesDue,
} from './milestones.store.ts';
import { termOn } from './terms.ts';

/**
 * Tells that a contract started, renewed or lapsed. It decides nothing: what is in force on a
 * day follows from the contracts, whether or not this ever ran.
 */
export function createContractMilestones(deps: {
  events: Events;
  contracts: Contracts;
}): DueSource {
  const { events, contracts } = deps;

  async function tell(
    tx: Transaction,
    account: BillingAccount,
    milestone: Milestone,
    type: string,
    after: Record<string, unknown>,
  ): Promise<void> {
    await events.record(tx, {
      actor: SYSTEM,
      at: milestone.dueAt,
      company: account.company,
      account: account.id,
      type,
      subject: milestone.contract,
      after,
    });
  }

  async function endTerm(
    tx: Transaction,
    account: BillingAccount,
    milestone: Milestone,
    all: readonly Contract[],
  ): Promise<void> {
    const contract = contractOf(milestone, all);
    const term = termOn(contract, all, milestone.dueOn);
    const before = stateOn(contract, all, addDays(milestone.dueOn, -1));
    afterContractEvent(before, term === undefined ? 'lapse' : 'renew');
    if (term === undefined) {
      await tell(tx, account, milestone, 'contract.lapsed', { ended_on: milestone.dueOn });
      return;
    }
    const after = { term: term.number, starts_on: term.startsOn, ends_on: term.endsOn };
    await tell(tx, account, milestone, 'contract.renewed', after);
    const dueAt = dayStart(account, term.endsOn);
    await insertMilestones(tx, [{ ...milestone, dueOn: term.endsOn, dueAt }]);
  }

  return {
    name: 'contract milestones',
    rank: 22, // Before renewals, so that a lapse is told before what it changes is charged.
    next: selectNextMilestoneAt,
    accountsDue: selectAccountsWithMilestone,
    beforeRenewal: selectAccountsWithMilestoneBy,
    async run(tx, account) {
      const all = await contracts.list(tx, account);
      for (const milestone of await takeMilestonesDue(tx, account.id, account.now)) {
        const { kind, dueOn } = milestone;
        const contract = contractOf(milestone, all);
        // Ended before its first day: it never started, and none of its terms is over.
        const { endedOn } = contract;
        const cutShort = endedOn !== undefined && endedOn <= dueOn && kind !== 'end';
        if (cutShort) continue;
        if (kind === 'term_end') await endTerm(tx, account, milestone, all);
        if (kind === 'start') {
          await tell(tx, account, milestone, 'contract.started', { started_on: dueOn });
        }
        if (kind === 'end' && stateOn(contract, all, dueOn) === 'ended') {
          afterContractEvent(stateOn(contract, all, addDays(dueOn, -1)), 'come_to_end');
          await tell(tx, account, milestone, 'contract.ended', { ended_on: dueOn });
        }
      }
    },
  };
}

function contractOf({ contract }: Milestone, all: readonly Contract[]): Contract {
  const found = all.find(({ id }) => id === contract);
  assert(found !== undefined, 'a milestone belongs to a contract of its account');
  return found;
}
