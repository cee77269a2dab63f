import { z } from 'zod';
import { moneyText } from '../../kernel/money.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import {
  OBJECTS_PER_ROW,
  type Purge,
  type StorageObjects,
  type StorageReport,
  type StorageReports,
  type StoredObject,
} from '../../modules/storage-metering/index.ts';
import type { Api } from '../endpoint.ts';
import { code, dayText, id, instant, instantText, money, text } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';
import { idCursor, NO_CURSOR, page, pageOf, pageQuery } from '../schemas/page.ts';

/** A petabyte: more than any one object, and exact as a JSON number. */
const BYTES_MAX = 1_000_000_000_000_000;

const externalId = text(200).meta({ example: 'recording-20261122-0017' });
/** An external id may be any text, so the cursor of a list of them is one in base64url. */
const objectCursor = z
  .base64url()
  .max(1_100)
  .refine((value) => {
    const read = externalId.safeParse(externalIdIn(value));
    return read.success && cursorAt(read.data) === value;
  }, misfit(NO_CURSOR));
const count = z.int().min(0).max(BYTES_MAX);

const body = z
  .strictObject({
    meter: code,
    kind: text(60),
    name: text(),
    bytes: count,
    records: count.optional(),
    dialed_records: count.optional(),
    created_at: instant,
    last_used_at: instant,
  })
  .refine((value) => (value.dialed_records ?? 0) <= (value.records ?? 0), {
    path: ['dialed_records'],
    ...misfit('must not be more than records'),
  });

const storedObject = z
  .strictObject({
    external_id: z.string(),
    meter: z.string(),
    kind: z.string(),
    name: z.string(),
    bytes: z.number(),
    records: z.number().optional(),
    dialed_records: z.number().optional(),
    created_at: instantText,
    last_used_at: instantText,
    state: z.enum(['stored', 'deleted', 'purged']),
    state_since: instantText,
    version: z.number(),
  })
  .meta({ id: 'StoredObject' });

const purge = z
  .strictObject({
    id: z.string(),
    objects: z.array(z.string()),
    freed_bytes: z.number(),
    requested_at: instantText,
  })
  .meta({ id: 'StoragePurge' });

/** What the account stores, what it costs, and how to get below. */
export const storageAnswer = z
  .strictObject({
    period: z.strictObject({ start: dayText, end: dayText }),
    users: z.number(),
    meters: z.record(
      z.string(),
      z.strictObject({
        name: z.string(),
        used_bytes: z.number(),
        allowance_bytes: z.number(),
        over_bytes: z.number(),
        price_per_gb: money.nullable(),
        projected_fee: money,
        fee_per_month: money,
      }),
    ),
    projected_fee: money,
    fee_per_month: money,
    purge_plan: z.array(
      z.strictObject({
        objects: z.array(z.string()),
        kind: z.string(),
        meter: z.string(),
        why: z.string(),
        delete_first: z.boolean(),
        frees_bytes: z.number(),
        saves_per_month: money,
      }),
    ),
  })
  .meta({ id: 'Storage' });

export interface StorageRoutesDeps {
  readonly accounts: Accounts;
  readonly storageObjects: StorageObjects;
  readonly storageReports: StorageReports;
}

const accountParams = z.strictObject({ ba: id('ba') });
const objectParams = z.strictObject({ ba: id('ba'), externalId });
const tag = 'Storage';
const change = { scope: 'manage', permission: 'billing.manage' } as const;
const look = { scope: 'read', permission: 'billing.view' } as const;
const OBJECT_PATH = '/v1/billing-accounts/:ba/storage/objects/:externalId';

