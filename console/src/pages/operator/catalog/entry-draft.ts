import type { Schemas } from '@tollkeeper/sdk';
import { amountOf, sayFigure } from '../../../api/money.ts';
import { client } from '../../../api/queries.ts';
import type { CatalogKind, Fields } from './kinds.ts';
import { type PriceRow, priceRow } from './price-row.ts';

/** A version as it is being typed, of whichever kind: what does not belong to it stays unsent. */
export interface EntryDraft {
  readonly code: string;
  readonly effectiveOn: string;
  readonly name: string;
  readonly prices: readonly PriceRow[];
  readonly fees: readonly PriceRow[];
  readonly kind: string;
  readonly unit: string;
  readonly requires: readonly string[];
  readonly permission: string | null;
  readonly licenses: readonly string[];
  readonly places: readonly string[];
  readonly metered: string;
  readonly direction: string | null;
  readonly countsFrom: string;
  readonly ringSeconds: number;
  readonly firstSeconds: number;
  readonly nextSeconds: number;
  readonly baseBytes: number;
  readonly perUserBytes: number;
}

/** An entry's newest version to begin with; for a new entry what most of its kind have. */
export function entryDraft(
  kind: CatalogKind,
  entry: Schemas['CatalogEntry'] | undefined,
): EntryDraft {
  const fields: Fields = entry ?? {};
  const text = (name: string, instead: string) => String(fields[name] ?? instead);
  const number = (name: string, instead: number) => Number(fields[name] ?? instead);
  const list = (name: string) => (fields[name] ?? []) as string[];
  const maybe = (name: string) => (fields[name] as string | undefined) ?? null;
  const amounts = (name: string) =>
    Object.entries((fields[name] ?? {}) as Record<string, string>).map(([currency, amount]) =>
      priceRow(currency, sayFigure(amount)),
    );
  const prices = amounts('prices');
  return {
    code: kind === 'rate' ? text('prefix', '') : (entry?.code ?? ''),
    effectiveOn: '',
    name: text('name', ''),
    prices: prices.length === 0 ? [priceRow('USD')] : prices,
    fees: amounts('connection_fees'),
    kind: text('kind', kind === 'rate' ? 'voice' : 'pooled'),
    unit: text('unit', 'seat'),
    requires: list('requires'),
    permission: maybe('permission'),
    licenses: list('licenses'),
    places: list('places'),
    metered: text('metered', 'none'),
    direction: maybe('direction'),
    countsFrom: text('counts_from', 'answer'),
    ringSeconds: number('ring_seconds', 120),
    firstSeconds: number('first_seconds', 60),
    nextSeconds: number('next_seconds', 60),
    baseBytes: number('base_bytes', 0),
    perUserBytes: number('per_user_bytes', 0),
  };
}

export function isComplete(kind: CatalogKind, draft: EntryDraft): boolean {
  const needsName = kind !== 'rate';
  const needsPrice = kind !== 'activity';
  return (
    draft.code.trim() !== '' &&
    (!needsName || draft.name.trim() !== '') &&
    (!needsPrice || filled(draft.prices).length > 0) &&
    filled([...draft.prices, ...draft.fees]).every(({ amount }) => amountOf(amount) !== undefined)
  );
}

/** Sends the draft to the server, which keeps it until it is published or discarded. */
export function saveDraft(kind: CatalogKind, draft: EntryDraft): Promise<unknown> {
  const code = draft.code.trim();
  const from = draft.effectiveOn === '' ? {} : { effective_on: draft.effectiveOn };
  const name = draft.name.trim();
  const prices = amountsOf(draft.prices);
  switch (kind) {
    case 'license_type':
      return client.put('/v1/catalog/license-types/{code}/draft', {
        params: { code },
        body: {
          ...from,
          name,
          prices,
          kind: draft.kind as 'named' | 'pooled',
          unit: draft.unit as 'seat' | 'port',
          requires: [...draft.requires],
        },
      });
    case 'rate':
      return client.put('/v1/catalog/rates/{prefix}/draft', {
        params: { prefix: code },
        body: {
          ...from,
          ...directionOf(draft),
          prices,
          kind: draft.kind as 'voice' | 'sms',
          first_seconds: draft.firstSeconds,
          next_seconds: draft.nextSeconds,
          connection_fees: amountsOf(draft.fees),
        },
      });
    case 'storage_meter':
      return client.put('/v1/catalog/storage-meters/{code}/draft', {
        params: { code },
        body: {
          ...from,
          name,
          prices,
          base_bytes: draft.baseBytes,
          per_user_bytes: draft.perUserBytes,
        },
      });
    case 'activity':
      return client.put('/v1/catalog/activities/{code}/draft', {
        params: { code },
        body: { ...from, ...directionOf(draft), ...activityOf(draft), name },
      });
  }
}

function activityOf(draft: EntryDraft) {
  const { permission } = draft;
  return {
    licenses: [...draft.licenses],
    places: [...draft.places],
    metered: draft.metered as 'voice' | 'sms' | 'none',
    counts_from: draft.countsFrom as 'start' | 'answer',
    ring_seconds: draft.ringSeconds,
    ...(permission === null ? {} : { permission: permission as 'dialer.use' }),
  };
}

function directionOf({ direction }: EntryDraft) {
  return direction === null ? {} : { direction: direction as 'outbound' | 'inbound' };
}

function filled(rows: readonly PriceRow[]): PriceRow[] {
  return rows.filter(({ currency, amount }) => currency !== '' && amount.trim() !== '');
}

function amountsOf(rows: readonly PriceRow[]): Record<string, string> {
  return Object.fromEntries(
    filled(rows).map(({ currency, amount }) => [currency, amountOf(amount) ?? '']),
  );
}
