import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  type ZodFastifySchemaValidationError,
} from 'fastify-type-provider-zod';
import { isDatabaseGone } from '../database/outage.ts';
import { Refusal } from '../kernel/refusal.ts';
import { speaking } from '../kernel/words/say.ts';
import type { MethodsOf } from './known-addresses.ts';
import { languageOfRequest } from './language.ts';
import { type FieldError, faultReply, PROBLEM_TYPE, problemReply } from './problem-reply.ts';
import { PROBLEMS } from './problems.ts';

/** How every error becomes an answer; nothing of ours inside is ever told. */
export function answerErrors(fastify: FastifyInstance, methodsOf: MethodsOf): void {
  fastify.setErrorHandler<FastifyError | Error>((error, request, reply) => {
    const { refusal, fields } = refusalOf(error, request);
    if (refusal === undefined) request.log.error({ err: error }, 'request failed');
    const answer = speaking(languageOfRequest(request), () =>
      refusal === undefined ? faultReply(request.id) : problemReply(refusal, request.id, fields),
    );
    if (answer.status === 503) reply.header('retry-after', '1');
    const wait = refusal?.details.facts?.retry_after_seconds;
    if (typeof wait === 'number') reply.header('retry-after', String(wait));
    return reply.code(answer.status).type(PROBLEM_TYPE).send(answer.text);
  });

  fastify.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url, 'http://address');
    const methods = methodsOf(pathname);
    const refusal =
      methods.length === 0
        ? new Refusal('not_found', { message: 'There is nothing at this address.' })
        : new Refusal('method_not_allowed', {
            message: `This address takes ${methods.join(', ')}, and no ${request.method}.`,
          });
    if (methods.length > 0) reply.header('allow', methods.join(', '));
    const answer = problemReply(refusal, request.id);
    return reply.code(answer.status).type(PROBLEM_TYPE).send(answer.text);
  });
}

interface Reading {
  readonly refusal: Refusal | undefined;
  readonly fields: readonly FieldError[];
}

function refusalOf(error: FastifyError | Error, request: FastifyRequest): Reading {
  const plain = (refusal: Refusal | undefined): Reading => ({ refusal, fields: [] });
  if (error instanceof Refusal) return plain(error);
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error, request);
  if (isDatabaseGone(error)) return plain(new Refusal('unavailable'));
  const status = 'statusCode' in error ? error.statusCode : undefined;
  switch (status) {
    case 400:
      return plain(new Refusal('invalid_json'));
    case 413:
      return plain(new Refusal('payload_too_large'));
    case 415:
      return plain(new Refusal('unsupported_media_type'));
    case 429:
      return plain(new Refusal('rate_limited'));
    default:
      return plain(undefined);
  }
}

function invalid(
  error: FastifyError & { validation: ZodFastifySchemaValidationError[] },
  request: FastifyRequest,
): Reading {
  // An id of the wrong form in the path names nothing, like one that was never given.
  if (error.validationContext === 'params') {
    return { refusal: new Refusal('not_found'), fields: [] };
  }
  const prefix = error.validationContext === 'querystring' ? '/query' : '';
  const fields = error.validation.map(({ instancePath, message = 'is not valid' }) => ({
    pointer: `${prefix}${instancePath}`,
    detail: message,
  }));
  const [first] = fields;
  const message =
    first === undefined
      ? PROBLEMS.invalid_value.detail
      : `${first.pointer === '' ? 'The body' : first.pointer}: ${first.detail}`;
  request.log.debug({ fields }, 'invalid value');
  return { refusal: new Refusal('invalid_value', { message }), fields };
}
