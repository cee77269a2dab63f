import type { Schemas } from '@tollkeeper/sdk';

type Licenses = Schemas['BillingAccountDetails']['licenses'];

/** What is in the cart: totals that were touched, and minutes. */
export interface Wanted {
  readonly totals: Readonly<Record<string, number>>;
  /** As typed; empty: none. */
  readonly minutes: string;
  readonly effectiveOn: string | undefined;
}

/**
 * The cart that an address asks for: `dialer=12` is a total, `dialer=+1` one more than there
 * are, `minutes=100.00` an amount. What means nothing is left out.
 */
export function wantedOf(search: Readonly<Record<string, string>>, licenses: Licenses): Wanted {
  const totals: Record<string, number> = {};
  for (const [code, license] of Object.entries(licenses)) {
    const text = search[code];
    if (text === undefined || !/^\+?\d{1,7}$/.test(text)) continue;
    totals[code] = text.startsWith('+') ? license.total + Number(text) : Number(text);
  }
  const { minutes = '', effective_on: effectiveOn } = search;
  return { totals, minutes: isAmount(minutes) ? minutes : '', effectiveOn };
}

export function isAmount(text: string): boolean {
  return /^\d{1,10}(\.\d{1,3})?$/.test(text) && Number(text) > 0;
}

/** What is ordered: touched totals that change something or undo something, and minutes. */
export function orderOf(wanted: Wanted, licenses: Licenses) {
  const totals = Object.fromEntries(
    Object.entries(wanted.totals).filter(([code, total]) => {
      const license = licenses[code];
      return license !== undefined && (license.total !== total || license.pending !== undefined);
    }),
  );
  const minutes = isAmount(wanted.minutes) ? wanted.minutes : undefined;
  if (Object.keys(totals).length === 0 && minutes === undefined) return undefined;
  const lowers = Object.entries(totals).some(
    ([code, total]) => total < (licenses[code]?.total ?? 0),
  );
  return {
    ...(Object.keys(totals).length === 0 ? {} : { totals }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(wanted.effectiveOn !== undefined && lowers ? { effective_on: wanted.effectiveOn } : {}),
  };
}

export type CartOrder = NonNullable<ReturnType<typeof orderOf>>;
