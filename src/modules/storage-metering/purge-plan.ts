import { localDateAt } from '../../kernel/calendar.ts';
import { type Money, subtract } from '../../kernel/money.ts';
import { sayNumber } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import { monthlyFee, overage } from './storage-fee.ts';
import type { StoredObject } from './stored-object.ts';

/** The ways to a smaller storage fee, in the order in which they are proposed. */
export type PurgeWay = 'deleted_records' | 'recordings' | 'large_files' | 'undialed_lists';

export interface PurgeRow {
  readonly kind: PurgeWay;
  readonly meter: string;
  /** External ids, at most `OBJECTS_PER_ROW`. */
  readonly objects: readonly string[];
  readonly why: string;
  /** Whether the objects must be deleted before they can be purged. */
  readonly deleteFirst: boolean;
  readonly freesBytes: bigint;
  /** What it saves a month once the rows above it are done. */
  readonly savesPerMonth: Money;
}

/** A meter as it stands now. */
export interface MeterLevel {
  readonly meter: string;
  readonly name: string;
  readonly bytes: bigint;
  readonly allowanceBytes: bigint;
  /** Absent where the catalog has no price in the account's currency: then nothing is saved. */
  readonly pricePerGb: Money | undefined;
}

/** One purge request takes as many, so each row can be carried out in one. */
export const OBJECTS_PER_ROW = 1_000;

/** Files below 10 MB are rarely worth anybody's time: a thousand of them make 10 GB. */
export const LARGE_FILE_BYTES = 10_000_000n;

/**
 * The plan for the meters that are over their allowance, cheapest loss first: what is deleted
 * anyway; recordings, least recently used first, and large files, largest first, as many as it
 * takes; lists of which less than half was dialed. A row's saving counts from the rows above it,
 * so the savings add up to the difference between doing nothing and doing everything. Days are
 * those of the account's `zone`.
 */
export function purgePlan(
  levels: readonly MeterLevel[],
  objects: readonly StoredObject[],
  zone: string,
): PurgeRow[] {
  const remaining = new Map(levels.map((level) => [level.meter, level.bytes]));
  const over = levels.filter((level) => overage(level.bytes, level.allowanceBytes) > 0n);
  const rows: PurgeRow[] = [];
  for (const way of WAYS) {
    for (const level of over) {
      if (level.pricePerGb === undefined) continue;
      const candidates = objects
        .filter((object) => object.meter === level.meter && object.state !== 'purged')
        .filter((object) => wayOf(object) === way.kind)
        .sort(way.order);
      const bytesBefore = remaining.get(level.meter) ?? 0n;
      const excess = overage(bytesBefore, level.allowanceBytes);
      const groups = way.group(way.enough ? firstReaching(candidates, excess) : candidates);
      for (const group of groups) {
        const bytes = remaining.get(level.meter) ?? 0n;
        rows.push(rowOf(way, level, level.pricePerGb, bytes, group, zone));
        remaining.set(level.meter, bytes - bytesOf(group));
      }
    }
  }
  return rows;
}

interface Way {
  readonly kind: PurgeWay;
  /** Whether to stop as soon as the meter is below its allowance. */
  readonly enough: boolean;
  readonly order: (left: StoredObject, right: StoredObject) => number;
  readonly group: (objects: readonly StoredObject[]) => StoredObject[][];
  readonly why: (objects: readonly StoredObject[], level: MeterLevel, zone: string) => string;
}

