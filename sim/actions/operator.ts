import type { Json } from '../client.ts';
import type { Action } from './action.ts';

/** Some money comes back: a chargeback, or minutes that are paid out. */
export const takeBack: Action = {
  name: 'take money back',
  weight: 1.5,
  async run({ client, random, found }, account) {
    const base = `/v1/billing-accounts/${account.id}`;
    if (random.chance(0.5)) {
      const refund = { amount: '0.50', reason: 'Simulated' };
      const { status, body } = await client.post(`${base}/minutes/refunds`, refund);
      if (status < 300) account.refunds += 1;
      else if (body.code !== 'amount_exceeds_balance') found(`refund: ${body.detail}`);
      return;
    }
    const paid = (await client.all(`${base}/payments`)).filter(
      ({ status }) => status === 'succeeded',
    );
    const payment = random.pick<Json>(paid);
    if (payment === undefined) return;
    const reason = { reason: 'Simulated chargeback' };
    const { status, body } = await client.post(`/v1/payments/${payment.id}/reverse`, reason);
    if (status >= 300) found(`chargeback: ${status} ${body.detail}`);
  },
};

/** Prices and rates change; nothing that was charged may change with them. */
export const publish: Action = {
  name: 'publish a price',
  weight: 1,
  async run({ client, random, found }) {
    const amount = `${50 + random.below(50)}.00`;
    const prices = { USD: amount, EUR: amount, GBP: amount };
    const perMinute = `0.0${1 + random.below(9)}`;
    const { status, body } = random.chance(0.5)
      ? await client.put('/v1/catalog/license-types/flex_port', {
          name: 'Flex Port',
          kind: 'pooled',
          unit: 'port',
          requires: ['crm'],
          prices,
        })
      : await client.put('/v1/catalog/rates/44', {
          kind: 'voice',
          prices: { USD: perMinute, EUR: perMinute, GBP: perMinute },
          first_seconds: random.pick([1, 30, 60]),
          next_seconds: random.pick([1, 6, 60]),
        });
    if (status >= 300) found(`publish: ${status} ${body.detail}`);
  },
};

export const setRecharge: Action = {
  name: 'set recharge',
  weight: 1,
  async run({ client, random, found }, account) {
    const fixed = { mode: 'fixed', threshold: '5.00', amount: '10.00', monthly_cap: '60.00' };
    const settings = random.pick<Json>([fixed, fixed, { mode: 'usage_based' }, { mode: 'off' }]);
    const path = `/v1/billing-accounts/${account.id}/minutes/recharge`;
    const { status, body } = await client.put(path, settings);
    if (status >= 300) found(`recharge: ${status} ${body.detail}`);
  },
};

/** Another source becomes the default: one that is declined leads to dunning. */
export const changeCard: Action = {
  name: 'change the card',
  weight: 1,
  async run({ client, random, found }, account) {
    const { body: list } = await client.get(`/v1/billing-accounts/${account.id}/funding-sources`);
    const source = random.pick<Json>(list.data.filter((one: Json) => one.status === 'valid'));
    if (source === undefined) return;
    const { status, body } = await client.post(`/v1/funding-sources/${source.id}/default`);
    if (status >= 300) found(`default: ${status} ${body.detail}`);
  },
};
