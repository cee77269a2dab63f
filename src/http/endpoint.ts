import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import type { Database, Transaction } from '../database/transaction.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/refusal.ts';
import { say } from '../kernel/words/say.ts';
import { type AnswerFile, sendFile } from './answer-file.ts';
import type { Idempotency, Request } from './idempotency.ts';
import {
  type Access,
  type Authenticate,
  type Principal,
  readAuthorization,
  refuseWithoutAccess,
} from './principal.ts';
import { PROBLEM_TYPE, type Reply } from './problem-reply.ts';

type Shape = z.ZodType;
type Read<Schema> = Schema extends Shape ? z.output<Schema> : undefined;

/** What an endpoint is told: its validated input, who asks, and the transaction it works in. */
export interface Call<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly actor: Actor;
  readonly principal: Principal;
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
}

export interface EndpointBase<Params, Query, Body> {
  readonly summary: string;
  readonly description?: string;
  /** Groups the endpoints in the OpenAPI document. */
  readonly tag: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Shape;
  /** 201 for what is made; 200 otherwise. */
  readonly status?: 200 | 201;
  /** Fields that only the first answer shows: a secret is not kept for a repetition. */
  readonly withheldOnReplay?: readonly string[];
}

export interface Endpoint<Params, Query, Body> extends EndpointBase<Params, Query, Body> {
  /** Runs in one transaction; for GET a read-only one. Its value is the answer. */
  readonly handle: (
    tx: Transaction,
    call: Call<Read<Params>, Read<Query>, Read<Body>>,
  ) => Promise<unknown>;
}

/** Ends a resumable call: `effect` runs in the transaction that the reply is kept in. */
export type Finish = (effect: (tx: Transaction) => Promise<unknown>) => Promise<Reply>;

export interface ResumableEndpoint<Params, Query, Body> extends EndpointBase<Params, Query, Body> {
  /** Opens its own transactions, and must end in `finish`; see `Idempotency.resumable`. */
  readonly handleResumable: (
    finish: Finish,
    call: Call<Read<Params>, Read<Query>, Read<Body>>,
  ) => Promise<Reply>;
}

/** An endpoint whose service keeps keys and answers itself, with what it does. */
export interface KeepingEndpoint<Params, Query, Body> extends EndpointBase<Params, Query, Body> {
  readonly handleKeeping: (
    call: Call<Read<Params>, Read<Query>, Read<Body>>,
    key: RequestKey | undefined,
  ) => Promise<Reply>;
}

/** Under which a request may be repeated: only by the same method, path and body. */
export interface RequestKey {
  /** The company, or `operator`. */
  readonly scope: string;
  readonly key: string;
  readonly hash: Buffer;
}

/** An endpoint that reads, and answers with a file. */
export interface FileEndpoint<Params, Query>
  extends Omit<EndpointBase<Params, Query, undefined>, 'answer' | 'body' | 'status'> {
  /** The media types it may answer with. */
  readonly produces: readonly string[];
  /** Runs in one read-only transaction, which lasts until the file's last piece. */
  readonly handleFile: (
    tx: Transaction,
    call: Call<Read<Params>, Read<Query>, undefined>,
  ) => Promise<AnswerFile>;
}

/** An endpoint that writes its answer itself, once it has refused whom it must. */
export interface StreamEndpoint<Params, Query>
  extends Omit<EndpointBase<Params, Query, undefined>, 'answer' | 'body'> {
  readonly handleStream: (call: {
    readonly params: Read<Params>;
    readonly query: Read<Query>;
    readonly principal: Principal;
    readonly request: FastifyRequest;
    readonly response: ServerResponse;
  }) => Promise<void>;
}

type AnyEndpoint<Params, Query, Body> =
  | Endpoint<Params, Query, Body>
  | ResumableEndpoint<Params, Query, Body>
  | KeepingEndpoint<Params, Query, Body>;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface ApiDeps {
  readonly fastify: FastifyInstance;
  readonly database: Database;
  readonly idempotency: Idempotency;
  readonly authenticate: Authenticate;
  /** Whether answers are compared with their schemas: on in tests, where drift must show. */
  readonly checkAnswers: boolean;
}

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * Where endpoints are declared. It does for every one alike what none may forget: who asks,
 * may they, is the input valid, in which transaction, and what a repetition is answered.
 */
export class Api {
  readonly #deps: ApiDeps;

  constructor(deps: ApiDeps) {
    this.#deps = deps;
  }

  get fastify(): FastifyInstance {
    return this.#deps.fastify;
  }

