import { moneyText } from '../../kernel/money.ts';
import type { RefusalDetails, Remedy } from '../../kernel/refusal.ts';
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
        message:
          `From ${pending.effectiveOn} there are only ${pending.total} of ${name}, and as many ` +
          'are assigned beyond that day. Undo the pending decrease to assign more.',
        facts: { ...facts, pending_total: pending.total, effective_on: pending.effectiveOn },
        remedies: [
          {
            action: 'undo_pending_total',
            label: `Keep ${total} of ${name}`,
            link: cartLink(state.account, licenseType, total),
          },
        ],
      },
    };
  }
  return {
    refused: 'no_license_available',
    details: {
      message: `All ${total} of ${name} are assigned. Buy one more, or unassign one first.`,
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
    label: `Buy one more ${type.name}`,
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
    message: `${type.name} needs ${missing.join(' and ')} first. Assign them together.`,
    facts: { license_type: type.licenseType, missing },
    remedies: [
      {
        action: 'assign_with_required',
        label: `Assign ${[...missing, type.licenseType].join(', ')}`,
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
    message: `${dependents.join(' and ')} cannot be held without ${licenseType}.`,
    facts: { license_type: licenseType, required_by: dependents },
    remedies: [
      {
        action: 'unassign_with_required',
        label: `Unassign ${[licenseType, ...dependents].join(', ')}`,
        link: employeeLink(employee),
      },
    ],
  };
}

export function otherAccount(employee: string, present: string): RefusalDetails {
  return {
    message: `The employee's licenses come from ${present}, and all must come from one account.`,
    pointer: '/billing_account',
    facts: { billing_account: present },
    remedies: [
      {
        action: 'move_licenses',
        label: 'Move all licenses to the other account',
        link: employeeLink(employee),
      },
    ],
  };
}
