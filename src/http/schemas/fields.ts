import { z } from 'zod';
import { isTimeZone, parseLocalDate } from '../../kernel/calendar.ts';
import { isCurrency } from '../../kernel/currency.ts';
import type { IdPrefix } from '../../kernel/id.ts';
import { say } from '../../kernel/words/say.ts';
import { misfit } from './misfit.ts';

/** Fields that many endpoints share. Every one has a bound: nothing unbounded gets in. */

// Control characters mean nothing in a name, and PostgreSQL cannot store the first of them.
const CONTROL = /\p{Cc}/u;

/** Text that people typed: trimmed, not empty, one line. */
export const text = (charactersMax = 200) =>
  z
    .string()
    .trim()
    .min(1, misfit('must not be empty'))
    .max(charactersMax)
    .refine((value) => !CONTROL.test(value), misfit('must not contain control characters'))
    // Half of a surrogate pair is no character, and jsonb refuses it.
    .refine((value) => value.isWellFormed(), misfit('must be well-formed Unicode'));

/** An identifier in a path or body. A wrong form is simply an id that does not exist. */
export const id = (prefix: IdPrefix) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-z_]{1,40}$`), {
      error: () => say('must be an id that begins with {prefix}', { prefix: `${prefix}_` }),
    })
    .meta({ example: `${prefix}_01kaj2v7c3h2m8xq4t9w5e6r7y` });

/** A code of the catalog, such as `flex_port` or `call.outbound`. */
export const code = z
  .string()
  .regex(/^[a-z][a-z0-9_.]{0,62}$/, misfit('must be lower case letters, digits, "_" and "."'))
  .meta({ example: 'flex_port' });

export const email = z.email().max(254);

export const currency = z
  .string()
  .refine(isCurrency, misfit('must be an ISO 4217 currency code'))
  .meta({ example: 'USD' });

export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, misfit('must be an IANA time zone'))
  .meta({ example: 'America/New_York' });

/** A calendar day that exists, between 1970 and 2199. */
export const localDate = z
  .string()
  .refine(
    (value) => parseLocalDate(value) !== undefined,
    misfit('must be a day that exists, YYYY-MM-DD'),
  )
  .refine((value) => value >= '1970-01-01' && value < '2200-01-01', misfit('must lie in 1970–2199'))
  .meta({ example: '2026-11-22' });

const INSTANT_MIN = Date.UTC(1970, 0, 1);
const INSTANT_MAX = Date.UTC(2200, 0, 1);

/** An RFC 3339 instant; its offset is understood and it is kept to the millisecond. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .refine(
    (value) => value.getTime() >= INSTANT_MIN && value.getTime() < INSTANT_MAX,
    misfit('must lie in 1970–2199'),
  )
  .meta({ example: '2026-11-22T14:05:00Z' });

/** A decimal amount as text. Which decimals a currency has is decided where it is known. */
export const amount = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,6})?$/, misfit('must be a decimal amount such as "100.00"'))
  .meta({ example: '100.00' });

/** How many of something. */
export const quantity = z.int().min(0).max(1_000_000);

/** Prices by currency. */
export const prices = z.record(currency, amount);

/** Money in an answer. */
export const money = z
  .strictObject({ amount: z.string(), currency: z.string() })
  .meta({ example: { amount: '100.00', currency: 'USD' } });

/** Instants and days as they are answered. */
export const instantText = z.string().meta({ example: '2026-11-22T14:05:00.000Z' });
export const dayText = z.string().meta({ example: '2026-11-22' });

export const remedy = z.strictObject({
  action: z.string(),
  label: z.string(),
  due_now: money.optional(),
  recurring: money.optional(),
  link: z.string(),
});
