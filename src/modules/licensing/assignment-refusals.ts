import { moneyText } from '../../kernel/money.ts';
import type { RefusalDetails, Remedy } from '../../kernel/refusal.ts';
import { listOf } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import { cartLink, employeeLink } from './console-links.ts';
import type { LicenseTotal } from './license-total.ts';
import type { LicensingRules, LicensingState } from './plan-totals.ts';
import type { Refused } from './totals-plan.ts';

/** Why one more employee cannot be given `type`; `room` says what is in the way. */
export function noRoom(
  type: LicenseTotal,
  room: 'all_assigned' | 'pending_total_reached',
  state: LicensingState,
  rules: LicensingRules,
): Refused {
  const { name, total, pending, licenseType } = type;
  const facts = { license_type: licenseType, total, assigned: type.holders.length };
  if (room === 'pending_total_reached' && pending !== undefined) {
    return {
      refused: 'pending_total_reached',
      details: {
        message: say(
          'From {effectiveOn} there are only {total} of {name}, and as many are assigned beyond that day. Undo the pending decrease to assign more.',
          { effectiveOn: pending.effectiveOn, total: pending.total, name },
        ),
        facts: { ...facts, pending_total: pending.total, effective_on: pending.effectiveOn },
        remedies: [
          {
            action: 'undo_pending_total',
            label: say('Keep {total} of {name}', { total, name }),
            link: cartLink(state.account, licenseType, total),
          },
        ],
      },
    };
  }
  return {
    refused: 'no_license_available',
    details: {
      message: say('All {total} of {name} are assigned. Buy one more, or unassign one first.', {
        total,
        name,
      }),
      facts,
      remedies: [buyOneMore(type, state, rules)],
    },
  };
}

/** What one more costs until the period ends, and from then on per month. */
function buyOneMore(type: LicenseTotal, state: LicensingState, rules: LicensingRules): Remedy {
  const price = rules.unitPriceOn(type.licenseType, state.today)?.price;
  const next = rules.unitPriceOn(type.licenseType, state.period.end)?.price;
  return {
    action: 'buy_licenses',
    label: say('Buy one more {type}', { type: type.name }),
    link: cartLink(state.account, type.licenseType, '+1'),
    ...(price !== undefined && {
      due_now: moneyText(rules.prorate(price, 1, state.period, state.today).amount),
    }),
    ...(next !== undefined && { recurring: moneyText(next) }),
  };
}

export function requiredMissing(
  employee: string,
  type: LicenseTotal,
  missing: readonly string[],
): RefusalDetails {
  return {
    message: say('{type} needs {licenses} first. Assign them together.', {
      type: type.name,
      licenses: listOf(missing),
    }),
    facts: { license_type: type.licenseType, missing },
    remedies: [
      {
        action: 'assign_with_required',
        label: say('Assign {licenses}', { licenses: [...missing, type.licenseType].join(', ') }),
        link: employeeLink(employee),
      },
    ],
  };
}

export function requiredByOthers(
  employee: string,
  licenseType: string,
  dependents: readonly string[],
): RefusalDetails {
  return {
    message: say('{licenses} cannot be held without {required}.', {
      licenses: listOf(dependents),
      required: licenseType,
    }),
    facts: { license_type: licenseType, required_by: dependents },
    remedies: [
      {
        action: 'unassign_with_required',
        label: say('Unassign {licenses}', { licenses: [licenseType, ...dependents].join(', ') }),
        link: employeeLink(employee),
      },
    ],
  };
}

export function otherAccount(employee: string, present: string): RefusalDetails {
  return {
    message: say(
      "The employee's licenses come from {present}, and all must come from one account.",
      { present },
    ),
    pointer: '/billing_account',
    facts: { billing_account: present },
    remedies: [
      {
        action: 'move_licenses',
        label: say('Move all licenses to the other account'),
        link: employeeLink(employee),
      },
    ],
  };
}
