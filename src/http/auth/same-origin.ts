import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page makes with our cookie. SameSite=Lax already keeps
 * the cookie from most of them; this also covers sites on the same registrable domain, and
 * signing a visitor in to somebody else's session.
 */
export function refuseOtherOrigins(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const { origin, host } = request.headers;
  // Browsers send Origin with every such request; who sends neither header is no browser.
  if (site === undefined && (origin === undefined || hostOf(origin) === host)) return;
  throw new Refusal('scope_missing', { message: say('This request came from another site.') });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
