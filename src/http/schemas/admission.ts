import { z } from 'zod';
import { code, id, instant, instantText, money, remedy, text } from './fields.ts';
import { misfit } from './misfit.ts';

/** A day: no call is longer, and what claims to be is a fault of the dialer. */
const SECONDS_MAX = 86_400;

/** Seconds to the millisecond, read as milliseconds. */
const secondsAs = (schema: z.ZodNumber) =>
  schema
    .max(SECONDS_MAX, misfit('must be a day at most'))
    .refine((value) => isMilliseconds(value), misfit('must have three decimals at most'))
    .transform((value) => Math.round(value * 1000))
    .meta({ example: 60 });

// Doubles up to a day are exact to 10⁻¹¹, so what three decimals can say lies this close.
function isMilliseconds(seconds: number): boolean {
  return Math.abs(seconds * 1000 - Math.round(seconds * 1000)) < 1e-6;
}

export const usedSeconds = secondsAs(z.number().min(0));
export const wantedSeconds = secondsAs(z.number().positive());

/** E.164, with or without the plus sign; short codes are digits as well. */
export const destination = z
  .string()
  .regex(/^\+?\d{2,15}$/, misfit('must be 2 to 15 digits, with or without "+"'))
  .meta({ example: '+15551234567' });

const direction = z.enum(['outbound', 'inbound']);

export const authorizeBody = z.strictObject({
  employee: id('emp').optional(),
  billing_account: id('ba').optional(),
  activity: code,
  destination: destination.optional(),
  direction: direction.optional(),
  seconds: wantedSeconds.optional(),
  segments: z.int().min(1).max(100).optional(),
  reference: text().optional(),
});

export const extendBody = z.strictObject({ used_seconds: usedSeconds, seconds: wantedSeconds });

export const settleBody = z.strictObject({
  used_seconds: usedSeconds,
  used_segments: z.int().min(0).max(1_000).optional(),
  ended_at: instant.optional(),
});

export const leaseId = z
  .string()
  .regex(/^(auth|use)_[0-9a-z]{1,40}$/, misfit('must be an authorization'));

export const reason = z
  .strictObject({
    code: z.string(),
    message: z.string(),
    admin_message: z.string(),
    details: z.record(z.string(), z.unknown()),
    remedies: z.array(remedy),
  })
  .meta({ id: 'Reason' });

export const grantedAnswer = z
  .strictObject({
    allowed: z.literal(true),
    id: z.string(),
    granted_seconds: z.number(),
    final: z.boolean(),
    expires_at: instantText,
    places: z.array(z.strictObject({ license_type: z.string() })),
    hold: money,
    counts_from: z.enum(['start', 'answer']),
  })
  .meta({ id: 'Granted' });

export const refusedAnswer = z
  .strictObject({ allowed: z.literal(false), reasons: z.array(reason) })
  .meta({ id: 'Refused' });

/** Only where the operator has declared that calls go on while the database is gone. */
export const provisionalAnswer = grantedAnswer
  .omit({ hold: true, counts_from: true })
  .extend({ provisional: z.literal(true) })
  .meta({ id: 'ProvisionallyGranted' });

export const authorizeAnswer = z.union([grantedAnswer, refusedAnswer, provisionalAnswer]);

export const extendAnswer = z
  .strictObject({ granted_seconds: z.number(), expires_at: instantText, final: z.boolean() })
  .meta({ id: 'Extended' });

export const settleAnswer = z
  .strictObject({
    charged: money,
    balance: money,
    overrun: z.literal(true).optional(),
    late: z.literal(true).optional(),
    conflict: z.literal(true).optional(),
  })
  .meta({ id: 'Settled' });

export const releaseAnswer = z
  .strictObject({ id: z.string(), outcome: z.string() })
  .meta({ id: 'Released' });

/** An operation that was refused, as the single call would have been. */
export const operationProblem = z
  .looseObject({ code: z.string(), detail: z.string(), status: z.int() })
  .meta({ id: 'OperationProblem' });
