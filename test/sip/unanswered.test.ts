import { afterEach, expect, test } from 'vitest';
import type { Office } from './office.ts';
import { eventually } from './process.ts';
import type { Carrier } from './sipp.ts';
import { Switchboard } from './switchboard.ts';

let board: Switchboard;
let office: Office;
let employee: string;

async function open(carrier: Carrier): Promise<void> {
  board = await Switchboard.open({ carrier, proxy: { HTTP_TIMEOUT_SECONDS: 4 } });
  office = board.office;
  const totals = { crm: 1, dialer_tab: 1, dialer: 1 };
  await office.buy({ totals, minutes: '1.00' });
  employee = await office.hire();
}
afterEach(() => board.close());

/** Nothing is open, and nothing was charged. */
async function expectNothingCharged(records: number): Promise<void> {
  const ended = await eventually(
    () => office.records(),
    (all) => all.length === records && all.every(({ state }) => state !== 'open'),
  );
  expect(ended.map(({ state }) => state)).toEqual(Array(records).fill('released'));
  const { balance, held } = await office.minutes();
  expect([balance.amount, held.amount]).toEqual(['1.00', '0.00']);
}

test('a busy number costs nothing', async () => {
  await open({ kind: 'callee-busy' });
  const [call] = await board.call([{ employee }], { talkMs: 1_000 });
  expect(call?.status).toBe(486);
  await expectNothingCharged(1);
}, 60_000);

test('a caller who gives up while it rings is not charged', async () => {
  await open({ kind: 'callee-silent' });
  const [call] = await board.call([{ employee }], { talkMs: 1_000, patienceMs: 500 });
  expect(call?.status).toBe(487);
  await expectNothingCharged(1);
}, 60_000);

test('a caller who gives up while charging is being asked leaves nothing open', async () => {
  await open({ kind: 'callee' });
  office.freezeServer();
  const calling = board.call([{ employee }], { talkMs: 1_000, patienceMs: 300 });
  // Later than the caller's patience, sooner than the proxy's.
  setTimeout(() => office.thawServer(), 2_500);
  expect((await calling)[0]?.status).toBe(487);
  await expectNothingCharged(1);
}, 60_000);

test('a grant whose answer was lost is found again and given back', async () => {
  await open({ kind: 'callee' });
  office.freezeServer();
  const [call] = await board.call([{ employee }], { talkMs: 1_000 });
  expect(call?.status).toBe(503);
  office.thawServer();
  await expectNothingCharged(1);
}, 60_000);
