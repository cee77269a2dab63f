import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import {
  type AccountOptions,
  type BillingAccountUnderTest,
  openAccount,
  usd,
} from './billing-account.ts';
import { type Json, type Product, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  // Whatever the tests did: recomputed from history, every figure is what was charged.
  const { verifier } = product.app.services;
  const { differences } = await product.open.database.read((tx) => verifier.verify(tx));
  await product.close();
  expect(differences).toEqual([]);
});

/** Press-1 connects need no employee; the shipped rate is 0.03 for each minute begun. */
async function open(options: AccountOptions = {}) {
  const account = await openAccount(product, options);
  await account.buy({ totals: { flex_port: 200 }, minutes: '50.00' });
  const path = `/v1/billing-accounts/${account.id}/minutes/recharge`;
  return {
    ...account,
    recharge: async (body: Json): Promise<Json> => (await product.operator.put(path, body)).body,
    call: (minutes: number) => call(account, minutes),
    bought: async () =>
      (await account.get('/orders?limit=100')).data
        .filter(({ kind }: Json) => kind === 'recharge')
        .map(({ status, total }: Json) => `${status} ${total.amount}`)
        .reverse(),
    told: (type: string) => told(account, type),
  };
}

async function call(account: BillingAccountUnderTest, minutes: number): Promise<void> {
  const granted = await product.operator.post('/v1/authorizations', {
    billing_account: account.id,
    activity: 'voice_broadcast.connect',
    destination: '+12125550123',
    seconds: minutes * 60,
  });
  expect(granted.body, JSON.stringify(granted.body)).toMatchObject({ allowed: true });
  const path = `/v1/authorizations/${granted.body.id}/settle`;
  await product.operator.post(path, { used_seconds: minutes * 60 });
}

async function told(account: BillingAccountUnderTest, type: string): Promise<Json[]> {
  const { rows } = await product.open.pool.query(
    'select data from platform_events where account = $1 and type = $2 order by sequence',
    [account.id, type],
  );
  return rows.map(({ data }) => data);
}

describe('recharge by usage', () => {
  test('is 5 and 14 days of the average since the first usage, from the next day on', async () => {
    const account = await open();
    expect(await account.recharge({ mode: 'usage_based' })).toMatchObject({
      state: 'no_usage',
      threshold: null,
      amount: null,
    });
    await account.call(300); // 9.00 on the first day
    expect((await account.minutes()).recharge.state).toBe('no_usage');
    await account.advance('2026-11-24T12:00:00Z');
    // One full day at 9.00: threshold 45.00 is above the 41.00 that are left.
    expect(await account.bought()).toEqual(['completed 126.00']);
    expect(await account.minutes()).toMatchObject({
      balance: usd('167.00'),
      average_daily_usage: usd('9.00'),
      run_out_on: '2026-12-12',
      recharge: { state: 'enough', threshold: usd('45.00'), amount: usd('126.00') },
    });
    await account.advance('2026-11-26T12:00:00Z');
    // Three days since the first usage: the idle ones count.
    expect(await account.minutes()).toMatchObject({
      average_daily_usage: usd('3.00'),
      recharge: { threshold: usd('15.00'), amount: usd('42.00') },
    });
  });

  test('looks back over 30 full local days, and buys nothing once nothing is used', async () => {
    const account = await open();
    await account.recharge({ mode: 'usage_based' });
    await account.call(100);
    await account.advance('2026-12-23T12:00:00Z');
    expect((await account.minutes()).average_daily_usage).toEqual(usd('0.10'));
    await account.advance('2026-12-24T12:00:00Z');
    expect(await account.minutes()).toMatchObject({
      average_daily_usage: usd('0.00'),
      run_out_on: null,
      recharge: { state: 'no_usage' },
    });
    expect(await account.bought()).toEqual([]);
  });

  test('takes days of 23 and 25 hours for one day each', async () => {
    for (const [now, days] of [
      ['2026-10-31T16:00:00Z', ['2026-11-01T04:30:00Z', '2026-11-02T04:30:00Z']],
      ['2027-03-13T17:00:00Z', ['2027-03-14T05:30:00Z', '2027-03-15T03:30:00Z']],
    ] as const) {
      const account = await open({ now, timeZone: 'America/New_York', anchor: '2026-10-15' });
      await account.recharge({ mode: 'usage_based' });
      for (const at of days) {
        await account.advance(at); // Half past midnight, and half past eleven that night.
        await account.call(10);
      }
      const after = new Date(Date.parse(days[1]) + 3_600_000).toISOString();
      await account.advance(after);
      expect((await account.minutes()).average_daily_usage).toEqual(usd('0.60'));
    }
  });

  test('is bought at the local midnight that raises the threshold, though nothing else is due', async () => {
    const account = await open({ tokens: ['tok_ok'] });
    await account.recharge({ mode: 'usage_based' });
    await account.call(300);
    await account.advance('2026-11-24T00:00:00Z');
    expect(await account.bought()).toEqual(['completed 126.00']);
  });
});

