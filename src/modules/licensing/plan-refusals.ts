import type { LocalDate } from '../../kernel/calendar.ts';
import { say } from '../../kernel/words/say.ts';
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
  return {
    refused: 'below_contract_floor',
    details: {
      message: floorSentence(type, total, floor),
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
          label: say('Lower {type} to {total} from {possibleFrom}', {
            type: type.name,
            total,
            possibleFrom,
          }),
          link: cartLink(account, type.licenseType, total, possibleFrom),
        },
        {
          action: 'order_floor',
          label: say("Order the contract's {floor}", { floor: floor.floor }),
          link: cartLink(account, type.licenseType, floor.floor),
        },
      ],
    },
  };
}

function floorSentence(type: LicenseTotal, total: number, floor: Floor): string {
  const { contractEndsOn, possibleFrom } = floor;
  const values = { type: type.name, floor: floor.floor, contractEndsOn, total, possibleFrom };
  return floor.noticeFor === undefined
    ? say(
        'The contract keeps {type} at {floor} or more until it ends on {contractEndsOn}. A total of {total} is possible from {possibleFrom}.',
        values,
      )
    : say(
        'The contract keeps {type} at {floor} or more until it ends on {contractEndsOn}. A total of {total} is possible from {possibleFrom} if it is ordered before the contract renews.',
        values,
      );
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
      message: say(
        '{left, plural, one {# employee holds} other {# employees hold}} {type}, so the total cannot be {total} on {effectiveOn}. Unassign {surplus} of them first, or name in the order who loses it.',
        { left: left.length, type: type.name, total, effectiveOn, surplus },
      ),
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
          label: say('Choose {surplus} to lose {type} on {effectiveOn}', {
            surplus,
            type: type.name,
            effectiveOn,
          }),
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
      message: say('{type} has no price in {currency} on {day}; the operator must set one.', {
        type: type.name,
        currency,
        day,
      }),
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
