import { z } from 'zod';
import type { PublishedTerms, TermsOfOrders } from '../../modules/orders/index.ts';
import type { Api } from '../endpoint.ts';
import { dayText, instantText, localDate } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';
import { page } from '../schemas/page.ts';

const terms = z
  .strictObject({
    version: z.string(),
    url: z.string(),
    effective_on: dayText.nullable(),
    /** Null: named by the settings, and in force until others are. */
    published_at: instantText.nullable(),
    in_force: z.boolean(),
  })
  .meta({ id: 'Terms' });

const version = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, misfit('must be letters, digits, ".", "_" and "-"'))
  .meta({ example: '2027-01' });

/** An address of the console, or of another place that browsers reach. */
const url = z
  .string()
  .max(500)
  .refine(
    (value) => /^\/(?![/\\])\S*$/.test(value) || z.httpUrl().safeParse(value).success,
    misfit(
      'must be an address such as https://example.com/terms, or one of the console such as /terms',
    ),
  )
  .meta({ example: 'https://example.com/terms' });

const tag = 'Settings';

export function registerTerms(api: Api, { terms: deps }: { terms: TermsOfOrders }): void {
  api.define('GET', '/v1/terms', {
    summary: 'List the versions of the terms that orders accept, the newest first (operator)',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    answer: page(terms),
    handle: async (tx) => {
      const inForce = await deps.inForce(tx);
      const published = await deps.published(tx);
      const shipped = { ...deps.shipped, effectiveOn: null, publishedAt: null };
      const all = [shipped, ...published].toReversed();
      const data = all.map((one) => termsText(one, one.version === inForce.version));
      return { data, has_more: false, next_cursor: null };
    },
  });

  api.define('POST', '/v1/terms', {
    summary: 'Publish a version of the terms that orders accept (operator)',
    description:
      'From its day on an order must accept this version; quotes made before are bought by ' +
      'accepting it. A version never changes: what people accepted is kept by its name.',
    tag,
    access: { operatorOnly: true, scope: 'manage' },
    body: z.strictObject({ version, url, effective_on: localDate.optional() }),
    answer: terms,
    status: 201,
    handle: async (tx, { body, actor }) => {
      const effectiveOn = body.effective_on ?? null;
      const made = await deps.publish(tx, actor, { ...body, effectiveOn });
      const inForce = await deps.inForce(tx);
      return termsText(made, made.version === inForce.version);
    },
  });
}

function termsText(
  row: Omit<PublishedTerms, 'publishedAt'> & { readonly publishedAt: Date | null },
  inForce: boolean,
): z.input<typeof terms> {
  return {
    version: row.version,
    url: row.url,
    effective_on: row.effectiveOn,
    published_at: row.publishedAt?.toISOString() ?? null,
    in_force: inForce,
  };
}
