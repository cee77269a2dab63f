import type { Schemas } from '@tollkeeper/sdk';
import { sayMoney } from '../../../api/money.ts';
import { sayBytes } from '../../../api/time.ts';
import { say } from '../../../words/say.ts';

export type CatalogKind = Schemas['CatalogDraft']['kind'];
export type Fields = Readonly<Record<string, unknown>>;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly text: (value: unknown) => string;
}

/** What an entry's fields may say, in words. */
const WORDS: Readonly<Record<string, string>> = {
  named: say('named'),
  pooled: say('pooled'),
  seat: say('seat'),
  port: say('port'),
  voice: say('voice'),
  sms: say('sms'),
  none: say('none'),
  outbound: say('outbound'),
  inbound: say('inbound'),
  start: say('start'),
  answer: say('answer'),
};

/** The values of a field, to choose among. */
export const choicesOf = (...values: string[]) =>
  values.map((value) => ({ value, label: worded(value) }));

const plain = (value: unknown) => (value === undefined ? '–' : String(value));
const worded = (value: unknown) => WORDS[String(value)] ?? plain(value);
const listed = (value: unknown) =>
  Array.isArray(value) && value.length > 0 ? value.join(', ') : say('none');
const bytes = (value: unknown) => sayBytes(Number(value));
const seconds = (value: unknown) => `${String(value)} s`;

function prices(value: unknown): string {
  const entries = Object.entries((value ?? {}) as Record<string, string>);
  if (entries.length === 0) return say('none');
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
    label: say('License types'),
    list: 'license_types',
    fields: [
      { name: 'name', label: say('Name'), text: plain },
      { name: 'prices', label: say('A month'), text: prices },
      { name: 'kind', label: say('Kind'), text: worded },
      { name: 'unit', label: say('Unit'), text: worded },
      { name: 'requires', label: say('Requires'), text: listed },
    ],
  },
  rate: {
    label: say('Rates'),
    list: 'rates',
    fields: [
      { name: 'prices', label: say('A minute or segment'), text: prices },
      { name: 'first_seconds', label: say('First increment'), text: seconds },
      { name: 'next_seconds', label: say('Next increments'), text: seconds },
      { name: 'connection_fees', label: say('Connection fee'), text: prices },
    ],
  },
  activity: {
    label: say('Activities'),
    list: 'activities',
    fields: [
      { name: 'name', label: say('Name'), text: plain },
      { name: 'permission', label: say('Permission'), text: plain },
      { name: 'licenses', label: say('Must hold'), text: listed },
      { name: 'places', label: say('Takes a place in'), text: listed },
      { name: 'metered', label: say('Metered'), text: worded },
      { name: 'direction', label: say('Direction'), text: worded },
      { name: 'counts_from', label: say('Counts from'), text: worded },
      { name: 'ring_seconds', label: say('Rings for'), text: seconds },
    ],
  },
  storage_meter: {
    label: say('Storage meters'),
    list: 'storage_meters',
    fields: [
      { name: 'name', label: say('Name'), text: plain },
      { name: 'prices', label: say('A GB and month'), text: prices },
      { name: 'base_bytes', label: say('Included'), text: bytes },
      { name: 'per_user_bytes', label: say('Included per user'), text: bytes },
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
  return KINDS[kind].fields.flatMap(({ name, label, text }) => {
    const [was, is] = [text(before[name]), text(after[name])];
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}

/** A rate's code is `voice/44/outbound`; people say it otherwise. */
export function sayCode(kind: CatalogKind, code: string): string {
  if (kind !== 'rate') return code;
  const [meter = '', prefix = '', direction = ''] = code.split('/');
  const rate = { meter: worded(meter), prefix, direction: worded(direction) };
  if (prefix === 'default') {
    return direction === 'any'
      ? say('{meter} to all other numbers', rate)
      : say('{meter} to all other numbers, {direction}', rate);
  }
  return direction === 'any'
    ? say('{meter} to +{prefix}', rate)
    : say('{meter} to +{prefix}, {direction}', rate);
}

/** The version in force on a day, among an entry's versions, oldest first. */
export function inForceOn<V extends { effective_on: string | null }>(
  versions: readonly V[],
  day: string,
): V | undefined {
  return versions.findLast(({ effective_on: from }) => from === null || from <= day);
}
