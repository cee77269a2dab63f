import { expect, test } from 'vitest';
import { openAccount } from './billing-account.ts';
import { startProduct } from './product.ts';

test('a server that is stopped answers what it accepted, and keeps what it answered', async () => {
  const product = await startProduct();
  const account = await openAccount(product);
  await account.buy({ totals: { flex_port: 500 } });
  await account.buy({ minutes: '100.00' });
  const request = { billing_account: account.id, activity: 'call.inbound_acd' };
  const asked = Array.from({ length: 60 }, async () => {
    try {
      const { status, body } = await product.operator.post('/v1/authorizations', request);
      return String(status === 201 ? body.id : body.code);
    } catch {
      return 'not accepted'; // The connection was made after nobody listened any more.
    }
  });
  await Promise.race(asked); // One is answered; the others are on their way or still to come.
  await product.app.close();
  const answers = await Promise.all(asked);
  const granted = answers.filter((answer) => answer.startsWith('auth_'));
  expect(granted.length).toBeGreaterThan(0);
  const others = answers.filter((answer) => !granted.includes(answer));
  expect(new Set(['unavailable', 'not accepted', ...others]).size).toBe(2);
  const { rows } = await product.open.pool.query<{ id: string }>('select id from admission_leases');
  expect(rows.map(({ id }) => id).sort()).toEqual([...granted].sort());
  await product.open.close();
});
