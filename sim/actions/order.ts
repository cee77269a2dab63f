import type { Json } from '../client.ts';
import { type SimulatedAccount, today, type World } from '../world.ts';
import type { Action } from './action.ts';

const TYPES = ['crm', 'dialer_tab', 'dialer', 'flex_port'];
/** Refusals that an order may meet without anything being wrong. */
const EXPECTED = new Set([
  'nothing_to_change',
  'assigned_exceeds_total',
  'below_contract_floor',
  'payment_declined',
  'quote_outdated',
  'account_suspended',
  'order_under_way',
]);

export const buy: Action = {
  name: 'buy',
  weight: 10,
  async run(world, account) {
    const { random } = world;
    const type = random.pick(TYPES) ?? 'crm';
    const more = { [type]: (account.totals.get(type) ?? 0) + 1 + random.below(4) };
    const minutes = random.chance(0.6) ? `${1 + random.below(30)}.00` : undefined;
    await order(world, account, {
      ...(minutes === undefined || random.chance(0.5) ? { totals: more } : {}),
      ...(minutes === undefined ? {} : { minutes }),
    });
  },
};

export const lower: Action = {
  name: 'lower',
  weight: 5,
  async run(world, account) {
    const owned = [...account.totals].filter(([, total]) => total > 0);
    const [type, total] = world.random.pick(owned) ?? [];
    if (type === undefined || total === undefined) return;
    await order(world, account, { totals: { [type]: world.random.below(total) } });
  },
};

/** Orders the present total again, which undoes a decrease. */
export const undo: Action = {
  name: 'undo',
  weight: 2,
  async run(world, account) {
    const [type] = world.random.pick([...account.pending]) ?? [];
    if (type === undefined) return;
    await order(world, account, { totals: { [type]: account.totals.get(type) ?? 0 } });
  },
};

/** Quotes and accepts; what is refused for a good reason is left. */
export async function order(world: World, account: SimulatedAccount, wanted: Json): Promise<void> {
  const { client, random } = world;
  const base = `/v1/billing-accounts/${account.id}`;
  const quoted = await client.post(`${base}/quotes`, wanted);
  if (quoted.status !== 201) return expectRefusal(world, 'quote', quoted.body);
  const sources = (await client.get(`${base}/funding-sources`)).body.data;
  const source = random.chance(0.7) ? undefined : random.pick<Json>(sources)?.id;
  const placed = await client.post(`${base}/orders`, {
    quote: quoted.body.id,
    authorized_by: { first_name: 'Sam', last_name: 'Simulated' },
    terms_version: quoted.body.terms.version,
    ...(source === undefined ? {} : { funding_source: source }),
  });
  if (placed.status !== 201) return expectRefusal(world, 'order', placed.body);
  if (placed.body.total.amount !== quoted.body.due_now.amount) {
    world.found(`${placed.body.id} charged ${placed.body.total.amount}, not as quoted`);
  }
  account.orders.add(placed.body.id);
  remember(account, quoted.body, wanted);
}

/** Licenses work at once, also while a bank debit is under way. */
function remember(account: SimulatedAccount, quote: Json, wanted: Json): void {
  for (const type of Object.keys(wanted.totals ?? {})) account.pending.delete(type);
  for (const { kind, license_type: type, to, effective_on: on } of quote.lines) {
    if (kind === 'license_increase') account.totals.set(type, to);
    if (kind === 'license_decrease') account.pending.set(type, { total: to, on });
    if (kind === 'license_decrease' && on <= today(account)) account.totals.set(type, to);
  }
}

function expectRefusal(world: World, what: string, { code, detail }: Json): void {
  if (!EXPECTED.has(code)) world.found(`${what} refused with ${code}: ${detail}`);
}
