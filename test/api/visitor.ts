import { expect } from 'vitest';
import type { Json, Product } from './product.ts';

export interface Visit {
  readonly status: number;
  readonly body: Json;
  /** The Set-Cookie headers. */
  readonly set: readonly string[];
  readonly headers: Headers;
}

/** A browser as far as sign-in sees one: it keeps cookies and says from which site it calls. */
export interface Visitor {
  (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Visit>;
  readonly cookies: Map<string, string>;
}

/** Every visitor has a network address of their own, so that limits by address stay apart. */
let visitors = 0;

export function visitorOf({ address }: Product): Visitor {
  const cookies = new Map<string, string>();
  visitors += 1;
  const from = `198.51.${Math.floor(visitors / 256)}.${visitors % 256}`;
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Visit> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(path.startsWith('http') ? path : `${address}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'sec-fetch-site': 'same-origin',
        'user-agent': 'Test browser',
        'x-forwarded-for': from,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie();
    for (const one of set) keep(cookies, one);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : text,
      set,
      headers: response.headers,
    };
  };
  return Object.assign(call, { cookies });
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const [name = '', value = ''] = pair.split('=', 2);
  if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

/** The token of a sign-in link. */
export const tokenOf = (url: string) => new URL(url).hash.replace('#link=', '');

/** What a person types with a change. */
export const TYPED = { 'authorized-by': 'Ana Ruiz; terms=2026-11-01' };

/** Signs an employee in with a link that the operator made. */
export async function signedIn(product: Product, employee: string) {
  const made = await product.operator.post(`/v1/employees/${employee}/sign-in-links`);
  expect(made.status).toBe(201);
  const call = visitorOf(product);
  const done = await call('POST', '/v1/session/link', { token: tokenOf(made.body.url) });
  expect(done).toMatchObject({ status: 200 });
  return { call, url: made.body.url as string, set: done.set };
}

/** A company with people in it, by permission group. */
export async function companyOf(product: Product, name = 'Acme') {
  const company = (await product.operator.post('/v1/companies', { name })).body.id as string;
  const hire = async (email: string, permission_group: string) => {
    const body = { first_name: 'Ana', last_name: 'Ruiz', email, permission_group };
    const made = await product.operator.post(`/v1/companies/${company}/employees`, body);
    expect(made.status).toBe(201);
    return made.body.id as string;
  };
  return { company, hire };
}

/** The actions in a company's audit log, the newest first. */
export async function auditOf(product: Product, company: string): Promise<Json[]> {
  const { body } = await product.operator.get(`/v1/companies/${company}/audit?limit=100`);
  return body.data;
}
/** Signs the operator's first person in. */
export async function operatorSignedIn(product: Product): Promise<Visitor> {
  const { url } = await product.app.signIn.operatorLink(product.address);
  const call = visitorOf(product);
  const done = await call('POST', '/v1/session/link', { token: tokenOf(url) });
  expect(done.status).toBe(200);
  return call;
}
