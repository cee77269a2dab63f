import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Language, language, languageOf, speaking } from '../kernel/words/say.ts';

/**
 * Answers in the language that `Accept-Language` asks for. Twice, since the context in which a
 * request began is lost where its body arrives in pieces. English needs nothing at all, so that
 * whoever asks for no language pays nothing for it.
 */
export function answerInTheirLanguage(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', speak);
  fastify.addHook('preValidation', speak);
}

function speak(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const wanted = languageOfRequest(request);
  if (request.headers['accept-language'] !== undefined) {
    reply.header('content-language', wanted).header('vary', 'accept-language');
  }
  if (wanted === language()) done();
  else speaking(wanted, done);
}

/** The language in which this request is answered. */
export function languageOfRequest({ headers }: FastifyRequest): Language {
  return languageOf(headers['accept-language']);
}

const SAY_INVALID = {
  en: z.locales.en().localeError,
  de: z.locales.de().localeError,
} as const satisfies Record<Language, unknown>;

/** What is wrong with a value is said by zod, in the language of whoever is being answered. */
export function sayInvalidInTheirLanguage(): void {
  z.config({ localeError: (issue) => SAY_INVALID[language()](issue) });
}