describe('recharge by fixed amounts', () => {
  const fixed = { mode: 'fixed', threshold: '40.00', amount: '25.00' };

  test('fires below the threshold and not at it', async () => {
    const account = await open();
    await account.recharge(fixed);
    await account.call(333); // 9.99: 40.01 are left
    await account.advance('2026-11-23T12:01:00Z');
    expect(await account.bought()).toEqual([]);
    await account.call(1);
    await account.advance('2026-11-23T12:02:00Z');
    expect((await account.minutes()).available).toEqual(usd('64.98'));
    expect(await account.bought()).toEqual(['completed 25.00']);
  });

  test('counts purchases that are on their way, and has one in flight', async () => {
    const account = await open({ tokens: ['tok_ok', 'tok_ach_pending'] });
    await product.operator.post(`/v1/funding-sources/${account.fundingSources[1]}/default`);
    await account.recharge({ ...fixed, threshold: '60.00' });
    await account.advance('2026-11-23T13:00:00Z');
    expect(await account.bought()).toEqual(['payment_pending 25.00']);
    expect((await account.minutes()).recharge.state).toBe('enough');
    await account.recharge({ ...fixed, threshold: '100.00' });
    await account.advance('2026-11-24T13:00:00Z');
    expect((await account.minutes()).recharge.state).toBe('in_flight');
    expect(await account.bought()).toHaveLength(1);
    await account.advance('2026-11-26T13:00:00Z');
    // The first has arrived; 75.00 is still below 100.00, so another one is on its way.
    expect(await account.bought()).toEqual(['completed 25.00', 'payment_pending 25.00']);
  });

  test('buys once however many calls cross the threshold at once', async () => {
    const account = await open();
    await account.recharge({ ...fixed, threshold: '48.00' });
    // A second process on the same database.
    const other = await createApp({ open: product.open, config: readConfig({}), log: false });
    const works = [product.app.dueWork, other.dueWork];
    await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        await account.call(1);
        await works[index % 2]?.bringUpToDate(account.id);
      }),
    );
    await other.close();
    expect(await account.bought()).toEqual(['completed 25.00']);
    expect((await account.minutes()).balance).toEqual(usd('72.00'));
  }, 60_000);

  test('waits at the cap, tells it once a period, and buys again in the next one', async () => {
    const account = await open();
    await account.recharge({ ...fixed, threshold: '60.00', monthly_cap: '30.00' });
    await account.advance('2026-11-23T13:00:00Z');
    await account.recharge({ ...fixed, threshold: '90.00', monthly_cap: '30.00' });
    await account.advance('2026-11-28T00:00:00Z');
    expect(await account.bought()).toHaveLength(1);
    expect((await account.minutes()).recharge.state).toBe('monthly_cap');
    expect(await account.told('recharge.cap_reached')).toMatchObject([
      { monthly_cap: usd('30.00'), recharged_this_period: usd('25.00'), amount: usd('25.00') },
    ]);
    await account.advance('2026-12-01T00:00:00Z');
    expect(await account.bought()).toHaveLength(2);
  });

  test('backs off after a decline, says so, and stops after a reversal', async () => {
    const account = await open({ tokens: ['tok_ok', 'tok_decline'] });
    await account.recharge({ ...fixed, threshold: '60.00' });
    await account.advance('2026-11-23T12:01:00Z');
    const [payment] = (await account.get('/payments')).data;
    await product.operator.post(`/v1/funding-sources/${account.fundingSources[1]}/default`);
    await account.recharge({ ...fixed, threshold: '100.00' });
    await account.advance('2026-11-23T12:02:00Z');
    await account.advance('2026-11-23T14:00:00Z');
    expect(await account.told('recharge.failed')).toMatchObject([
      { failures: 1, reason: 'card_declined', retry_at: '2026-11-23T13:01:00.000Z' },
      { failures: 2, retry_at: '2026-11-23T15:01:00.000Z' },
    ]);
    expect((await account.minutes()).recharge.state).toBe('backing_off');
    await product.operator.post(`/v1/payments/${payment.id}/reverse`, { reason: 'chargeback' });
    expect((await account.minutes()).recharge).toMatchObject({
      state: 'stopped',
      stopped_reason: 'chargeback',
    });
    expect(await account.told('recharge.stopped')).toHaveLength(1);
    await account.advance('2026-11-30T12:00:00Z');
    expect(await account.told('recharge.failed')).toHaveLength(2);
  });

  test('takes no amount that would charge on end', async () => {
    const account = await open();
    const refused = await account.recharge({ ...fixed, threshold: '100.00', amount: '0.01' });
    expect(refused).toMatchObject({ code: 'invalid_value', errors: [{ pointer: '/amount' }] });
  });
});
