import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseCable } from './database-cable.ts';
import { type Office, secondsOf } from './office.ts';
import { eventually } from './process.ts';
import { Switchboard } from './switchboard.ts';

let board: Switchboard;
let office: Office;
let cable: DatabaseCable;
beforeAll(async () => {
  cable = await DatabaseCable.plugged();
  board = await Switchboard.open({
    settings: () => ({
      DATABASE_URL: cable.url,
      TOLLKEEPER_ADMISSION_WITHOUT_DATABASE: 'allow',
    }),
  });
  office = board.office;
  await office.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1 }, minutes: '5.00' });
});
afterAll(async () => {
  await board.close();
  await cable.close();
});

test('where calls go on without the database, what they used is charged once it is back', async () => {
  const employee = await office.hire();
  const [before] = await board.call([{ employee }], { talkMs: 500 });
  expect(before?.status).toBe(200);
  await office.settled();
  cable.pull();
  const [call] = await board.call([{ employee }], { talkMs: 1_500 });
  expect([call?.status, call?.endedBy]).toEqual([200, 'caller']);
  cable.plug();
  const records = await eventually(
    () => office.records().catch(() => []),
    (all) => all.some((one) => one.reference === call?.callId && one.state !== 'open'),
  );
  const record = records.find(({ reference }) => reference === call?.callId);
  // The question that waited for the database may be granted yet: then this was its settlement.
  expect(['unauthorized', 'settled']).toContain(record.state);
  expect(secondsOf(record.charged)).toBe(Math.ceil(record.used_seconds));
  expect(Math.abs(record.used_seconds * 1_000 - (call?.talkedMs ?? 0))).toBeLessThan(1_000);
}, 90_000);
