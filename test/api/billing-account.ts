import { expect } from 'vitest';
import type { Answer, Caller, Json, Product } from './product.ts';

export const TERMS = '2026-11-01';

export interface AccountOptions {
  now?: string;
  anchor?: string;
  currency?: string;
  timeZone?: string;
  /** Tokens of the sandbox, the default first; none for an account that cannot pay. */
  tokens?: readonly string[];
  /** Without a test clock the account lives in real time. */
  realTime?: boolean;
}

/** A billing account of a company of its own, and the calls that its tests make. */
export interface BillingAccountUnderTest {
  readonly id: string;
  readonly company: string;
  readonly clock: string | undefined;
  readonly fundingSources: readonly string[];
  get(path: string): Promise<Json>;
  quote(body: Json): Promise<Answer>;
  accept(quote: string, headers?: Record<string, string>, more?: Json): Promise<Answer>;
  /** Quotes and accepts at once; expects both to succeed. */
  buy(body: Json): Promise<Json>;
  advance(to: string): Promise<Answer>;
  invoices(): Promise<Json[]>;
  receipts(): Promise<Json[]>;
  minutes(): Promise<Json>;
}

/** Opens an account with a test clock at noon of 23 November 2026, a period from the 1st. */
export async function openAccount(
  { operator }: Product,
  options: AccountOptions = {},
): Promise<BillingAccountUnderTest> {
  const { now = '2026-11-23T12:00:00Z', tokens = ['tok_ok'] } = options;
  const made = async (path: string, body: Json) => {
    const answer = await operator.post(path, body);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    return answer.body;
  };
  const clock = options.realTime ? undefined : (await made('/v1/test-clocks', { now })).id;
  const company = (await made('/v1/companies', { name: 'Acme' })).id;
  const { id } = await made(`/v1/companies/${company}/billing-accounts`, {
    name: 'Main',
    currency: options.currency ?? 'USD',
    time_zone: options.timeZone ?? 'UTC',
    anchor_date: options.anchor ?? '2026-11-01',
    ...(clock === undefined ? {} : { test_clock: clock }),
  });
  const account = `/v1/billing-accounts/${id}`;
  const fundingSources: string[] = [];
  for (const token of tokens) {
    const provider = token.startsWith('tok_') ? 'sandbox' : 'offline';
    const source = await made(`${account}/funding-sources`, { provider, token, default: false });
    fundingSources.push(source.id);
  }
  return { id, company, clock, fundingSources, ...callsOf(operator, account, clock) };
}

function callsOf(operator: Caller, account: string, clock: string | undefined) {
  const get = async (path: string) => {
    const answer = await operator.get(path.startsWith('/v1') ? path : `${account}${path}`);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
    return answer.body;
  };
  const quote = (body: Json) => operator.post(`${account}/quotes`, body);
  const accept = (id: string, headers: Record<string, string> = {}, more: Json = {}) =>
    operator.post(
      `${account}/orders`,
      {
        quote: id,
        authorized_by: { first_name: 'Ada', last_name: 'Byron' },
        terms_version: TERMS,
        ...more,
      },
      headers,
    );
  return {
    get,
    quote,
    accept,
    async buy(body: Json) {
      const quoted = await quote(body);
      expect(quoted, JSON.stringify(quoted.body)).toMatchObject({ status: 201 });
      const ordered = await accept(quoted.body.id);
      expect(ordered, JSON.stringify(ordered.body)).toMatchObject({ status: 201 });
      return ordered.body;
    },
    advance: (now: string) => operator.post(`/v1/test-clocks/${clock}/advance`, { now }),
    invoices: async () => (await get('/invoices?limit=100')).data.toReversed(),
    receipts: async () => (await get('/receipts?limit=100')).data.toReversed(),
    minutes: async () => await get('/minutes'),
  };
}

/** The dollar amount of money in an answer. */
export const usd = (amount: string) => ({ amount, currency: 'USD' });
