import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../database/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Companies } from '../../modules/companies/index.ts';
import type { Api } from '../endpoint.ts';
import type { EventStreams } from '../event-stream.ts';
import type { Principal } from '../principal.ts';
import { id } from '../schemas/fields.ts';
import { misfit } from '../schemas/misfit.ts';
import { eventText } from './events.ts';

export interface EventStreamRoutesDeps {
  readonly database: Database;
  readonly companies: Companies;
  readonly streams: EventStreams;
  /** Whether the key or session that opened a stream is still in force. */
  readonly isStillAllowed: (principal: Principal, request: FastifyRequest) => Promise<boolean>;
}

/** A place in the feed, as an event's `id` gives it. */
const place = z
  .string()
  .regex(/^\d{1,19}-\d{1,19}$/, misfit('must be the id of an event of the stream'));

export function registerEventStream(api: Api, deps: EventStreamRoutesDeps): void {
  api.defineStream('/v1/companies/:co/events/stream', {
    summary: 'A company’s events as they happen (server-sent events)',
    description:
      'Each message is an event as `GET /v1/events` shows it; its id is the place to go on from, ' +
      'sent back as `Last-Event-ID` or `after`. Without either it begins now. It ends when the ' +
      'key or session ends, and every ten minutes: a browser comes back by itself.',
    tag: 'Events',
    access: { scope: 'read', permission: 'billing.view' },
    params: z.strictObject({ co: id('co') }),
    query: z.strictObject({ after: place.optional() }),
    async handleStream({ params, query, principal, request, response }) {
      const { actor } = principal;
      const { id: company } = await deps.database.read((tx) =>
        deps.companies.get(tx, actor, params.co),
      );
      await deps.streams.open(
        {
          company,
          reader: actor.id,
          after: lastEventId(request) ?? query.after,
          isStillAllowed: () => deps.isStillAllowed(principal, request),
          format: ({ event }) => JSON.stringify(eventText(event)),
        },
        response,
      );
    },
  });
}

function lastEventId({ headers }: FastifyRequest): string | undefined {
  const header = headers['last-event-id'];
  if (header === undefined || header === '') return undefined;
  const read = place.safeParse(header);
  if (read.success) return read.data;
  throw new Refusal('invalid_value', {
    message: say('Last-Event-ID must be the id of an event of the stream.'),
    pointer: '/headers/last-event-id',
  });
}
