import type { components, paths } from './generated/openapi.ts';

/** The shapes of what is answered, by name: `Schemas['Invoice']`. */
export type Schemas = components['schemas'];

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The addresses that take a method. */
export type PathsWith<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, { responses: unknown }> ? Path : never;
}[keyof paths];

type Operation<M extends Method, Path extends keyof paths> = paths[Path][M];

type Json<Content> = Content extends { content: { 'application/json': infer Body } }
  ? Body
  : unknown;

/** What an operation answers when it succeeds. */
export type Answer<M extends Method, Path extends keyof paths> =
  Operation<M, Path> extends { responses: infer Responses }
    ? Json<Responses[keyof Responses & (200 | 201)]>
    : never;

type PathParams<Op> = Op extends { parameters: { path: infer Params } } ? Params : undefined;
type QueryParams<Op> = Op extends { parameters: { query?: infer Query } }
  ? Partial<NonNullable<Query>>
  : undefined;
type BodyOf<Op> = Op extends { requestBody?: infer Body }
  ? Json<NonNullable<Body>>
  : Op extends { requestBody: infer Body }
    ? Json<Body>
    : undefined;

/** The name that a person typed; the server asks for it with changes made in a session. */
export interface AuthorizedBy {
  readonly firstName: string;
  readonly lastName: string;
  readonly termsVersion: string;
}

export interface CallOptions {
  /** For POST: repeating with the same key and body never does anything twice. */
  readonly idempotencyKey?: string;
  readonly authorizedBy?: AuthorizedBy;
  readonly signal?: AbortSignal;
}

type Given<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [Key in Name]?: undefined }
  : { readonly [Key in Name]: Value };

type Maybe<Name extends string, Value> = { readonly [Key in Name]?: Value };

export type Input<M extends Method, Path extends keyof paths> = CallOptions &
  Given<'params', PathParams<Operation<M, Path>>> &
  Maybe<'query', QueryParams<Operation<M, Path>>> &
  Maybe<'body', BodyOf<Operation<M, Path>>>;
