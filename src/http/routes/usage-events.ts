import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Admission, UsageEvent } from '../../modules/admission/index.ts';
import { settledFields } from '../admission-answers.ts';
import type { Api } from '../endpoint.ts';
import { problemReply } from '../problem-reply.ts';
import {
  destination,
  leaseId,
  operationProblem,
  settleAnswer,
  usedSeconds,
} from '../schemas/admission.ts';
import { code, id, instant, text } from '../schemas/fields.ts';

const EVENTS_MAX = 1_000;

const usageData = z.strictObject({
  authorization: leaseId.optional(),
  billing_account: id('ba').optional(),
  employee: id('emp').optional(),
  activity: code.optional(),
  direction: z.enum(['outbound', 'inbound']).optional(),
  destination: destination.optional(),
  used_seconds: usedSeconds,
  used_segments: z.int().min(0).max(1_000).optional(),
  started_at: instant.optional(),
  reference: text().optional(),
});

/** A CloudEvent may carry extensions of its sender's; they mean nothing here. */
const usageEvent = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: text(),
    source: text(1_000),
    type: text(),
    data: usageData,
  })
  .meta({ id: 'UsageEvent' });

const eventResult = z.union([
  z.strictObject({
    ...settleAnswer.shape,
    id: z.string(),
    authorization: z.string(),
    unauthorized: z.literal(true).optional(),
  }),
  operationProblem,
]);

export function registerUsageEvents(api: Api, { admission }: { admission: Admission }): void {
  // CloudEvents have media types of their own, and senders that insist on them.
  const { fastify } = api;
  const types = ['application/cloudevents+json', 'application/cloudevents-batch+json'];
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser(types, { parseAs: 'string' }, (request, body, done) => {
    parse(request, body as string, done);
  });

  api.define('POST', '/v1/usage-events', {
    summary: 'Report usage as CloudEvents 1.0, one or a batch',
    description:
      'The same (source, id) again is the same event. One that names a known authorization or ' +
      'reference settles it; any other is rated as of `started_at` and marked `unauthorized`.',
    tag: 'Admission',
    access: { scope: 'admission', permission: 'billing.manage', typedName: false },
    body: z.union([
      z.array(z.record(z.string(), z.unknown())).min(1).max(EVENTS_MAX),
      z.record(z.string(), z.unknown()),
    ]),
    answer: z.strictObject({ results: z.array(eventResult) }),
    async handleKeeping({ actor, body, requestId }) {
      const events = Array.isArray(body) ? body : [body];
      const results: unknown[] = [];
      // One after another, because a later event may name what an earlier one reported.
      for (const [index, raw] of events.entries()) {
        try {
          const event = readEvent(raw, Array.isArray(body) ? `/${index}` : '');
          const reported = await admission.reportUsage(actor, event);
          results.push({
            id: event.id,
            authorization: reported.id,
            ...settledFields(reported),
            ...(reported.unauthorized ? { unauthorized: true } : {}),
          });
        } catch (error) {
          if (!(error instanceof Refusal) || error.code === 'unavailable') throw error;
          results.push(JSON.parse(problemReply(error, requestId).text));
        }
      }
      return { status: 200, text: JSON.stringify({ results }) };
    },
  });
}

function readEvent(raw: unknown, at: string): UsageEvent {
  const parsed = usageEvent.safeParse(raw);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const path = (first?.path ?? []).map((part) => `/${String(part)}`).join('');
    const detail = first?.message ?? say('is not valid');
    throw new Refusal('invalid_value', {
      pointer: `${at}${path}`,
      message: path === '' ? say('The event: {detail}', { detail }) : `${path}: ${detail}`,
    });
  }
  const { id: eventId, source, data } = parsed.data;
  return {
    id: eventId,
    source,
    authorization: data.authorization,
    billingAccount: data.billing_account,
    employee: data.employee,
    activity: data.activity,
    direction: data.direction,
    destination: data.destination,
    usedMs: data.used_seconds,
    segments: data.used_segments,
    startedAt: data.started_at,
    reference: data.reference,
  };
}
