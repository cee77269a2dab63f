import { z } from 'zod';
import {
  type Catalog,
  type CatalogKind,
  type CatalogSnapshot,
  type CatalogVersion,
  rateCode,
} from '../../modules/catalog/index.ts';
import { PERMISSIONS } from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { amount, code, currency, localDate, prices, text } from '../schemas/fields.ts';

/** A day is at most this many seconds: no increment is longer. */
const SECONDS_MAX = 86_400;
/** A petabyte, and well inside the integers that a JSON number holds exactly. */
const BYTES_MAX = 1_000_000_000_000_000;

const effective = { effective_on: localDate.optional() };
const codes = z.array(code).max(20);

const licenseType = z.strictObject({
  name: text(100),
  kind: z.enum(['named', 'pooled']),
  unit: z.enum(['seat', 'port']),
  requires: codes.default([]),
  prices,
  ...effective,
});

const activity = z.strictObject({
  name: text(100),
  permission: z.enum(PERMISSIONS).optional(),
  licenses: codes,
  places: codes,
  metered: z.enum(['voice', 'sms', 'none']),
  direction: z.enum(['outbound', 'inbound']).optional(),
  counts_from: z.enum(['start', 'answer']),
  ring_seconds: z.int().min(0).max(600).default(120),
  ...effective,
});

const rate = z.strictObject({
  kind: z.enum(['voice', 'sms']),
  direction: z.enum(['outbound', 'inbound']).optional(),
  prices,
  first_seconds: z.int().min(1).max(SECONDS_MAX).default(60),
  next_seconds: z.int().min(1).max(SECONDS_MAX).default(60),
  connection_fees: z.record(currency, amount).default({}),
  ...effective,
});

const storageMeter = z.strictObject({
  name: text(100),
  base_bytes: z.int().min(0).max(BYTES_MAX),
  per_user_bytes: z.int().min(0).max(BYTES_MAX),
  prices,
  ...effective,
});

const version = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    effective_on: z.string().nullable(),
    published_at: z.string(),
  })
  .catchall(z.json())
  .meta({ id: 'CatalogVersion' });

const entry = z
  .strictObject({ code: z.string(), versions: z.array(version) })
  .catchall(z.json())
  .meta({ id: 'CatalogEntry' });

const wholeCatalog = z
  .strictObject({
    license_types: z.array(entry),
    activities: z.array(entry),
    rates: z.array(entry),
    storage_meters: z.array(entry),
  })
  .meta({ id: 'Catalog' });

const access = { operatorOnly: true, scope: 'manage' } as const;
const tag = 'Catalog';

export function registerCatalog(api: Api, { catalog }: { catalog: Catalog }): void {
  api.define('GET', '/v1/catalog', {
    summary: 'Read the catalog: every entry as it stands, with all its versions',
    tag,
    access: { scope: 'read' },
    answer: wholeCatalog,
    handle: async (tx) => {
      const snapshot = await catalog.load(tx);
      return {
        license_types: entriesOf(snapshot, 'license_type'),
        activities: entriesOf(snapshot, 'activity'),
        rates: entriesOf(snapshot, 'rate'),
        storage_meters: entriesOf(snapshot, 'storage_meter'),
      };
    },
  });

  const ofCode = z.strictObject({ code });
  api.define('PUT', '/v1/catalog/license-types/:code', {
    summary: 'Publish a version of a license type',
    tag,
    access,
    params: ofCode,
    body: licenseType,
    answer: version,
    handle: async (tx, { params, body: { effective_on, ...body }, actor }) => {
      const draft = { kind: 'license_type', code: params.code, effectiveOn: effective_on } as const;
      return versionText(await catalog.publish(tx, actor, { ...draft, body }));
    },
  });

  api.define('PUT', '/v1/catalog/activities/:code', {
    summary: 'Publish a version of an activity',
    tag,
    access,
    params: ofCode,
    body: activity,
    answer: version,
    handle: async (
      tx,
      { params, body: { effective_on, permission, direction, ...rest }, actor },
    ) => {
      const draft = { kind: 'activity', code: params.code, effectiveOn: effective_on } as const;
      const body = {
        ...rest,
        ...(permission === undefined ? {} : { permission }),
        ...(direction === undefined ? {} : { direction }),
      };
      return versionText(await catalog.publish(tx, actor, { ...draft, body }));
    },
  });

  const prefix = z.string().regex(/^(default|[1-9]\d{0,14})$/, 'must be digits, or "default"');
  api.define('PUT', '/v1/catalog/rates/:prefix', {
    summary: 'Publish a version of the rate of an E.164 prefix',
    tag,
    access,
    params: z.strictObject({ prefix }),
    body: rate,
    answer: version,
    handle: async (tx, { params, body: { effective_on, direction, ...rest }, actor }) => {
      const named = direction === undefined ? {} : { direction };
      const body = { ...rest, prefix: params.prefix, ...named };
      const draft = { kind: 'rate', code: rateCode(body), effectiveOn: effective_on } as const;
      return versionText(await catalog.publish(tx, actor, { ...draft, body }));
    },
  });

  api.define('PUT', '/v1/catalog/storage-meters/:code', {
    summary: 'Publish a version of a storage meter',
    tag,
    access,
    params: ofCode,
    body: storageMeter,
    answer: version,
    handle: async (tx, { params, body: { effective_on, ...body }, actor }) => {
      const draft = {
        kind: 'storage_meter',
        code: params.code,
        effectiveOn: effective_on,
      } as const;
      return versionText(await catalog.publish(tx, actor, { ...draft, body }));
    },
  });
}

function versionText(row: CatalogVersion): z.input<typeof version> {
  const { code: _, ...body } = { code: '', ...row.body };
  return {
    ...body,
    code: row.code,
    version: row.version,
    effective_on: row.effectiveOn,
    published_at: row.publishedAt.toISOString(),
  } as z.input<typeof version>;
}

/** The newest published version's fields, and all versions below it. */
function entriesOf(snapshot: CatalogSnapshot, kind: CatalogKind) {
  return [...snapshot[kind].values()].map((versions) => {
    const texts = versions.map(versionText);
    return { ...texts.at(-1), versions: texts };
  });
}
