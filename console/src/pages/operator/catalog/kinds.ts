import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../../api/money.ts';
import { sayBytes } from '../../../api/time.ts';

export type CatalogKind = Schemas['CatalogDraft']['kind'];
export type Fields = Readonly<Record<string, unknown>>;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly say: (value: unknown, fields: Fields) => string;
}

const plain = (value: unknown) => (value === undefined ? '–' : String(value));
const listed = (value: unknown) =>
  Array.isArray(value) && value.length > 0 ? value.join(', ') : 'none';
const bytes = (value: unknown) => sayBytes(Number(value));
const seconds = (value: unknown) => `${String(value)} s`;

function prices(value: unknown): string {
  const entries = Object.entries((value ?? {}) as Record<string, string>);
  if (entries.length === 0) return 'none';
  return entries.map(([currency, amount]) => sayMoney({ amount, currency })).join(' · ');
}

/** What each kind of entry says about itself, in the order in which people read it. */
export const KINDS: Readonly<
  Record<
    CatalogKind,
    {
      readonly label: string;
      readonly list: 'license_types' | 'activities' | 'rates' | 'storage_meters';
      readonly fields: readonly Field[];
    }
  >
> = {
  license_type: {
    label: 'License types',
    list: 'license_types',
    fields: [
      { name: 'name', label: 'Name', say: plain },
      { name: 'prices', label: 'A month', say: prices },
      { name: 'kind', label: 'Kind', say: plain },
      { name: 'unit', label: 'Unit', say: plain },
      { name: 'requires', label: 'Requires', say: listed },
    ],
  },
  rate: {
    label: 'Rates',
    list: 'rates',
    fields: [
      { name: 'prices', label: 'A minute or segment', say: prices },
      { name: 'first_seconds', label: 'First increment', say: seconds },
      { name: 'next_seconds', label: 'Next increments', say: seconds },
      { name: 'connection_fees', label: 'Connection fee', say: prices },
    ],
  },
  activity: {
    label: 'Activities',
    list: 'activities',
    fields: [
      { name: 'name', label: 'Name', say: plain },
      { name: 'permission', label: 'Permission', say: plain },
      { name: 'licenses', label: 'Must hold', say: listed },
      { name: 'places', label: 'Takes a place in', say: listed },
      { name: 'metered', label: 'Metered', say: plain },
      { name: 'direction', label: 'Direction', say: plain },
      { name: 'counts_from', label: 'Counts from', say: plain },
      { name: 'ring_seconds', label: 'Rings for', say: seconds },
    ],
  },
  storage_meter: {
    label: 'Storage meters',
    list: 'storage_meters',
    fields: [
      { name: 'name', label: 'Name', say: plain },
      { name: 'prices', label: 'A GB and month', say: prices },
      { name: 'base_bytes', label: 'Included', say: bytes },
      { name: 'per_user_bytes', label: 'Included per user', say: bytes },
    ],
  },
};

export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What two versions of an entry say differently, field by field. */
export function differences(kind: CatalogKind, before: Fields, after: Fields): Difference[] {
  return KINDS[kind].fields.flatMap(({ name, label, say }) => {
    const [was, is] = [say(before[name], before), say(after[name], after)];
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}

/** A rate's code is `voice/44/outbound`; people say it otherwise. */
export function sayCode(kind: CatalogKind, code: string): string {
  if (kind !== 'rate') return code;
  const [meter, prefix, direction] = code.split('/');
  const numbers = prefix === 'default' ? 'all other numbers' : `+${prefix}`;
  return `${meter} to ${numbers}${direction === 'any' ? '' : `, ${direction}`}`;
}

/** The version in force on a day, among an entry's versions, oldest first. */
export function inForceOn<V extends { effective_on: string | null }>(
  versions: readonly V[],
  day: string,
): V | undefined {
  return versions.findLast(({ effective_on: from }) => from === null || from <= day);
}
