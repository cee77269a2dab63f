import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, secondsOf } from './office.ts';
import { eventually } from './process.ts';
import { Switchboard } from './switchboard.ts';

let board: Switchboard;
let office: Office;
beforeAll(async () => {
  board = await Switchboard.open({
    testClock: true,
    proxy: { QUOTA_SECONDS: 3, EXTEND_AHEAD_MS: 2_000 },
  });
  office = board.office;
  await office.buy({ totals: { crm: 1, flex_port: 10 }, minutes: '20.00' });
});
afterAll(() => board.close());

test('calls of a proxy that was killed expire: ports and money are free, what was reported is charged', async () => {
  const employee = await office.hire(['flex_port']);
  const message = { employee, activity: 'voice_message.send' };
  const calling = await board.startCalling(
    Array.from({ length: 10 }, () => message),
    { talkMs: 60_000 },
  );
  await eventually(
    () => office.records(),
    (records) => records.length === 10 && records.every((one) => one.used_seconds > 1),
  );
  await board.killProxy();
  await calling.vanish();
  expect(await office.portsInUse()).toBe(10);

  const later = new Date(Date.now() + 300_000).toISOString();
  await office.operator.post(`/v1/test-clocks/${office.clock}/advance`, { now: later });
  const records = await office.records();
  expect(records.map(({ state }) => state)).toEqual(records.map(() => 'expired'));
  const charged = records.map((one) => secondsOf(one.charged));
  expect(charged).toEqual(records.map((one) => Math.ceil(one.used_seconds)));
  expect(await office.portsInUse()).toBe(0);
  expect(secondsOf((await office.minutes()).held)).toBe(0);

  await board.startProxy();
  const [call] = await board.call([message], { talkMs: 500 });
  expect(call?.status).toBe(200);
}, 60_000);
