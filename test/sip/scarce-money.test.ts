import { afterEach, expect, test } from 'vitest';
import { type Office, secondsOf } from './office.ts';
import { eventually } from './process.ts';
import { Switchboard } from './switchboard.ts';

let board: Switchboard;
let office: Office;
let employee: string;

/** More than any call here is granted. */
const FOR_EVER_MS = 60_000;

async function open(minutes: string, quotaSeconds: number): Promise<void> {
  board = await Switchboard.open({
    proxy: { QUOTA_SECONDS: quotaSeconds, EXTEND_AHEAD_MS: 2_000 },
  });
  office = board.office;
  await office.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1 }, minutes });
  employee = await office.hire();
}
afterEach(() => board.close());

/** What was charged in all, in seconds, once every call is settled. */
async function chargedSeconds(): Promise<number> {
  const records = await office.settled();
  return records.reduce((sum, { charged }) => sum + secondsOf(charged), 0);
}

test('a call is cut when its grant ends and cannot be extended', async () => {
  await open('0.05', 3);
  const [call] = await board.call([{ employee }], { talkMs: FOR_EVER_MS });
  expect(call?.endedBy).toBe('proxy');
  expect(call?.talkedMs).toBeGreaterThan(4_000);
  expect(call?.talkedMs).toBeLessThan(6_000);
  expect(await chargedSeconds()).toBe(5);
  expect(secondsOf((await office.minutes()).available)).toBe(0);
}, 60_000);

test('ten calls that share 40 seconds of money are all cut, and exactly 40 are charged', async () => {
  await open('0.40', 3);
  const dials = Array.from({ length: 10 }, () => ({ employee }));
  const calls = await board.call(dials, { talkMs: FOR_EVER_MS });
  expect(calls.map(({ endedBy }) => endedBy)).toEqual(dials.map(() => 'proxy'));
  expect(await chargedSeconds()).toBe(40);
  const { balance, held } = await office.minutes();
  expect([secondsOf(balance), secondsOf(held)]).toEqual([0, 0]);
}, 60_000);

test('two calls at once share five chunks of two between them, and no more (75 s by 30 s, scaled to a fifth)', async () => {
  await open('0.15', 6);
  const calls = await board.call([{ employee }, { employee }], { talkMs: FOR_EVER_MS });
  expect(calls.map(({ endedBy }) => endedBy)).toEqual(['proxy', 'proxy']);
  for (const { talkedMs } of calls) expect(talkedMs).toBeGreaterThan(5_000);
  expect(await chargedSeconds()).toBe(15);
}, 60_000);

test('minutes bought in mid-call let it go on', async () => {
  await open('0.04', 3);
  const calling = await board.startCalling([{ employee }], { talkMs: 8_000 });
  await eventually(
    () => office.records(),
    ([record]) => record?.used_seconds >= 1,
  );
  await office.buy({ minutes: '0.20' });
  const [call] = await calling.over;
  expect(call?.endedBy).toBe('caller');
  expect(await chargedSeconds()).toBe(Math.ceil((call?.talkedMs ?? 0) / 1_000));
}, 60_000);