const WAYS: readonly Way[] = [
  {
    kind: 'deleted_records',
    enough: false,
    order: bySize,
    group: inChunks,
    why: (objects, level) =>
      say(
        '{count, plural, one {# deleted object still counts} other {# deleted objects still count}} under {meter} until purged.',
        { count: objects.length, meter: level.name },
      ),
  },
  {
    kind: 'recordings',
    enough: true,
    order: (left, right) =>
      left.lastUsedAt.getTime() - right.lastUsedAt.getTime() || bySize(left, right),
    group: inChunks,
    why: (objects, _level, zone) =>
      say(
        '{count, plural, one {# call recording} other {# call recordings}}, last used on {day} or before.',
        { count: objects.length, day: dayOf(objects.at(-1), zone) },
      ),
  },
  {
    kind: 'large_files',
    enough: true,
    order: bySize,
    group: inChunks,
    why: (objects, level) =>
      say('The largest of {meter}: {names}.', { meter: level.name, names: namesOf(objects) }),
  },
  {
    kind: 'undialed_lists',
    enough: false,
    order: (left, right) => Number(undialed(right) - undialed(left)) || bySize(left, right),
    group: (objects) => objects.map((object) => [object]),
    why: ([list]) =>
      say(
        'Only {dialed} of the {records} names in “{list}” were dialed: keep the rest elsewhere and upload what is called next.',
        {
          dialed: sayNumber(list?.dialedRecords ?? 0n),
          records: sayNumber(list?.records ?? 0n),
          list: list?.name ?? '',
        },
      ),
  },
];

function wayOf(object: StoredObject): PurgeWay | undefined {
  if (object.state === 'deleted') return 'deleted_records';
  if (object.records !== undefined) {
    // Mostly not dialed: less than half. An empty list has nothing that was left undialed.
    return (object.dialedRecords ?? 0n) * 2n < object.records ? 'undialed_lists' : undefined;
  }
  if (object.meter === 'recordings' || object.kind.includes('recording')) return 'recordings';
  return object.bytes >= LARGE_FILE_BYTES ? 'large_files' : undefined;
}

function rowOf(
  way: Way,
  level: MeterLevel,
  pricePerGb: Money,
  bytes: bigint,
  group: readonly StoredObject[],
  zone: string,
): PurgeRow {
  const freesBytes = bytesOf(group);
  const before = monthlyFee(pricePerGb, overage(bytes, level.allowanceBytes));
  const after = monthlyFee(pricePerGb, overage(bytes - freesBytes, level.allowanceBytes));
  return {
    kind: way.kind,
    meter: level.meter,
    objects: group.map((object) => object.externalId),
    why: way.why(group, level, zone),
    deleteFirst: way.kind !== 'deleted_records',
    freesBytes,
    savesPerMonth: subtract(before, after),
  };
}

/** As many from the front as it takes to free `bytes`; none where nothing is to be freed. */
function firstReaching(objects: readonly StoredObject[], bytes: bigint): StoredObject[] {
  const chosen: StoredObject[] = [];
  let freed = 0n;
  for (const object of objects) {
    if (freed >= bytes) break;
    chosen.push(object);
    freed += object.bytes;
  }
  return chosen;
}

function inChunks(objects: readonly StoredObject[]): StoredObject[][] {
  const chunks: StoredObject[][] = [];
  for (let start = 0; start < objects.length; start += OBJECTS_PER_ROW) {
    chunks.push(objects.slice(start, start + OBJECTS_PER_ROW));
  }
  return chunks;
}

function bySize(left: StoredObject, right: StoredObject): number {
  if (left.bytes !== right.bytes) return left.bytes > right.bytes ? -1 : 1;
  return left.externalId < right.externalId ? -1 : 1;
}

function bytesOf(objects: readonly StoredObject[]): bigint {
  return objects.reduce((total, object) => total + object.bytes, 0n);
}

function undialed(object: StoredObject): bigint {
  return (object.records ?? 0n) - (object.dialedRecords ?? 0n);
}

function dayOf(object: StoredObject | undefined, zone: string): string {
  return object === undefined ? say('an unknown day') : localDateAt(object.lastUsedAt, zone);
}

function namesOf(objects: readonly StoredObject[]): string {
  const named = objects.slice(0, 3).map((object) => say('“{name}”', { name: object.name }));
  const more = objects.length - named.length;
  const names = named.join(', ');
  return more > 0 ? say('{names} and {more} more', { names, more }) : names;
}
