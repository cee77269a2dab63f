import type { FastifyInstance } from 'fastify';

/** An answer's body; the demo reads it as the API's contract says. */
export type Body = ReturnType<typeof JSON.parse>;

/**
 * Calls our own API as any client would, without a network. Every POST has a key from its place
 * in the story, so that a demo that was interrupted is told again without doing anything twice.
 */
export class DemoCaller {
  readonly #fastify: FastifyInstance;
  readonly #secret: string;

  constructor(fastify: FastifyInstance, secret: string) {
    this.#fastify = fastify;
    this.#secret = secret;
  }

  get(path: string): Promise<Body> {
    return this.#send('GET', path);
  }

  put(path: string, body?: object): Promise<Body> {
    return this.#send('PUT', path, body);
  }

  delete(path: string): Promise<Body> {
    return this.#send('DELETE', path);
  }

  /** Without a key it may be done again, as a phone call is made again. */
  post(path: string, body: object, key?: string): Promise<Body> {
    return this.#send('POST', path, body, key);
  }

  async #send(
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    body?: object,
    key?: string,
  ): Promise<Body> {
    const response = await this.#fastify.inject({
      method,
      url,
      headers: {
        authorization: `Bearer ${this.#secret}`,
        ...(key === undefined ? {} : { 'idempotency-key': `demo:${key}` }),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    if (response.statusCode >= 400) {
      throw new Error(`The demo company: ${method} ${url} was refused: ${response.body}`);
    }
    return JSON.parse(response.body);
  }
}
