import type { Schemas } from '@tollkeeper/sdk';
import { amountOf, currencyDecimals, sayFigure } from '../../api/money.ts';

type Licenses = Schemas['BillingAccountDetails']['licenses'];

export interface Loser {
  readonly employee: string;
  readonly name: string;
}

/** What is in the cart: totals that were touched, and minutes. */
export interface Wanted {
  readonly totals: Readonly<Record<string, number>>;
  /** As the reader types it; empty: none. */
  readonly minutes: string;
  readonly effectiveOn: string | undefined;
  /** Who loses a named license on the day on which its total falls, by license type. */
  readonly losers: Readonly<Record<string, readonly Loser[]>>;
}

export const NOTHING: Wanted = { totals: {}, minutes: '', effectiveOn: undefined, losers: {} };

/**
 * The cart that an address asks for: `dialer=12` is a total, `dialer=+1` one more than there
 * are, `minutes=100.00` an amount. What means nothing is left out.
 */
export function wantedOf(
  search: Readonly<Record<string, string>>,
  { licenses, currency }: Pick<Schemas['BillingAccountDetails'], 'licenses' | 'currency'>,
): Wanted {
  const totals: Record<string, number> = {};
  for (const [code, license] of Object.entries(licenses)) {
    const text = search[code];
    if (text === undefined || !/^\+?\d{1,7}$/.test(text)) continue;
    totals[code] = text.startsWith('+') ? license.total + Number(text) : Number(text);
  }
  const { minutes = '', effective_on: effectiveOn } = search;
  return {
    ...NOTHING,
    totals,
    minutes: isAmount(minutes) ? sayFigure(inFull(minutes, currency)) : '',
    effectiveOn,
  };
}

function isAmount(text: string): boolean {
  return /^\d{1,10}(\.\d{1,3})?$/.test(text) && Number(text) > 0;
}

/** The amount of minutes that was typed, as the server takes it; undefined where it is none. */
export function minutesOf({ minutes }: Wanted): string | undefined {
  const amount = amountOf(minutes);
  return amount !== undefined && isAmount(amount) ? amount : undefined;
}

/** With all the decimals of the currency: the address drops zeros at the end. */
function inFull(amount: string, currency: string): string {
  const decimals = currencyDecimals(currency);
  const [whole = '', fraction = ''] = amount.split('.');
  return decimals === 0 ? amount : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

/** The cart with another total; who was to lose the license is asked again. */
export function withTotal(wanted: Wanted, code: string, total: number): Wanted {
  const { [code]: _, ...losers } = wanted.losers;
  return { ...wanted, totals: { ...wanted.totals, [code]: total }, losers };
}

/** What is ordered: touched totals that change something or undo something, and minutes. */
export function orderOf(wanted: Wanted, licenses: Licenses) {
  const totals = Object.fromEntries(
    Object.entries(wanted.totals).filter(([code, total]) => {
      const license = licenses[code];
      return license !== undefined && (license.total !== total || license.pending !== undefined);
    }),
  );
  const minutes = minutesOf(wanted);
  if (Object.keys(totals).length === 0 && minutes === undefined) return undefined;
  const lowers = Object.entries(totals).some(
    ([code, total]) => total < (licenses[code]?.total ?? 0),
  );
  const unassign = Object.fromEntries(
    Object.entries(wanted.losers).map(([code, all]) => [code, all.map((one) => one.employee)]),
  );
  return {
    ...(Object.keys(totals).length === 0 ? {} : { totals }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(wanted.effectiveOn !== undefined && lowers ? { effective_on: wanted.effectiveOn } : {}),
    ...(Object.keys(unassign).length === 0 ? {} : { unassign }),
  };
}

export type CartOrder = NonNullable<ReturnType<typeof orderOf>>;