export function registerStorage(api: Api, deps: StorageRoutesDeps): void {
  const { accounts, storageReports } = deps;
  registerObjects(api, deps);
  registerLargest(api, deps);
  registerPurges(api, deps);

  api.define('GET', '/v1/billing-accounts/:ba/storage', {
    summary: 'What is stored, what it will cost, and how to get below the allowance',
    tag,
    access: look,
    params: accountParams,
    answer: storageAnswer,
    handle: async (tx, { params, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      return storageText(await storageReports.report(tx, account));
    },
  });
}

function registerObjects(api: Api, { accounts, storageObjects }: StorageRoutesDeps): void {
  api.define('PUT', OBJECT_PATH, {
    summary: 'Report a data list, file or recording; a deleted one is thereby restored',
    tag,
    access: change,
    params: objectParams,
    body,
    answer: storedObject,
    handle: async (tx, { params, body: input, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      const report = reportOf(input);
      return objectText(await storageObjects.report(tx, actor, account, params.externalId, report));
    },
  });

  api.define('GET', OBJECT_PATH, {
    summary: 'Read a stored object',
    tag,
    access: look,
    params: objectParams,
    answer: storedObject,
    handle: async (tx, { params, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      return objectText(await storageObjects.get(tx, account.id, params.externalId));
    },
  });

  api.define('DELETE', OBJECT_PATH, {
    summary: 'Mark an object deleted; it counts until it is purged',
    tag,
    access: change,
    params: objectParams,
    answer: storedObject,
    handle: async (tx, { params, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      return objectText(await storageObjects.remove(tx, actor, account, params.externalId));
    },
  });

  api.define('POST', `${OBJECT_PATH}/restore`, {
    summary: 'Take a deletion back',
    tag,
    access: change,
    params: objectParams,
    answer: storedObject,
    handle: async (tx, { params, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      return objectText(await storageObjects.restore(tx, actor, account, params.externalId));
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/storage/objects', {
    summary: 'List stored objects by external id',
    tag,
    access: look,
    params: accountParams,
    query: z.strictObject({
      ...pageQuery(objectCursor),
      meter: code.optional(),
      state: z.enum(['stored', 'deleted', 'purged']).optional(),
    }),
    answer: page(storedObject),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const { meter, state } = query;
      return await pageOf(
        { ...query, cursor: query.cursor && externalIdIn(query.cursor) },
        (slice) => storageObjects.list(tx, account.id, { ...slice, meter, state }),
        (row) => cursorAt(row.externalId),
        objectText,
      );
    },
  });
}

function cursorAt(place: string): string {
  return Buffer.from(place).toString('base64url');
}

function externalIdIn(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}

/** More rectangles than these are specks. */
const LARGEST_MAX = 100;

function registerLargest(api: Api, { accounts, storageObjects }: StorageRoutesDeps): void {
  api.define('GET', '/v1/billing-accounts/:ba/storage/largest', {
    summary: 'The largest objects that count, deleted ones that are not purged included',
    tag,
    access: look,
    params: accountParams,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(LARGEST_MAX).default(50) }),
    answer: z.strictObject({ data: z.array(storedObject) }),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      const found = await storageObjects.largest(tx, account.id, query.limit);
      return { data: found.map(objectText) };
    },
  });
}

function registerPurges(api: Api, { accounts, storageObjects }: StorageRoutesDeps): void {
  api.define('POST', '/v1/billing-accounts/:ba/storage/purges', {
    summary: 'Free deleted objects for good, and tell the host product to remove them',
    tag,
    access: change,
    params: accountParams,
    body: z.strictObject({ objects: z.array(externalId).min(1).max(OBJECTS_PER_ROW) }),
    answer: purge,
    status: 201,
    handle: async (tx, { params, body: { objects }, actor }) => {
      const account = await accounts.lock(tx, actor, params.ba);
      return purgeText(await storageObjects.purge(tx, actor, account, objects));
    },
  });

  api.define('GET', '/v1/billing-accounts/:ba/storage/purges', {
    summary: 'List purges',
    tag,
    access: look,
    params: accountParams,
    query: z.strictObject(pageQuery(idCursor('prg'))),
    answer: page(purge),
    handle: async (tx, { params, query, actor }) => {
      const account = await accounts.get(tx, actor, params.ba);
      return await pageOf(
        query,
        (slice) => storageObjects.purges(tx, account.id, slice),
        (row) => row.id,
        purgeText,
      );
    },
  });
}

export function storageText(report: StorageReport): z.input<typeof storageAnswer> {
  const meters = report.meters.map((meter) => [
    meter.meter,
    {
      name: meter.name,
      used_bytes: Number(meter.bytes),
      allowance_bytes: Number(meter.allowanceBytes),
      over_bytes: Number(meter.overBytes),
      price_per_gb: meter.pricePerGb === undefined ? null : moneyText(meter.pricePerGb),
      projected_fee: moneyText(meter.projectedFee),
      fee_per_month: moneyText(meter.feePerMonth),
    },
  ]);
  return {
    period: { ...report.period },
    users: report.users,
    meters: Object.fromEntries(meters),
    projected_fee: moneyText(report.projectedFee),
    fee_per_month: moneyText(report.feePerMonth),
    purge_plan: report.purgePlan.map((row) => ({
      objects: [...row.objects],
      kind: row.kind,
      meter: row.meter,
      why: row.why,
      delete_first: row.deleteFirst,
      frees_bytes: Number(row.freesBytes),
      saves_per_month: moneyText(row.savesPerMonth),
    })),
  };
}

function reportOf(input: z.output<typeof body>) {
  return {
    meter: input.meter,
    kind: input.kind,
    name: input.name,
    bytes: BigInt(input.bytes),
    records: input.records === undefined ? undefined : BigInt(input.records),
    dialedRecords: input.dialed_records === undefined ? undefined : BigInt(input.dialed_records),
    createdAt: input.created_at,
    lastUsedAt: input.last_used_at,
  };
}

function objectText(row: StoredObject): z.input<typeof storedObject> {
  return {
    external_id: row.externalId,
    meter: row.meter,
    kind: row.kind,
    name: row.name,
    bytes: Number(row.bytes),
    ...(row.records === undefined ? {} : { records: Number(row.records) }),
    ...(row.dialedRecords === undefined ? {} : { dialed_records: Number(row.dialedRecords) }),
    created_at: row.createdAt.toISOString(),
    last_used_at: row.lastUsedAt.toISOString(),
    state: row.state,
    state_since: row.stateSince.toISOString(),
    version: row.version,
  };
}

function purgeText(row: Purge): z.input<typeof purge> {
  return {
    id: row.id,
    objects: [...row.objects],
    freed_bytes: Number(row.freedBytes),
    requested_at: row.requestedAt.toISOString(),
  };
}
