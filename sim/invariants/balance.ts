import type { Json } from '../client.ts';
import type { Invariant } from './invariant.ts';

/** Micro-units of a decimal amount. */
function micros({ amount }: { amount: string }): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const size = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return amount.startsWith('-') ? -size : size;
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

export const balance: Invariant = {
  name: 'the balance is what was bought less what was charged and paid out',
  async broken(client, account) {
    const base = `/v1/billing-accounts/${account.id}`;
    const orders = (await client.all(`${base}/orders`)).filter(isCompleted);
    const bought = orders
      .flatMap(({ lines }) => lines.filter(({ kind }: Json) => kind === 'minutes'))
      .map((line: Json) => micros(line.amount));
    const calls = await client.all(`/v1/authorizations?billing_account=${account.id}`);
    const charged = calls.map((call) => micros(call.charged));
    const held = calls.filter(({ state }) => state === 'open').map(({ hold }) => micros(hold));
    const minutes = (await client.get(`${base}/minutes`)).body;
    const refunded = BigInt(account.refunds) * 500_000n;
    const wanted = [sum(bought) - sum(charged) - refunded, sum(held)];
    const found = [micros(minutes.balance), micros(minutes.held)];
    return String(found) === String(wanted)
      ? []
      : [`balance and held are ${found} micro-units; they should be ${wanted}`];
  },
};

const isCompleted = ({ status }: Json) => status === 'completed';
