import type { Answer, AuthorizedBy, Input, Method, PathsWith } from './operations.ts';
import { problemOf } from './problem-error.ts';

export interface ClientOptions {
  /** Such as `https://billing.example.com`; empty in a browser on the same site. */
  readonly baseUrl?: string;
  /** An API key; in a browser the session's cookie stands for the person instead. */
  readonly key?: string;
  readonly fetch?: typeof fetch;
}

type Call<M extends Method> = <Path extends PathsWith<M>>(
  path: Path,
  input: Input<M, Path>,
) => Promise<Answer<M, Path>>;

/** Typed calls; each rejects with a `ProblemError` where the server refuses. */
export interface Client {
  readonly get: Call<'get'>;
  readonly post: Call<'post'>;
  readonly put: Call<'put'>;
  readonly patch: Call<'patch'>;
  readonly delete: Call<'delete'>;
}

interface LooseInput {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly authorizedBy?: AuthorizedBy;
  readonly signal?: AbortSignal;
}

export function createClient(options: ClientOptions = {}): Client {
  const { baseUrl = '', key } = options;
  const send = options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args));

  async function call(method: Method, path: string, input: LooseInput): Promise<unknown> {
    const url = `${baseUrl}${addressOf(path, input)}`;
    const body = input.body === undefined ? {} : { body: JSON.stringify(input.body) };
    const response = await send(url, {
      method: method.toUpperCase(),
      credentials: 'same-origin',
      headers: headersOf(input, key),
      ...body,
      ...(input.signal === undefined ? {} : { signal: input.signal }),
    });
    if (!response.ok) throw await problemOf(response);
    return await response.json();
  }

  const typed = <M extends Method>(method: M) =>
    ((path: string, input: LooseInput) => call(method, path, input)) as Call<M>;
  return {
    get: typed('get'),
    post: typed('post'),
    put: typed('put'),
    patch: typed('patch'),
    delete: typed('delete'),
  };
}

function addressOf(path: string, { params = {}, query = {} }: LooseInput): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

function headersOf(input: LooseInput, key: string | undefined): Record<string, string> {
  const { idempotencyKey, authorizedBy, body } = input;
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...(authorizedBy === undefined ? {} : { 'authorized-by': headerOf(authorizedBy) }),
  };
}

/** Header values are Latin-1, and a name may be anything: it goes percent-encoded. */
function headerOf({ firstName, lastName, termsVersion }: AuthorizedBy): string {
  return `${encodeURIComponent(firstName)} ${encodeURIComponent(lastName)}; terms=${termsVersion}`;
}
