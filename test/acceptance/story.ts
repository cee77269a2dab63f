import { type Caller, type Json, type Product, startProduct } from '../api/product.ts';

/** A product with one company on a test clock: Monday 16 November 2026, 10:00 in New York. */
export interface Story {
  readonly product: Product;
  readonly operator: Caller;
  /** The company's own key, with every scope. */
  readonly own: Caller;
  readonly company: string;
  readonly account: string;
  /** `/v1/billing-accounts/{ba}`. */
  readonly path: string;
  advance(now: string): Promise<void>;
  /** Somebody of the company, with these licenses and all that they require. */
  hire(name: string, group: string, licenses?: readonly string[]): Promise<string>;
  /** Quotes and orders; the order's answer together with its quote. */
  buy(what: object): Promise<{ quote: Json; order: Json }>;
  authorize(body: object): Promise<Json>;
  /** One of the eight answers, once its shape is right. */
  ask(question: string, employee?: string): Promise<Json>;
  close(): Promise<void>;
}

/** The half of a 30-day period is left: the first of November to the first of December. */
export const START = '2026-11-16T15:00:00Z';

export async function beginStory(): Promise<Story> {
  const product = await startProduct();
  const { operator } = product;
  const company = await made(operator.post('/v1/companies', { name: 'Acceptance' }));
  const clock = await made(operator.post('/v1/test-clocks', { now: START }));
  const account = await made(
    operator.post(`/v1/companies/${company.id}/billing-accounts`, {
      name: 'Main',
      currency: 'USD',
      time_zone: 'America/New_York',
      anchor_date: '2026-11-01',
      test_clock: clock.id,
    }),
  );
  const key = await made(
    operator.post(`/v1/companies/${company.id}/api-keys`, {
      name: 'Acceptance',
      scopes: ['read', 'manage', 'admission'],
    }),
  );
  const own = product.as(key.key);
  const path = `/v1/billing-accounts/${account.id}`;
  const source = { provider: 'sandbox', token: 'tok_ok', default: true };
  await made(own.post(`${path}/funding-sources`, source));
  let hired = 0;
  return {
    product,
    operator,
    own,
    company: company.id,
    account: account.id,
    path,
    async advance(now) {
      await made(operator.post(`/v1/test-clocks/${clock.id}/advance`, { now }));
    },
    async hire(name, group, licenses = []) {
      const [first_name, last_name] = name.split(' ');
      hired += 1;
      const email = `person${hired}@example.com`;
      const body = { first_name, last_name, email, permission_group: group };
      const { id } = await made(own.post(`/v1/companies/${company.id}/employees`, body));
      for (const license of licenses) {
        const assignment = { billing_account: account.id, with_required: true };
        await made(own.put(`/v1/employees/${id}/licenses/${license}`, assignment));
      }
      return id;
    },
    async buy(what) {
      const quote = await made(own.post(`${path}/quotes`, what));
      const order = await made(
        own.post(`${path}/orders`, {
          quote: quote.id,
          authorized_by: { first_name: 'Dana', last_name: 'Whitfield' },
          terms_version: quote.terms.version,
        }),
      );
      return { quote, order };
    },
    authorize: (body) => made(own.post('/v1/authorizations', body)),
    async ask(question, employee) {
      const query = employee === undefined ? '' : `?employee=${employee}`;
      const answer = await made(own.get(`${path}/answers/${question}${query}`));
      if (answer.question !== question) throw new Error(`asked ${question}: ${answer.question}`);
      return answer;
    },
    close: () => product.close(),
  };
}

/** The body of an answer that must not be a refusal. */
export async function made(call: Promise<{ status: number; body: Json }>): Promise<Json> {
  const { status, body } = await call;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

export const usd = (amount: string) => ({ amount, currency: 'USD' });
