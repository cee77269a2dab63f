import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginStory, made, type Story, usd } from '../acceptance/story.ts';
import type { Json } from './product.ts';

let story: Story;
/** `?billing_account=…`, since the story's clock is no real one. */
let mine: string;
beforeAll(async () => {
  story = await beginStory();
  mine = `billing_account=${story.account}`;
  await tellThreeMonths(story);
});
afterAll(() => story.close());

/** Monday 16 November 2026: bought, used, lowered, left, and come back. */
async function tellThreeMonths({ own, path, buy, hire, advance }: Story): Promise<void> {
  await buy({ totals: { crm: 3, dialer_tab: 2, dialer: 2 }, minutes: '50.00' });
  const ann = await hire('Ann Lee', 'Basic User', ['dialer']);
  const call = { activity: 'call.outbound', destination: '+12125550100', seconds: 600 };
  const granted = await made(own.post('/v1/authorizations', { ...call, employee: ann }));
  await made(own.post(`/v1/authorizations/${granted.id}/settle`, { used_seconds: 600 }));
  await advance('2026-12-10T15:00:00Z');
  await buy({ totals: { crm: 4, dialer: 1 } });
  await advance('2027-01-10T15:00:00Z');
  await made(own.post(`/v1/employees/${ann}/hide`));
  await buy({ totals: { crm: 0, dialer_tab: 0, dialer: 0 } });
  await made(
    own.put(`${path}/storage/objects/film`, {
      meter: 'files',
      kind: 'file',
      name: 'Film',
      bytes: 3_210_000_000,
      created_at: '2027-01-01T00:00:00Z',
      last_used_at: '2027-01-02T00:00:00Z',
    }),
  );
  await advance('2027-02-10T15:00:00Z');
  await buy({ totals: { crm: 1 } });
}

const report = async (name: string, query = 'from=2026-10&to=2027-02') =>
  (await made(story.operator.get(`/v1/reports/${name}?${mine}&${query}`))).data as Json[];
const cents = (money: Json) => BigInt(money.amount.replace('.', ''));

describe('GET /v1/reports/mrr', () => {
  test('says why the monthly revenue moved, and the movements sum to the difference', async () => {
    const rows = await report('mrr');
    expect(rows.map(({ month, end }) => [month, end.amount])).toEqual([
      ['2026-10', '0.00'],
      ['2026-11', '535.00'],
      ['2026-12', '630.00'],
      ['2027-01', '530.00'],
      ['2027-02', '95.00'],
    ]);
    expect(rows[1]).toMatchObject({ new: usd('535.00'), accounts: 1 });
    expect(rows[2]).toMatchObject({ expansion: usd('95.00'), contraction: usd('0.00') });
    expect(rows[3]).toMatchObject({ contraction: usd('-100.00') });
    expect(rows[4]).toMatchObject({ contraction: usd('-435.00') });
    for (const row of rows) {
      const moves = ['new', 'expansion', 'contraction', 'churn', 'reactivation'];
      const moved = moves.reduce((sum, kind) => sum + cents(row[kind]), 0n);
      expect(moved).toBe(cents(row.end) - cents(row.start));
    }
  });
});

describe('GET /v1/reports/revenue', () => {
  test('what was charged is earned or deferred, and agrees with the documents', async () => {
    const rows = await report('revenue');
    const licenses = rows.filter(({ category }) => category === 'licenses');
    // Bought for 15 of 30 days.
    expect(licenses[1]).toMatchObject({
      month: '2026-11',
      charged: usd('267.50'),
      recognized: usd('267.50'),
      deferred: usd('0.00'),
    });
    for (const category of ['licenses', 'storage', 'minutes']) {
      let deferred = 0n;
      for (const row of rows.filter((one) => one.category === category)) {
        const micros = (money: Json) => {
          const [whole, fraction = ''] = money.amount.split('.');
          return BigInt(whole + fraction.padEnd(6, '0'));
        };
        deferred += micros(row.charged) - micros(row.recognized);
        expect(micros(row.deferred)).toBe(deferred);
      }
    }
    const storage = rows.filter(({ category }) => category === 'storage');
    const { rows: charged } = await story.product.open.pool.query(
      `select tax_category as category, sum(amount) as amount from invoicing_lines
       where tax_category <> 'minutes' group by 1 order by 1`,
    );
    const total = (list: Json[]) =>
      list.reduce((sum, row) => sum + cents(row.charged), 0n) * 10_000n;
    expect(charged).toEqual([
      { category: 'licenses', amount: String(total(licenses)) },
      { category: 'storage', amount: String(total(storage)) },
    ]);
    const minutes = rows.filter(({ category }) => category === 'minutes');
    expect(minutes[1]).toMatchObject({ charged: usd('50.00'), recognized: usd('0.30') });
  });
});

