import type { CatalogSnapshot } from '../catalog/index.ts';
import { priceIn } from '../catalog/index.ts';
import { type CallRate, chargeFor } from '../rating/index.ts';
import type { Comparison } from './difference.ts';

/** One part of a call's or message's record, and what the journal moved for the whole of it. */
export interface UsageFigures {
  readonly lease: string;
  readonly part: number;
  readonly currency: string;
  readonly meter: string;
  readonly rate: string | null;
  readonly rateVersion: number | null;
  readonly price: bigint | null;
  readonly fee: bigint | null;
  readonly firstSeconds: number | null;
  readonly nextSeconds: number | null;
  readonly outcome: string;
  readonly usedMs: bigint;
  readonly segments: number | null;
  readonly charged: bigint;
  /** What all parts up to this one have charged. */
  readonly chargedSoFar: bigint;
  /** By the journal, for the whole lease. */
  readonly journaled: bigint;
  readonly isLastPart: boolean;
}

/** Rates a record again by the catalog version it names, and compares every figure of it. */
export function compareUsage(
  comparison: Comparison,
  snapshot: CatalogSnapshot,
  record: UsageFigures,
): void {
  const subject = `${record.lease} part ${record.part}`;
  const rate = ratedBy(snapshot, record);
  if (record.meter !== 'none' && rate === undefined) {
    comparison.same(subject, 'rate', 'a catalog version', `${record.rate} ${record.rateVersion}`);
    return;
  }
  if (rate !== undefined) {
    comparison.same(subject, 'price', rate.priceMicros, record.price ?? undefined);
    comparison.same(subject, 'connection fee', rate.feeMicros, record.fee ?? undefined);
    comparison.same(subject, 'first seconds', rate.firstSeconds, record.firstSeconds ?? undefined);
    comparison.same(subject, 'next seconds', rate.nextSeconds, record.nextSeconds ?? undefined);
  }
  const isCharged = rate !== undefined && record.outcome !== 'released';
  const due = isCharged ? chargeFor(rate, Number(record.usedMs), record.segments ?? 0) : 0n;
  // What came later than the first end charges only what is more; nothing is ever given back.
  const before = record.chargedSoFar - record.charged;
  const expected = due > before ? due - before : 0n;
  comparison.same(subject, 'charge', expected, record.charged);
  if (record.isLastPart) {
    comparison.same(subject, 'journal', record.chargedSoFar, record.journaled);
  }
}

function ratedBy(snapshot: CatalogSnapshot, record: UsageFigures): CallRate | undefined {
  if (record.rate === null) return undefined;
  const version = snapshot.rate
    .get(record.rate)
    ?.find((candidate) => candidate.version === record.rateVersion);
  const price = version && priceIn(version.body.prices, record.currency);
  if (version === undefined || price === undefined) return undefined;
  return {
    kind: version.body.kind,
    code: version.code,
    version: version.version,
    priceMicros: price.micros,
    feeMicros: priceIn(version.body.connection_fees, record.currency)?.micros ?? 0n,
    firstSeconds: version.body.first_seconds,
    nextSeconds: version.body.next_seconds,
    currency: record.currency,
  };
}
