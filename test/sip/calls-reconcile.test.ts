import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, secondsOf } from './office.ts';
import { Switchboard } from './switchboard.ts';

let board: Switchboard;
let office: Office;
beforeAll(async () => {
  board = await Switchboard.open();
  office = board.office;
});
afterAll(() => board.close());

test('200 calls at 20 a second reconcile to the second: balance, holds, ports and records', async () => {
  await office.buy({
    totals: { crm: 5, dialer_tab: 5, dialer: 5, flex_port: 60 },
    minutes: '100.00',
  });
  const agents = await Promise.all([1, 2, 3, 4, 5].map(() => office.hire(['dialer', 'flex_port'])));
  const dials = Array.from({ length: 200 }, (_, index) => ({
    employee: agents[index % agents.length] as string,
    activity: index % 2 === 0 ? 'call.outbound' : 'voice_message.send',
  }));
  const calls = await board.call(dials, { talkMs: 1_500, perSecond: 20 });
  expect(calls.map(({ status, endedBy }) => [status, endedBy])).toEqual(
    dials.map(() => [200, 'caller']),
  );

  const records = await office.settled();
  const seen = new Map(calls.map(({ callId, talkedMs }) => [callId, talkedMs ?? 0]));
  expect(records.map(({ reference }) => reference).sort()).toEqual([...seen.keys()].sort());
  for (const { reference, state, used_seconds: used, charged } of records) {
    expect(state).toBe('settled');
    expect(Math.abs(used * 1000 - (seen.get(reference) ?? 0))).toBeLessThan(1_000);
    expect(secondsOf(charged)).toBe(Math.ceil(used));
  }
  const charged = records.reduce((sum, record) => sum + secondsOf(record.charged), 0);
  const minutes = await office.minutes();
  expect(secondsOf(minutes.balance)).toBe(10_000 - charged);
  expect(secondsOf(minutes.held)).toBe(0);
  expect(await office.portsInUse()).toBe(0);
  expect(await office.verify()).toContain('Everything that was recomputed is as it was charged.');
}, 120_000);