describe('the other reports', () => {
  test('minutes sold, used and left', async () => {
    const rows = await report('minutes');
    expect(rows[1]).toMatchObject({ sold: usd('50.00'), used: usd('0.30'), held: null });
    expect(rows.at(-1)).toMatchObject({ balance: usd('49.70'), held: usd('0.00') });
  });

  test('licenses paid for, assigned and in use', async () => {
    const rows = await report('utilization');
    const dialer = rows.filter((row) => row.license_type === 'dialer');
    expect(dialer).toEqual([
      { month: '2026-11', license_type: 'dialer', paid: 2, assigned: 1, peak_in_use: 1 },
      { month: '2026-12', license_type: 'dialer', paid: 2, assigned: 1, peak_in_use: null },
      { month: '2027-01', license_type: 'dialer', paid: 1, assigned: 0, peak_in_use: null },
    ]);
  });

  test('receivables by age, as of any day', async () => {
    const { operator, path, own } = story;
    const wire = { provider: 'offline', token: 'Wire', default: true };
    await made(own.post(`${path}/funding-sources`, wire));
    await story.advance('2027-03-02T15:00:00Z');
    const on = async (day: string) => {
      const query = `${mine}&on=${day}`;
      return (await made(operator.get(`/v1/reports/receivables?${query}`))).data;
    };
    expect(await on('2027-02-28')).toEqual([]);
    const owed = (await on('2027-03-02'))[0];
    expect(owed).toMatchObject({ invoices: 1, days_1_30: usd('0.00'), total: owed.not_due });
    expect((await on('2027-03-20'))[0]).toMatchObject({ days_1_30: owed.total });
    expect((await on('2027-07-20'))[0]).toMatchObject({ days_over_90: owed.total });
  });

  test('come as tables', async () => {
    const { operator } = story;
    for (const name of ['mrr', 'revenue', 'minutes', 'utilization', 'receivables']) {
      const answer = await operator.get(`/v1/reports/${name}.csv?${mine}`);
      expect(answer.headers.get('content-type')).toContain('text/csv');
      const [header, ...lines] = answer.body.trim().split('\r\n');
      const columns = header.split(',').length;
      for (const line of lines) expect(line.split(',')).toHaveLength(columns);
    }
    const mrr = await operator.get(`/v1/reports/mrr.csv?${mine}&from=2026-11&to=2026-11`);
    expect(mrr.body).toBe(
      'month,currency,start,new,expansion,contraction,churn,reactivation,end,accounts\r\n' +
        '2026-11,USD,0.00,535.00,0.00,0.00,0.00,0.00,535.00,1\r\n',
    );
  });

  test('leave test clocks out where nobody is named, and show a company its own alone', async () => {
    const { operator, own, company, product } = story;
    expect((await made(operator.get('/v1/reports/mrr'))).data).toEqual([]);
    const wide = await made(own.get('/v1/reports/minutes?from=2026-11&to=2026-11'));
    expect(wide.data).toMatchObject([{ sold: usd('50.00') }]);
    const other = await made(operator.post('/v1/companies', { name: 'Other' }));
    const scopes = ['read'];
    const key = await made(
      operator.post(`/v1/companies/${other.id}/api-keys`, { name: 'Own', scopes }),
    );
    const stranger = product.as(key.key);
    expect((await stranger.get(`/v1/reports/mrr?${mine}`)).status).toBe(404);
    expect((await stranger.get(`/v1/reports/mrr?company=${company}`)).status).toBe(404);
    expect((await made(stranger.get('/v1/reports/minutes'))).data).toEqual([]);
  });

  test('end with the month and the day of the zone that is furthest ahead', async () => {
    const { operator } = story.product;
    // 13:00 UTC on the last of April: in Auckland it is May already.
    const clock = await made(operator.post('/v1/test-clocks', { now: '2027-04-30T13:00:00Z' }));
    const company = await made(operator.post('/v1/companies', { name: 'Two zones' }));
    const ids: string[] = [];
    for (const time_zone of ['America/New_York', 'Pacific/Auckland']) {
      const account = await made(
        operator.post(`/v1/companies/${company.id}/billing-accounts`, {
          name: time_zone,
          currency: 'USD',
          time_zone,
          anchor_date: '2027-04-01',
          test_clock: clock.id,
        }),
      );
      ids.push(account.id);
    }
    const last = async (query: string) => [
      (await made(operator.get(`/v1/reports/minutes?${query}`))).to,
      (await made(operator.get(`/v1/reports/receivables?${query}`))).on,
    ];
    expect(await last(`billing_account=${ids[0]}`)).toEqual(['2027-04', '2027-04-30']);
    expect(await last(`billing_account=${ids[1]}`)).toEqual(['2027-05', '2027-05-01']);
    expect(await last(`company=${company.id}`)).toEqual(['2027-05', '2027-05-01']);
  });

  test.each([
    ['from=2026-12&to=2026-11', '/query/from'],
    ['from=2020-01&to=2026-11', '/query/from'],
    ['from=2026-13', '/query/from'],
    ['to=2026-11-01', '/query/to'],
  ])('refuse %s', async (query, pointer) => {
    const refused = await story.operator.get(`/v1/reports/mrr?${query}`);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});
