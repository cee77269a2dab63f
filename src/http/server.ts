import swagger from '@fastify/swagger';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import {
  createJsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Registry } from 'prom-client';
import type { Database } from '../database/transaction.ts';
import { newId } from '../kernel/id.ts';
import { Refusal } from '../kernel/refusal.ts';
import { say, speaking } from '../kernel/words/say.ts';
import { answerErrors } from './errors.ts';
import { registerHealth } from './health.ts';
import { rememberAddresses } from './known-addresses.ts';
import { answerInTheirLanguage, languageOfRequest, sayInvalidInTheirLanguage } from './language.ts';
import { mendSchemas } from './named-schemas.ts';

/** One MiB: a batch of 1,000 operations is a fifth of it. */
const BODY_BYTES_MAX = 1_048_576;

/** Whoever has come once by TLS comes by nothing else for a year, the usual time. */
const STRICT_TRANSPORT = 'max-age=31536000';

export interface ServerOptions {
  readonly database: Database;
  readonly log: FastifyBaseLogger | false;
  readonly version: string;
  /** Where people reach it; undefined where that is where it listens. */
  readonly publicUrl: string | undefined;
  /** What `/metrics` shows. */
  readonly registry: Registry;
}

/**
 * An HTTP server that knows how to answer errors, and its own health; routes come after. Its hooks
 * are called for every request, so those that wait for nothing make no promises.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const fastify = Fastify({
    ...(options.log === false ? { logger: false } : { loggerInstance: options.log }),
    bodyLimit: BODY_BYTES_MAX,
    // A line per request would cost more than a decision; slow and failed ones are logged below.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId('req'),
    // Only a proxy on this machine is believed when it says for whom it asks: we listen on
    // loopback, and limits by address would otherwise count everybody as one.
    trustProxy: 'loopback',
    // A call under way when the process is told to stop is answered; new ones get 503, from us,
    // because Fastify's own is no problem with a code and a sentence.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 512 },
  });
  fastify.setValidatorCompiler(validatorCompiler);
  fastify.setSerializerCompiler(serializerCompiler);
  sayInvalidInTheirLanguage();
  answerInTheirLanguage(fastify);
  answerErrors(fastify, rememberAddresses(fastify));
  acceptOnlyJson(fastify);
  const isSecure = options.publicUrl?.startsWith('https://') === true;
  fastify.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-request-id', request.id);
    if (isSecure) reply.header('strict-transport-security', STRICT_TRANSPORT);
    done(null, payload);
  });
  endConnectionsAtClose(fastify);
  logSlowRequests(fastify);
  await fastify.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tollkeeper',
        description:
          'Billing, licensing and admission for hosted dialers and contact centres. What people ' +
          'read in an answer is in the language of `Accept-Language` (en, de; or else English), ' +
          'which `Content-Language` names. Codes and events are the same in every language.',
        version: options.version,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
    transformObject: (document) => mendSchemas(jsonSchemaTransformObject(document)),
  });
  registerHealth(fastify, options);
  fastify.get('/openapi.json', { schema: { hide: true } }, async () => fastify.swagger());
  return fastify;
}

const SWEEP_MS = 50;

/**
 * Closing ends the connections that are idle then. One that had a request under way is kept alive
 * by its client once that is answered, and would hold up the end for longer than anybody waits.
 */
function endConnectionsAtClose(fastify: FastifyInstance): void {
  let isClosing = false;
  fastify.addHook('preClose', async () => {
    isClosing = true;
    const sweep = setInterval(() => fastify.server.closeIdleConnections(), SWEEP_MS);
    fastify.server.once('close', () => clearInterval(sweep));
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!isClosing) return done();
    const message = speaking(languageOfRequest(request), () =>
      say('This server is stopping. Ask again in a moment, and another will answer.'),
    );
    done(new Refusal('unavailable', { message }));
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done(null, payload);
  });
}

/** A request that takes longer than this is worth a line, whatever it answered. */
const SLOW_MS = 1_000;

function logSlowRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { statusCode: status, elapsedTime } = reply;
    if (elapsedTime >= SLOW_MS || status >= 500) {
      const { method, url: route } = request.routeOptions;
      const elapsed_ms = Math.round(elapsedTime);
      request.log.warn({ method, route, status, elapsed_ms }, 'slow or failed request');
    }
    done();
  });
}

/** JSON and nothing else; many clients name it and send no body, which is no body. */
function acceptOnlyJson(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser('text/plain');
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
}
