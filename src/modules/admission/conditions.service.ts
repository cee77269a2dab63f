import { createHash } from 'node:crypto';
import type { LocalDate } from '../../kernel/calendar.ts';
import type { Currency } from '../../kernel/currency.ts';
import { type Activity, type CatalogSnapshot, versionOn } from '../catalog/index.ts';
import { findRate } from '../rating/index.ts';
import type { Conditions } from './conditions.ts';

/** What is to be done, as far as the catalog has something to say about it. */
export interface Asked {
  readonly activity: string;
  readonly direction?: 'outbound' | 'inbound' | undefined;
  /** E.164. */
  readonly destination?: string | undefined;
  readonly currency: Currency;
  readonly day: LocalDate;
  /** A seat belongs to somebody: where no employee is concerned nobody takes one. */
  readonly takes: 'seats and ports' | 'ports' | 'nothing';
}

/** What the catalog says. */
export interface Answered {
  readonly activity: Activity;
  readonly conditions: Conditions;
}

/** What one catalog was found to say, and its conditions by their content. */
interface Remembered {
  readonly answers: Map<string, Answered>;
  readonly conditions: Map<string, Conditions>;
}

/** About 200 bytes each; most calls go to numbers that are called again. */
const ANSWERS_MAX = 20_000;

const remembered = new WeakMap<CatalogSnapshot, Remembered>();

/** The same object while the catalog is the same. Undefined where there is no such activity. */
export function conditionsFor(catalog: CatalogSnapshot, asked: Asked): Answered | undefined {
  let memory = remembered.get(catalog);
  if (memory === undefined) {
    memory = { answers: new Map(), conditions: new Map() };
    remembered.set(catalog, memory);
  }
  const { activity, direction = '', destination = '', currency, day, takes } = asked;
  const name = `${activity} ${direction} ${destination} ${currency} ${day} ${takes}`;
  const known = memory.answers.get(name);
  if (known !== undefined) return known;
  const found = versionOn(catalog, 'activity', activity, day)?.body;
  if (found === undefined) return undefined;
  const fresh = { activity: found, conditions: named(contentOf(catalog, asked, found), memory) };
  if (memory.answers.size >= ANSWERS_MAX) memory.answers.clear();
  memory.answers.set(name, fresh);
  return fresh;
}

function contentOf(
  catalog: CatalogSnapshot,
  { direction: named, destination, currency, day, takes, activity }: Asked,
  { metered, direction: own, places, ring_seconds }: Activity,
): Omit<Conditions, 'id'> {
  const direction = named ?? own ?? (metered === 'none' ? undefined : 'outbound');
  const question = { direction: direction ?? 'outbound', destination, currency, day };
  const rate = metered === 'none' ? undefined : findRate(catalog, { kind: metered, ...question });
  const unitOf = (code: string) => versionOn(catalog, 'license_type', code, day)?.body.unit;
  const ports = places.filter((code) => unitOf(code) === 'port');
  return {
    activity,
    direction: direction ?? null,
    meter: metered,
    rate,
    ringMs: ring_seconds * 1000,
    ports: takes === 'nothing' ? [] : ports,
    seats: takes === 'seats and ports' ? places.filter((code) => !ports.includes(code)) : [],
  };
}

function named(content: Omit<Conditions, 'id'>, { conditions }: Remembered): Conditions {
  const text = JSON.stringify(content, (_name, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  const known = conditions.get(text);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(text).digest();
  const fresh = { id: BigInt.asUintN(63, digest.readBigUInt64BE()), ...content };
  conditions.set(text, fresh);
  return fresh;
}
