import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, secondsOf } from './office.ts';
import { Switchboard } from './switchboard.ts';

let board: Switchboard;
let office: Office;
beforeAll(async () => {
  board = await Switchboard.open();
  office = board.office;
  await office.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1, flex_port: 1 }, minutes: '5.00' });
});
afterAll(() => board.close());

test('a call of two legs takes one seat and is charged for both', async () => {
  const employee = await office.hire();
  const calls = await board.call(
    [
      { employee, destination: '12125550123' },
      { employee, destination: '442079460123' },
    ],
    { talkMs: 1_500 },
  );
  expect(calls.map(({ status }) => status)).toEqual([200, 200]);
  const records = await office.settled();
  expect(records.map(({ destination }) => destination).sort()).toEqual([
    '12125550123',
    '442079460123',
  ]);
  expect(records.map(({ charged }) => secondsOf(charged))).toEqual([2, 2]);
});

test('a press-1 connect has a leg that nobody calls: it takes a port of the account', async () => {
  const connect = { billingAccount: office.account, activity: 'voice_broadcast.connect' };
  const calls = await board.call([connect, connect], { talkMs: 1_000, perSecond: 10 });
  expect(calls.map(({ status }) => status).sort()).toEqual([200, 480]);
  const [newest] = await office.settled();
  expect(newest).toMatchObject({ employee: null, places: [{ license_type: 'flex_port' }] });
  expect(await office.portsInUse()).toBe(0);
});
