import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, secondsOf } from './office.ts';
import { eventually } from './process.ts';
import { Switchboard } from './switchboard.ts';

let board: Switchboard;
let office: Office;
beforeAll(async () => {
  // Half a quota is used before more is asked for, which leaves six seconds to come back in.
  board = await Switchboard.open({ proxy: { QUOTA_SECONDS: 12, EXTEND_AHEAD_MS: 11_000 } });
  office = board.office;
  await office.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1 }, minutes: '20.00' });
});
afterAll(() => board.close());

test('calls outlive a server that is killed and comes back, and each is charged once', async () => {
  const employee = await office.hire();
  const dials = Array.from({ length: 5 }, () => ({ employee }));
  const long = await board.startCalling(dials, { talkMs: 15_000 });
  const short = await board.startCalling(dials, { talkMs: 3_000 });
  await eventually(
    () => office.openCalls(),
    (count) => count === 10,
  );
  await office.killServer();

  const [fresh] = await board.call([{ employee }], { talkMs: 100 });
  expect([fresh?.status, fresh?.headers.get('x-tollkeeper-reason')]).toEqual([
    503,
    'charging_unavailable',
  ]);
  // These end while nobody can be told.
  const calls = await short.over;
  await office.startServer();
  calls.push(...(await long.over));
  expect(calls.map(({ endedBy }) => endedBy)).toEqual(calls.map(() => 'caller'));

  const records = await office.settled();
  const seen = new Map(calls.map(({ callId, talkedMs }) => [callId, talkedMs ?? 0]));
  const called = records.filter(({ reference }) => seen.has(reference));
  expect(called).toHaveLength(10);
  for (const { reference, state, used_seconds: used } of called) {
    expect(state).toBe('settled');
    expect(Math.abs(used * 1000 - (seen.get(reference) ?? 0))).toBeLessThan(1_000);
  }
  const charged = called.reduce((sum, { used_seconds: used }) => sum + Math.ceil(used), 0);
  expect(secondsOf((await office.minutes()).balance)).toBe(2_000 - charged);
}, 90_000);
