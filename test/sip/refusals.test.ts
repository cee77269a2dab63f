import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallSeen } from './call-seen.ts';
import type { Office } from './office.ts';
import { eventually } from './process.ts';
import { Switchboard } from './switchboard.ts';

let board: Switchboard;
let office: Office;
let agent: string;
beforeAll(async () => {
  board = await Switchboard.open();
  office = board.office;
  await office.buy({ totals: { crm: 3, dialer_tab: 3, dialer: 3, flex_port: 1 } });
  agent = await office.hire(['dialer', 'flex_port']);
});
afterAll(() => board.close());

async function refusedWith(dial: Parameters<Switchboard['call']>[0][number]): Promise<CallSeen> {
  const [call] = await board.call([dial], { talkMs: 100 });
  if (call === undefined) throw new Error('no call was made');
  return call;
}

const reasonOf = ({ status, headers }: CallSeen) => [
  status,
  headers.get('x-tollkeeper-reason'),
  headers.get('reason')?.split(';')[1],
];

test('no balance is 402, and the sentence for the caller comes along', async () => {
  const call = await refusedWith({ employee: agent });
  expect(reasonOf(call)).toEqual([402, 'insufficient_minutes', 'cause=21']);
  expect(call.headers.get('x-tollkeeper-message')).toMatch(/minutes/);
});

test('what the employee may not do is 403, with every reason', async () => {
  const viewer = await office.hire(['crm']);
  expect(reasonOf(await refusedWith({ employee: viewer }))).toEqual([
    403,
    'license_not_assigned, insufficient_minutes',
    'cause=21',
  ]);
  expect(reasonOf(await refusedWith({ employee: viewer, activity: 'call.monitor' }))).toEqual([
    403,
    'permission_denied, insufficient_ports',
    'cause=21',
  ]);
  await office.operator.post(`/v1/employees/${viewer}/hide`);
  const [, hidden] = reasonOf(await refusedWith({ employee: viewer }));
  expect(hidden).toMatch(/^employee_hidden/);
});

test('an employee nobody knows is 403, and a question that makes no sense is 400', async () => {
  const stranger = `emp_${'0'.repeat(26)}`;
  expect(reasonOf(await refusedWith({ employee: stranger }))[1]).toBe('unknown_employee');
  const nonsense = await refusedWith({ employee: 'emp_x", "activity": "dialer.login' });
  expect(reasonOf(nonsense)).toEqual([400, 'invalid_value', 'cause=21']);
});

test('no free port is 480 with cause 34, until the port is free again', async () => {
  await office.buy({ minutes: '5.00' });
  const message = { employee: agent, activity: 'voice_message.send' };
  const calls = await board.call([message, message], { talkMs: 2_000, perSecond: 10 });
  const [refused, ...others] = calls.filter(({ status }) => status !== 200);
  expect(others).toEqual([]);
  expect(refused && reasonOf(refused)).toEqual([480, 'insufficient_ports', 'cause=34']);
  await office.settled();
  expect((await refusedWith(message)).status).toBe(200);
});

test('while charging cannot be asked calls are 503, and admitted again afterwards', async () => {
  await office.killServer();
  const call = await refusedWith({ employee: agent });
  expect(reasonOf(call)).toEqual([503, 'charging_unavailable', 'cause=41']);
  expect(call.headers.get('retry-after')).toBe('5');
  await office.startServer();
  const back = await eventually(
    () => refusedWith({ employee: agent }),
    ({ status }) => status !== 503,
  );
  expect(back.status).toBe(200);
}, 60_000);
