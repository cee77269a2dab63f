import { type Caller, OPERATOR_KEY, type Product } from '../product.ts';

/** Two companies: one with a thing of every kind, and a stranger's key. */
export interface World {
  /** By the name of the path parameter. */
  readonly ids: Record<string, string>;
  /** By the name of the body's field. */
  readonly fields: Record<string, unknown>;
  readonly stranger: Caller;
  readonly operatorKey: string;
  /** How many changes have ever been recorded: the same before and after a refusal. */
  changes(): Promise<number>;
}

type Make = (path: string, body: unknown) => Promise<string>;

export async function makeWorld(product: Product): Promise<World> {
  const { operator } = product;
  const make: Make = async (path: string, body: unknown): Promise<string> => {
    const made = await operator.post(path, body);
    if (made.status !== 201) throw new Error(`${path}: ${JSON.stringify(made.body)}`);
    return made.body.id;
  };
  const { co, ba, emp, grp } = await makeCompany(make);
  const clk = await make('/v1/test-clocks', { now: '2026-01-01T00:00:00Z' });
  const path = `/v1/billing-accounts/${ba}`;
  const fs = await make(`${path}/funding-sources`, {
    provider: 'sandbox',
    token: 'tok_ok',
    default: true,
  });
  const quo = await make(`${path}/quotes`, { totals: { crm: 2 }, minutes: '10.00' });
  const bought = await operator.post(`${path}/orders`, {
    quote: quo,
    authorized_by: { first_name: 'Sam', last_name: 'Sysadmin' },
    terms_version: '2026-11-01',
  });
  const txe = await make(`${path}/tax-exemptions`, {
    jurisdiction: 'US',
    certificate: 'C-1',
    reason: 'resale',
    valid_from: '2026-01-01',
  });
  const key = await make(`/v1/companies/${co}/api-keys`, { name: 'k', scopes: ['read'] });
  const other = await make('/v1/companies', { name: 'Stranger' });
  const strangerKey = await operator.post(`/v1/companies/${other}/api-keys`, {
    name: 'k',
    scopes: ['read', 'manage', 'admission'],
  });
  return {
    ids: {
      co,
      ba,
      emp,
      grp,
      key,
      clk,
      fs,
      quo,
      ord: bought.body.id,
      rcp: bought.body.receipt.id,
      inv: 'inv_never',
      txe,
      ...(await makeTold(product, make, { co, emp })),
      seller: 'default',
      jurisdiction: 'DE',
      code: 'crm',
      prefix: 'default',
      question: 'why-cannot-dial',
      externalId: 'object-1',
    },
    fields: {
      billing_account: ba,
      employee: emp,
      permission_group: 'Basic User',
      activity: 'call.outbound',
      quote: quo,
      terms_version: '2026-11-01',
      provider: 'sandbox',
      token: 'tok_ok',
      currency: 'USD',
    },
    stranger: product.as(strangerKey.body.key),
    operatorKey: OPERATOR_KEY,
    changes: () => product.countChanges(),
  };
}

/** What people were told and asked for. */
async function makeTold(
  { operator }: Product,
  make: Make,
  { co, emp }: { co: string; emp: string },
) {
  const req = await make(`/v1/employees/${emp}/requests`, {
    activity: 'dialer.login',
    reason: 'license_not_assigned',
  });
  const mail = await make('/v1/mails', { to: 'swept@example.com' });
  const { body } = await operator.get(`/v1/companies/${co}/notices`);
  return { req, mail, ntc: body.data[0].id, kind: 'renewal_coming' };
}

async function makeCompany(make: Make) {
  const co = await make('/v1/companies', { name: 'Swept' });
  const ba = await make(`/v1/companies/${co}/billing-accounts`, {
    name: 'Main',
    currency: 'USD',
    time_zone: 'America/New_York',
    anchor_date: '2026-01-15',
  });
  const emp = await make(`/v1/companies/${co}/employees`, {
    first_name: 'Swept',
    last_name: 'Person',
    email: 'swept@example.com',
    permission_group: 'Basic User',
  });
  const grp = await make(`/v1/companies/${co}/permission-groups`, {
    name: 'Swept group',
    permissions: [],
  });
  return { co, ba, emp, grp };
}
