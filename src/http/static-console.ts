import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Refusal } from '../kernel/refusal.ts';
import { say } from '../kernel/words/say.ts';

const BUILT_CONSOLE = path.resolve(import.meta.dirname, '../../console/dist');

/** Addresses that are never a page of the console: what is not there is a problem, not a page. */
const NOT_PAGES = /^\/(v1|assets|healthz|readyz|metrics|openapi\.json)(\/|$|\?)/;

/**
 * Nothing from elsewhere, no inline script, no frame around us. Styles may be inline: the
 * component library writes its variables into the page.
 */
const SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const NOT_BUILT = 'The console has not been built; start Tollkeeper with bin/tollkeeper.';

/** File names below `assets/` carry a hash of what is in them, so they never change. */
const ONE_YEAR_SECONDS = 31_536_000;

/**
 * Serves the built console. Every address that is no endpoint and no file answers with the
 * page, whose router knows the rest, so that a link to any place of the console opens it.
 */
export async function serveConsole(
  fastify: FastifyInstance,
  directory: string = BUILT_CONSOLE,
): Promise<void> {
  const built = existsSync(path.join(directory, 'index.html'));
  await fastify.register(fastifyStatic, {
    root: built ? directory : import.meta.dirname,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'deny',
  });
  fastify.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    schema: { hide: true },
    handler: (request, reply) => {
      const [pathname = '/'] = request.url.split('?', 1);
      if (!built || NOT_PAGES.test(pathname)) {
        if (built && pathname.startsWith('/assets/') && isFile(directory, pathname)) {
          const caching = `public, max-age=${ONE_YEAR_SECONDS}, immutable`;
          return secured(reply).header('cache-control', caching).sendFile(pathname);
        }
        if (NOT_PAGES.test(pathname)) return reply.callNotFound();
        throw new Refusal('not_found', { message: say(NOT_BUILT) });
      }
      const file = pathname !== '/' && isFile(directory, pathname) ? pathname : '/index.html';
      return secured(reply).header('cache-control', 'no-cache').sendFile(file);
    },
  });
}

/** Whether the path names a file of the console: letters, digits, dashes, and no way upwards. */
function isFile(directory: string, pathname: string): boolean {
  return (
    /^(\/[\w-]+)*\/[\w-]+(\.[\w-]+)+$/.test(pathname) && existsSync(path.join(directory, pathname))
  );
}

function secured(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'content-security-policy': SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  });
}
