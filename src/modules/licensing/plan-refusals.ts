import type { LocalDate } from '../../kernel/calendar.ts';
import type { Floor } from '../contracts/index.ts';
import { accountLink, cartLink } from './console-links.ts';
import type { Holder, LicenseTotal } from './license-total.ts';
import type { Refused } from './totals-plan.ts';

/** So many are named in a refusal; more would help nobody. */
const NAMED_MAX = 100;

export function belowFloor(
  account: string,
  type: LicenseTotal,
  total: number,
  floor: Floor,
): Refused {
  const { contractEndsOn, possibleFrom } = floor;
  const renews =
    floor.noticeFor === undefined ? '' : ' if it is ordered before the contract renews';
  return {
    refused: 'below_contract_floor',
    details: {
      message:
        `The contract keeps ${type.name} at ${floor.floor} or more until it ends on ` +
        `${contractEndsOn}. A total of ${total} is possible from ${possibleFrom}${renews}.`,
      pointer: `/totals/${type.licenseType}`,
      facts: {
        license_type: type.licenseType,
        total,
        floor: floor.floor,
        contract: floor.contract,
        contract_ends_on: contractEndsOn,
        possible_from: possibleFrom,
      },
      remedies: [
        {
          action: 'order_total_from',
          label: `Lower ${type.name} to ${total} from ${possibleFrom}`,
          link: cartLink(account, type.licenseType, total, possibleFrom),
        },
        {
          action: 'order_floor',
          label: `Order the contract's ${floor.floor}`,
          link: cartLink(account, type.licenseType, floor.floor),
        },
      ],
    },
  };
}

export function assignedExceedsTotal(
  account: string,
  type: LicenseTotal,
  { total, effectiveOn }: { total: number; effectiveOn: LocalDate },
  left: readonly Holder[],
): Refused {
  const surplus = left.length - total;
  return {
    refused: 'assigned_exceeds_total',
    details: {
      message:
        `${left.length} employees hold ${type.name}, so the total cannot be ${total} on ` +
        `${effectiveOn}. Unassign ${surplus} of them first, or name in the order who loses it.`,
      pointer: `/totals/${type.licenseType}`,
      facts: {
        license_type: type.licenseType,
        total,
        assigned: left.length,
        to_unassign: surplus,
        employees: left.slice(0, NAMED_MAX).map(({ employee, name }) => ({ employee, name })),
      },
      remedies: [
        {
          action: 'unassign',
          label: `Choose ${surplus} to lose ${type.name} on ${effectiveOn}`,
          link: accountLink(account),
        },
      ],
    },
  };
}

export function noPrice(type: LicenseTotal, currency: string, day: LocalDate): Refused {
  return {
    refused: 'no_price',
    details: {
      message: `${type.name} has no price in ${currency} on ${day}; the operator must set one.`,
      pointer: `/totals/${type.licenseType}`,
      facts: { license_type: type.licenseType, currency, day },
    },
  };
}

export function invalidEffectiveOn(message: string, next?: LocalDate): Refused {
  return {
    refused: 'invalid_value',
    details: {
      message,
      pointer: '/effective_on',
      ...(next !== undefined && { facts: { next_period_start: next } }),
    },
  };
}
