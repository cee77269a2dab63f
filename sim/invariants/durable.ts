import type { Json } from '../client.ts';
import type { Invariant } from './invariant.ts';

const LIVE = new Set(['prepared', 'unknown', 'pending', 'succeeded']);

export const durable: Invariant = {
  name: 'what was acknowledged is there, and was paid once',
  async broken(client, account) {
    const base = `/v1/billing-accounts/${account.id}`;
    const calls = await client.all(`/v1/authorizations?billing_account=${account.id}`);
    const orders = await client.all(`${base}/orders`);
    const payments = await client.all(`${base}/payments`);
    const known = new Set([...calls, ...orders].map(({ id }) => id));
    const lost = [...account.acknowledged, ...account.orders].filter((id) => !known.has(id));
    const live = payments.filter(({ status }) => LIVE.has(status)).map(subjectOf);
    const twice = live.filter((subject, index) => live.indexOf(subject) !== index);
    return [
      ...lost.map((id) => `${id} was acknowledged and is gone`),
      ...twice.map((subject) => `${subject} is paid twice`),
    ];
  },
};

const subjectOf = (payment: Json): string => payment.subject;
