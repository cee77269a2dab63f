import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  type ZodFastifySchemaValidationError,
} from 'fastify-type-provider-zod';
import { isDatabaseGone } from '../database/outage.ts';
import { Refusal } from '../kernel/refusal.ts';
import { say, speaking } from '../kernel/words/say.ts';
import type { MethodsOf } from './known-addresses.ts';
import { languageOfRequest } from './language.ts';
import { type FieldError, faultReply, PROBLEM_TYPE, problemReply } from './problem-reply.ts';

/** How every error becomes an answer; nothing of ours inside is ever told. */
export function answerErrors(fastify: FastifyInstance, methodsOf: MethodsOf): void {
  fastify.setErrorHandler<FastifyError | Error>((error, request, reply) => {
    const { refusal, answer } = speaking(languageOfRequest(request), () => read(error, request));
    if (refusal === undefined) request.log.error({ err: error }, 'request failed');
    if (answer.status === 503) reply.header('retry-after', '1');
    const wait = refusal?.details.facts?.retry_after_seconds;
    if (typeof wait === 'number') reply.header('retry-after', String(wait));
    return reply.code(answer.status).type(PROBLEM_TYPE).send(answer.text);
  });

  fastify.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?', 1);
    const methods = methodsOf(path);
    if (methods.length > 0) reply.header('allow', methods.join(', '));
    const answer = speaking(languageOfRequest(request), () =>
      problemReply(nothingHere(request.method, methods), request.id),
    );
    return reply.code(answer.status).type(PROBLEM_TYPE).send(answer.text);
  });
}

function read(error: FastifyError | Error, request: FastifyRequest) {
  const { refusal, fields } = refusalOf(error, request);
  const answer =
    refusal === undefined ? faultReply(request.id) : problemReply(refusal, request.id, fields);
  return { refusal, answer };
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
  const fields = error.validation.map(({ instancePath, message = say('is not valid') }) => ({
    pointer: `${prefix}${instancePath}`,
    detail: message,
  }));
  const [first] = fields;
  request.log.debug({ fields }, 'invalid value');
  const details = first === undefined ? {} : { message: sayField(first) };
  return { refusal: new Refusal('invalid_value', details), fields };
}

function nothingHere(method: string, methods: readonly string[]): Refusal {
  return methods.length === 0
    ? new Refusal('not_found', { message: say('There is nothing at this address.') })
    : new Refusal('method_not_allowed', {
        message: say('This address takes {methods}, and no {method}.', {
          methods: methods.join(', '),
          method,
        }),
      });
}

function sayField({ pointer, detail }: FieldError): string {
  return pointer === '' ? say('The body: {detail}', { detail }) : `${pointer}: ${detail}`;
}
