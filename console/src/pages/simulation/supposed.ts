import type { Schemas } from '@tollkeeper/sdk';
import { amountsOf } from '../../api/money.ts';
import { type TermsDraft, termsBody } from '../operator/contract/terms-draft.ts';

type Details = Schemas['BillingAccountDetails'];

/** What is supposed of one day, as it is being typed. */
export interface SupposedDraft {
  /** Names the row while everything in it still changes. */
  readonly id: string;
  readonly what: 'totals' | 'hires' | 'leavers';
  readonly on: string;
  readonly license: string | null;
  readonly total: number;
  readonly people: number;
  readonly licenses: readonly string[];
}

export interface Supposed {
  readonly invoices: number;
  readonly changes: readonly SupposedDraft[];
  readonly contract: TermsDraft | undefined;
  readonly prices: { readonly from: string; readonly by: Readonly<Record<string, string>> };
}

export const INVOICES_MAX = 36;
const INVOICES_FIRST = 12;

export function nothingSupposed({ period }: Details): Supposed {
  return {
    invoices: INVOICES_FIRST,
    changes: [],
    contract: undefined,
    prices: { from: period.end, by: {} },
  };
}

/** A change that means nothing yet: the present total, or one person with the first license. */
export function newChange(details: Details, what: SupposedDraft['what']): SupposedDraft {
  const [first] = Object.entries(details.licenses);
  const chain = Object.keys(details.licenses).filter((code) => code !== 'flex_port');
  return {
    id: crypto.randomUUID(),
    what,
    on: details.period.end,
    license: first?.[0] ?? null,
    total: first?.[1].total ?? 0,
    people: 1,
    licenses: chain,
  };
}

/** What is sent; undefined while something that is needed is missing. */
export function bodyOf({ invoices, changes, contract, prices }: Supposed) {
  const sent = changes.map(changeOf);
  const complete = sent.filter((change) => change !== undefined);
  if (complete.length < sent.length || invoices < 1 || invoices > INVOICES_MAX) return undefined;
  const terms = contract === undefined ? undefined : termsBody(contract);
  if (contract !== undefined && terms === undefined) return undefined;
  const amounts = amountsOf(prices.by);
  if (amounts === undefined) return undefined;
  const hasPrices = Object.keys(amounts).length > 0;
  if (hasPrices && prices.from === '') return undefined;
  return {
    invoices,
    changes: complete,
    ...(terms === undefined ? {} : { contract: terms }),
    ...(hasPrices ? { prices: { from: prices.from, prices: amounts } } : {}),
  };
}

function changeOf({ what, on, license, total, people, licenses }: SupposedDraft) {
  if (on === '') return undefined;
  if (what === 'totals') return license === null ? undefined : { on, totals: { [license]: total } };
  if (people < 1 || licenses.length === 0) return undefined;
  return { on, [what]: { people, licenses: [...licenses] } };
}

/** Whether anything is supposed at all. */
export function isAnything({ changes, contract, prices }: Supposed): boolean {
  const hasPrices = Object.values(prices.by).some((amount) => amount.trim() !== '');
  return changes.length > 0 || contract !== undefined || hasPrices;
}
