import { z } from 'zod';
import { type RecordedEvent, readEventFeed } from '../../database/event-feed.store.ts';
import type { Companies } from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import { id, instantText, text } from '../schemas/fields.ts';
import { cursorOfForm, page, pageQuery } from '../schemas/page.ts';

const event = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    company: z.string().nullable(),
    billing_account: z.string().nullable(),
    subject: z.string(),
    version: z.number(),
    data: z.json(),
    occurred_at: instantText,
    recorded_at: instantText,
  })
  .meta({ id: 'Event' });

export function registerEvents(api: Api, { companies }: { companies: Companies }): void {
  api.define('GET', '/v1/events', {
    summary: 'What happened, the oldest first',
    description:
      'A feed to follow: next_cursor is given also at its end, to go on from later. An event ' +
      'written by a transaction younger than one still open may be shown again with the next page.',
    tag: 'Events',
    access: { scope: 'read', permission: 'billing.view' },
    query: z.strictObject({
      ...pageQuery(cursorOfForm(/^\d{1,19}-\d{1,19}$/)),
      company: id('co').optional(),
      billing_account: id('ba').optional(),
      type: text(64).optional(),
      subject: text(300).optional(),
    }),
    answer: page(event),
    handle: async (tx, { query, actor }) => {
      if (query.company !== undefined) await companies.get(tx, actor, query.company);
      const rows = await readEventFeed(tx, {
        after: query.cursor,
        limit: query.limit + 1,
        company: actor.company ?? query.company,
        account: query.billing_account,
        type: query.type,
        subject: query.subject,
      });
      const shown = rows.slice(0, query.limit);
      const unsettledAt = shown.findIndex((row) => !row.settled);
      const settled = unsettledAt === -1 ? shown : shown.slice(0, unsettledAt);
      return {
        data: shown.map((row) => eventText(row.event)),
        has_more: rows.length > query.limit && unsettledAt === -1,
        next_cursor: settled.at(-1)?.cursor ?? query.cursor ?? null,
      };
    },
  });
}

export function eventText(row: RecordedEvent): z.input<typeof event> {
  return {
    id: row.id,
    type: row.type,
    company: row.company,
    billing_account: row.account,
    subject: row.subject,
    version: row.version,
    data: row.data as z.input<typeof event>['data'],
    occurred_at: row.occurredAt.toISOString(),
    recorded_at: row.recordedAt.toISOString(),
  };
}
