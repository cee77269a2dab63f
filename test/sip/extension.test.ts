import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, secondsOf } from './office.ts';
import { Switchboard } from './switchboard.ts';

let board: Switchboard;
let office: Office;
beforeAll(async () => {
  board = await Switchboard.open({ proxy: { QUOTA_SECONDS: 3, EXTEND_AHEAD_MS: 2_000 } });
  office = board.office;
  await office.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1 }, minutes: '20.00' });
});
afterAll(() => board.close());

test('calls of 8 seconds on quotas of 3 go on: none is cut, each is charged for its whole', async () => {
  const employee = await office.hire();
  const dials = Array.from({ length: 60 }, () => ({ employee }));
  const calls = await board.call(dials, { talkMs: 8_000, perSecond: 20 });
  expect(calls.filter(({ endedBy }) => endedBy === 'caller')).toHaveLength(60);
  const records = await office.settled();
  for (const { used_seconds: used, granted_seconds: granted, charged } of records) {
    expect(used).toBeGreaterThan(7);
    expect(granted).toBeGreaterThanOrEqual(used);
    expect(secondsOf(charged)).toBe(Math.ceil(used));
  }
}, 60_000);
