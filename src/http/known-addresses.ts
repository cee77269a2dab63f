import type { FastifyInstance } from 'fastify';

interface Address {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** The methods that an address takes, in alphabetical order; none where it is no address. */
export type MethodsOf = (path: string) => string[];

/**
 * Remembers every address that is registered from now on. It is only asked where no route was
 * found, so looking through all of them costs nobody who asked for something that there is.
 */
export function rememberAddresses(fastify: FastifyInstance): MethodsOf {
  const known = new Map<string, Address>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return; // The console's pages: every address would be one of them.
    const address = known.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    for (const one of [method].flat()) address.methods.add(one);
    known.set(url, address);
  });
  return (path) => {
    const found = [...known.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  };
}

/** `/v1/receipts/:rcp.pdf` as what it matches. */
function patternOf(url: string): RegExp {
  const pieces = url.split(/(:\w+)/).map((piece) => {
    if (/^:\w+$/.test(piece)) return '[^/]+';
    return piece.replaceAll(/[.+^$()|[\]{}?\\]/g, String.raw`\$&`);
  });
  return new RegExp(`^${pieces.join('')}$`);
}
