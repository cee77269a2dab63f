import type { FastifyReply, FastifyRequest } from 'fastify';

/** A browser, as far as sign-in sees one. */
export interface Visitor {
  /** What the sign-in library reads: cookies, the origin, and the device. */
  readonly headers: Headers;
  /** The network address; behind a proxy on this machine, the one that the proxy names. */
  readonly address: string;
}

/** Headers that set our cookies, or end them. */
export interface Cookies {
  readonly cookies: readonly string[];
}

export function visitorOf(request: FastifyRequest): Visitor {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent', 'origin'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return { headers, address: request.ip };
}

/** The longest name of a device that is kept; some programs send pages of them. */
const DEVICE_CHARACTERS_MAX = 300;

export function deviceOf({ headers }: Visitor): string {
  return (headers.get('user-agent') ?? '').slice(0, DEVICE_CHARACTERS_MAX);
}

export function setCookies(reply: FastifyReply, { cookies }: Cookies): void {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
}

export interface StepCookie {
  readonly name: string;
  readonly path: string;
  /** `Lax` only for what must come along when another site leads back to us. */
  readonly sameSite: 'Strict' | 'Lax';
}

/** A cookie that binds the steps of one sign-in to one browser; 0 seconds end it. */
export function stepCookie(
  cookie: StepCookie,
  { value, seconds, secure }: { value: string; seconds: number; secure: boolean },
): string {
  const { name, path, sameSite } = cookie;
  const attributes = [`Max-Age=${seconds}`, `Path=${path}`, 'HttpOnly', `SameSite=${sameSite}`];
  return [`${name}=${value}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
}

export function readCookie({ headers }: Visitor, { name }: StepCookie): string | undefined {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined && value !== '') return value;
  }
  return undefined;
}