  define<
    Params extends Shape | undefined = undefined,
    Query extends Shape | undefined = undefined,
    Body extends Shape | undefined = undefined,
  >(method: Method, path: string, endpoint: AnyEndpoint<Params, Query, Body>): void {
    this.#deps.fastify.route({
      method,
      url: path,
      schema: schemaOf(method, endpoint),
      handler: async (request, reply) => {
        const { status, text } = await this.#answer(method, endpoint, request);
        const type = status >= 400 ? PROBLEM_TYPE : 'application/json; charset=utf-8';
        reply.code(status).header('content-type', type);
        // The text, and not the reply: that is awaited, for which each answer's end is listened to.
        return text;
      },
    });
  }

  /** An endpoint that answers for as long as anybody listens: a stream of server-sent events. */
  defineStream<Params extends Shape, Query extends Shape>(
    path: string,
    endpoint: StreamEndpoint<Params, Query>,
  ): void {
    const schema = schemaOf('GET', { ...endpoint, answer: z.string() });
    const content = { 'text/event-stream': { schema: z.string() } };
    this.#deps.fastify.route({
      method: 'GET',
      url: path,
      schema: { ...schema, response: { 200: { description: endpoint.summary, content } } },
      handler: async (request, reply) => {
        const principal = await this.#deps.authenticate(request);
        refuseWithoutAccess(principal, endpoint.access, 'GET');
        await endpoint.handleStream({
          params: request.params as Read<Params>,
          query: request.query as Read<Query>,
          principal,
          request,
          response: reply.raw,
        });
        return reply.hijack();
      },
    });
  }

  /** An endpoint that answers with a file. It changes nothing, so it is always a GET. */
  defineFile<
    Params extends Shape | undefined = undefined,
    Query extends Shape | undefined = undefined,
  >(path: string, endpoint: FileEndpoint<Params, Query>): void {
    const { produces } = endpoint;
    const content = Object.fromEntries(produces.map((type) => [type, { schema: z.string() }]));
    const schema = schemaOf('GET', { ...endpoint, answer: z.string() });
    this.#deps.fastify.route({
      method: 'GET',
      url: path,
      schema: { ...schema, response: { 200: { description: endpoint.summary, content } } },
      handler: async (request, reply) => {
        const principal = await this.#deps.authenticate(request);
        refuseWithoutAccess(principal, endpoint.access, 'GET');
        const call = {
          params: request.params as Read<Params>,
          query: request.query as Read<Query>,
          body: undefined,
          actor: principal.actor,
          principal,
          requestId: request.id,
          idempotencyKey: undefined,
        };
        await this.#deps.database.read(async (tx) =>
          sendFile(reply, await endpoint.handleFile(tx, call)),
        );
        return reply;
      },
    });
  }

  async #answer<Params, Query, Body>(
    method: Method,
    endpoint: AnyEndpoint<Params, Query, Body>,
    request: FastifyRequest,
  ): Promise<Reply> {
    const { database, idempotency } = this.#deps;
    const principal = await this.#deps.authenticate(request);
    refuseWithoutAccess(principal, endpoint.access, method);
    const actor = authorized(principal.actor, method, endpoint.access, request);
    const key = idempotencyKeyOf(method, request);
    const call = {
      params: request.params as Read<Params>,
      query: request.query as Read<Query>,
      body: request.body as Read<Body>,
      actor,
      principal,
      requestId: request.id,
      idempotencyKey: key,
    };
    const ask: Request = {
      name: key === undefined ? undefined : { scope: actor.company ?? 'operator', key },
      hash: key === undefined ? UNKEYED : hashOf(request),
      requestId: request.id,
    };
    const replyOf = (value: unknown) => this.#reply(endpoint, value);
    if ('handleKeeping' in endpoint) {
      const kept = ask.name && { ...ask.name, hash: ask.hash };
      const reply = await endpoint.handleKeeping(call, kept);
      if (this.#deps.checkAnswers) endpoint.answer.parse(JSON.parse(reply.text));
      return reply;
    }
    if ('handleResumable' in endpoint) {
      return await idempotency.resumable(ask, (finish) =>
        endpoint.handleResumable((effect) => finish(async (tx) => replyOf(await effect(tx))), call),
      );
    }
    const effect = async (tx: Transaction) => replyOf(await endpoint.handle(tx, call));
    return method === 'GET' ? await database.read(effect) : await idempotency.once(ask, effect);
  }

  #reply<Params, Query, Body>(endpoint: EndpointBase<Params, Query, Body>, value: unknown): Reply {
    const text = JSON.stringify(value);
    if (this.#deps.checkAnswers) endpoint.answer.parse(JSON.parse(text));
    const { withheldOnReplay } = endpoint;
    if (withheldOnReplay === undefined) return { status: endpoint.status ?? 200, text };
    const kept = Object.entries(value as object).filter(
      ([name]) => !withheldOnReplay.includes(name),
    );
    return {
      status: endpoint.status ?? 200,
      text,
      keptText: JSON.stringify(Object.fromEntries(kept)),
    };
  }
}

/** A person's changes carry the name they typed; an API key stands under its own. */
function authorized(actor: Actor, method: Method, access: Access, request: FastifyRequest): Actor {
  if (actor.kind !== 'person' || method === 'GET') return actor;
  const header = request.headers['authorized-by'];
  const authorization = readAuthorization(Array.isArray(header) ? header[0] : header);
  const needed = access.typedName ?? (access.operatorOnly !== true && access.personOnly !== true);
  if (authorization === undefined && needed) {
    throw new Refusal('authorization_required');
  }
  return authorization === undefined ? actor : { ...actor, authorization };
}

function idempotencyKeyOf(method: Method, request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key'];
  if (method !== 'POST' || header === undefined) return undefined;
  if (typeof header === 'string' && KEY.test(header)) return header;
  throw new Refusal('invalid_value', {
    message: say('An Idempotency-Key is 1 to 255 visible ASCII characters.'),
    pointer: '/headers/idempotency-key',
  });
}

/** Without a key nothing is ever compared with the request, so it is not read through. */
const UNKEYED = Buffer.alloc(0);

function hashOf(request: FastifyRequest): Buffer {
  const body = JSON.stringify(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest();
}

const NOTHING = z.strictObject({});

function schemaOf(
  method: Method,
  endpoint: EndpointBase<Shape | undefined, Shape | undefined, Shape | undefined>,
): FastifySchema {
  const takesBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
  const body =
    endpoint.body ?? (takesBody ? z.union([NOTHING, z.null(), z.undefined()]) : undefined);
  return {
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    tags: [endpoint.tag],
    params: endpoint.params ?? NOTHING,
    querystring: endpoint.query ?? NOTHING,
    ...(body === undefined ? {} : { body }),
    response: { [endpoint.status ?? 200]: endpoint.answer },
  };
}
