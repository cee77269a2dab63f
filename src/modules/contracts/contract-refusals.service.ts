import { addDays, type LocalDate } from '../../kernel/calendar.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type CatalogSnapshot, licensePriceOn } from '../catalog/index.ts';
import type { Contract, ContractInput } from './contract.ts';
import { committedUntil, overlapping, termOn } from './terms.ts';

/** What is wrong with a contract in itself: signed or not, it could never be kept. */
export function refuseTerms(
  snapshot: CatalogSnapshot,
  contract: ContractInput & { endsOn: LocalDate },
  account: Pick<BillingAccount, 'today' | 'currency'>,
): void {
  refusePast(contract, account.today);
  refuseUnpriced(snapshot, contract, account);
}

function refusePast(contract: { endsOn: LocalDate }, today: LocalDate): void {
  if (contract.endsOn > today) return;
  throw new Refusal('invalid_value', {
    message: say('That contract would have ended on {endsOn}; today is {today}.', {
      endsOn: contract.endsOn,
      today,
    }),
    pointer: '/starts_on',
    facts: { ends_on: contract.endsOn, today },
  });
}

/** Every type named must exist, and what will be charged by its floor must have a price. */
function refuseUnpriced(
  snapshot: CatalogSnapshot,
  contract: ContractInput,
  account: Pick<BillingAccount, 'today' | 'currency'>,
): void {
  for (const field of ['floors', 'prices'] as const) {
    const unknown = Object.keys(contract[field]).find((code) => !snapshot.license_type.has(code));
    if (unknown !== undefined) {
      throw new Refusal('unknown_code', {
        message: say('There is no license type "{code}" in the catalog.', { code: unknown }),
        pointer: `/${field}/${unknown}`,
        facts: { code: unknown },
      });
    }
  }
  const day = contract.startsOn > account.today ? contract.startsOn : account.today;
  for (const code of Object.keys(contract.floors)) {
    if (contract.prices[code] !== undefined) continue;
    if (licensePriceOn(snapshot, code, account.currency, day) !== undefined) continue;
    throw new Refusal('no_price', {
      message: say(
        'The catalog has no price of {code} in {currency}, so the contract must set one.',
        { code, currency: account.currency },
      ),
      pointer: `/floors/${code}`,
      facts: { license_type: code, currency: account.currency },
    });
  }
}

/** Contracts of one account never overlap. */
export function refuseOverlap(
  contracts: readonly Contract[],
  contract: Pick<Contract, 'startsOn' | 'endsOn'>,
  today: LocalDate,
): void {
  const other = overlapping(contracts, contract, today);
  if (other === undefined) return;
  const until = committedUntil(other, contracts, today);
  throw new Refusal('contract_overlap', {
    message: say(
      'Another contract runs from {startsOn} up to {until}; contracts of one billing account never overlap.',
      { startsOn: other.startsOn, until },
    ),
    pointer: '/starts_on',
    facts: { contract: other.id, starts_on: other.startsOn, ends_on: until },
  });
}

/** An end must be to come, and must change something. */
export function refuseEnd(
  contract: Contract,
  contracts: readonly Contract[],
  endsOn: LocalDate,
  today: LocalDate,
): void {
  const pointer = '/ends_on';
  if (endsOn <= today) {
    const message = say(
      'A contract ends on a day to come; today is {today}. Nothing is repriced.',
      {
        today,
      },
    );
    throw new Refusal('invalid_value', { message, pointer, facts: { today } });
  }
  if (endsOn <= contract.startsOn) return; // It never begins.
  if (termOn(contract, contracts, addDays(endsOn, -1)) !== undefined) return;
  const until = committedUntil(contract, contracts, today);
  const message = say('By itself the contract runs no further than {until}.', { until });
  throw new Refusal('invalid_value', { message, pointer, facts: { ends_on: until } });
}
