import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, secondsOf } from './office.ts';
import { Switchboard } from './switchboard.ts';

let board: Switchboard;
let office: Office;
beforeAll(async () => {
  board = await Switchboard.open({ carrier: { kind: 'callee', ringMs: 2_000 } });
  office = board.office;
  await office.operator.put('/v1/catalog/activities/call.paging', {
    name: 'Paging call',
    licenses: ['crm'],
    places: [],
    metered: 'voice',
    direction: 'outbound',
    counts_from: 'start',
    ring_seconds: 120,
  });
  await office.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1 }, minutes: '5.00' });
});
afterAll(() => board.close());

test('ringing is charged where the catalog counts from the start, and not where from the answer', async () => {
  const employee = await office.hire();
  const dials = [{ employee }, { employee, activity: 'call.paging' }];
  await board.call(dials, { talkMs: 1_500 });
  const records = await office.settled();
  const charged = new Map(records.map((one) => [one.activity, secondsOf(one.charged)]));
  expect(charged.get('call.outbound')).toBe(2);
  expect(charged.get('call.paging')).toBe(4);
}, 60_000);
