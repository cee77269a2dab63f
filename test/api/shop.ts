import type { Answer, Json, Product } from './product.ts';

/** A company on a test clock, ready to buy: what most tests begin with. */
export interface Shop {
  readonly company: string;
  readonly account: string;
  readonly clock: string;
  employee(name: string, group?: string): Promise<string>;
  quote(order: Record<string, unknown>): Promise<Answer>;
  /** Quotes and accepts. */
  buy(order: Record<string, unknown>): Promise<Answer>;
  accept(quote: string): Promise<Answer>;
  assign(employee: string, code: string): Promise<Answer>;
  details(): Promise<Json>;
  advance(now: string): Promise<Answer>;
}

export interface ShopOptions {
  readonly now?: string;
  readonly currency?: string;
  readonly timeZone?: string;
  readonly anchor?: string;
  readonly token?: string;
}

/** Opens the shop: a company, a billing account under a test clock, a funding source. */
export async function openShop(product: Product, options: ShopOptions = {}): Promise<Shop> {
  const { operator } = product;
  const { now = '2026-11-22T15:00:00Z', token = 'tok_ok' } = options;
  const clock = (await made(operator.post('/v1/test-clocks', { now }))).id;
  const company = (await made(operator.post('/v1/companies', { name: 'Shop' }))).id;
  const account = (
    await made(
      operator.post(`/v1/companies/${company}/billing-accounts`, {
        name: 'Main',
        currency: options.currency ?? 'USD',
        time_zone: options.timeZone ?? 'America/New_York',
        anchor_date: options.anchor ?? '2026-11-01',
        test_clock: clock,
      }),
    )
  ).id;
  const path = `/v1/billing-accounts/${account}`;
  await made(
    operator.post(`${path}/funding-sources`, { provider: 'sandbox', token, default: true }),
  );
  const quote = (order: Record<string, unknown>) => operator.post(`${path}/quotes`, order);
  const accept = async (id: string, terms = '2026-11-01') =>
    operator.post(`${path}/orders`, {
      quote: id,
      authorized_by: { first_name: 'Sam', last_name: 'Sysadmin' },
      terms_version: terms,
    });
  return {
    company,
    account,
    clock,
    quote,
    accept,
    async employee(name, group = 'Basic User') {
      const employee = await made(
        operator.post(`/v1/companies/${company}/employees`, {
          first_name: name,
          last_name: 'Agent',
          email: `${name.toLowerCase()}@example.com`,
          permission_group: group,
        }),
      );
      return employee.id;
    },
    async buy(order) {
      return await accept((await made(quote(order))).id);
    },
    assign: (employee, code) =>
      operator.put(`/v1/employees/${employee}/licenses/${code}`, {
        billing_account: account,
        with_required: true,
      }),
    details: async () => (await operator.get(path)).body,
    advance: (to) => operator.post(`/v1/test-clocks/${clock}/advance`, { now: to }),
  };
}

async function made(request: Promise<Answer>): Promise<Json> {
  const { status, body } = await request;
  if (status !== 201 && status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
