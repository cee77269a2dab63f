import { z } from 'zod';
import {
  type Activity,
  type CatalogVersion,
  type Rate,
  rateCode,
} from '../../modules/catalog/index.ts';
import { PERMISSIONS } from '../../modules/companies/index.ts';
import { amount, code, currency, localDate, prices, text } from './fields.ts';
import { misfit } from './misfit.ts';

/** A day is at most this many seconds: no increment is longer. */
const SECONDS_MAX = 86_400;
/** A petabyte, and well inside the integers that a JSON number holds exactly. */
const BYTES_MAX = 1_000_000_000_000_000;

const effective = { effective_on: localDate.optional() };
const codes = z.array(code).max(20);

export const licenseTypeBody = z.strictObject({
  name: text(100),
  kind: z.enum(['named', 'pooled']),
  unit: z.enum(['seat', 'port']),
  requires: codes.default([]),
  prices,
  ...effective,
});

export const activityBody = z.strictObject({
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

export const rateBody = z.strictObject({
  kind: z.enum(['voice', 'sms']),
  direction: z.enum(['outbound', 'inbound']).optional(),
  prices,
  first_seconds: z.int().min(1).max(SECONDS_MAX).default(60),
  next_seconds: z.int().min(1).max(SECONDS_MAX).default(60),
  connection_fees: z.record(currency, amount).default({}),
  ...effective,
});

export const storageMeterBody = z.strictObject({
  name: text(100),
  base_bytes: z.int().min(0).max(BYTES_MAX),
  per_user_bytes: z.int().min(0).max(BYTES_MAX),
  prices,
  ...effective,
});

export const version = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    effective_on: z.string().nullable(),
    published_at: z.string(),
  })
  .catchall(z.json())
  .meta({ id: 'CatalogVersion' });

export const entry = z
  .strictObject({ code: z.string(), versions: z.array(version) })
  .catchall(z.json())
  .meta({ id: 'CatalogEntry' });

export const ratePrefix = z
  .string()
  .regex(/^(default|[1-9]\d{0,14})$/, misfit('must be digits, or "default"'));

/** A license type's version to be, as the catalog takes it. */
export function licenseTypePublication(
  licenseType: string,
  { effective_on: effectiveOn, ...body }: z.output<typeof licenseTypeBody>,
) {
  return { kind: 'license_type', code: licenseType, effectiveOn, body } as const;
}

export function activityPublication(activity: string, input: z.output<typeof activityBody>) {
  const { effective_on: effectiveOn, permission, direction, ...rest } = input;
  const body: Activity = {
    ...rest,
    ...(permission === undefined ? {} : { permission }),
    ...(direction === undefined ? {} : { direction }),
  };
  return { kind: 'activity', code: activity, effectiveOn, body } as const;
}

export function ratePublication(prefix: string, input: z.output<typeof rateBody>) {
  const { effective_on: effectiveOn, direction, ...rest } = input;
  const named = direction === undefined ? {} : { direction };
  const body: Rate = { ...rest, prefix, ...named };
  return { kind: 'rate', code: rateCode(body), effectiveOn, body } as const;
}

export function storageMeterPublication(
  meter: string,
  { effective_on: effectiveOn, ...body }: z.output<typeof storageMeterBody>,
) {
  return { kind: 'storage_meter', code: meter, effectiveOn, body } as const;
}

/** A published version as every endpoint shows it. */
export function versionText(row: CatalogVersion): z.input<typeof version> {
  const { code: _, ...body } = { code: '', ...row.body };
  return {
    ...body,
    code: row.code,
    version: row.version,
    effective_on: row.effectiveOn,
    published_at: row.publishedAt.toISOString(),
  } as z.input<typeof version>;
}
