import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Office, secondsOf } from '../sip/office.ts';
import { radclient } from './radclient.ts';
import { only, RadiusOffice } from './radius-office.ts';

let radius: RadiusOffice;
let office: Office;
let employee: string;
beforeAll(async () => {
  radius = await RadiusOffice.open({ seconds: 60, reauthorizes: true, tells_balance: true });
  office = radius.office;
  await office.buy({
    totals: { crm: 5, dialer_tab: 5, dialer: 5, flex_port: 1 },
    minutes: '90.00',
  });
  employee = await office.hire(['dialer', 'flex_port']);
});
afterAll(() => office.close());

let calls = 0;
let session: string;
beforeEach(() => {
  calls += 1;
  session = `0000000${calls}`;
});

const call = () => ({ 'User-Name': employee, 'Acct-Session-Id': session });
const newest = async () => (await office.records())[0];

test('a call is accepted for a time, reported in between, and charged for its end, once', async () => {
  const before = secondsOf((await office.minutes()).balance);
  const accepted = await radius.access(call());
  expect(accepted.code).toBe('Access-Accept');
  expect(only(accepted, 'Session-Timeout')).toBe('60');
  expect(only(accepted, 'h323-credit-time')).toMatch(/60$/);
  expect(only(accepted, 'h323-credit-amount')).toMatch(/89\.40$/);
  expect(only(accepted, 'h323-currency')).toMatch(/USD$/);
  const named = { ...call(), Class: only(accepted, 'Class') ?? '' };
  expect((await radius.accounting('Start', named)).code).toBe('Accounting-Response');
  await radius.accounting('Interim-Update', { ...named, 'Acct-Session-Time': 30 });
  expect(await newest()).toMatchObject({ state: 'open', used_seconds: 30, granted_seconds: 60 });
  for (let copy = 1; copy <= 3; copy += 1) {
    const ended = { ...named, 'Acct-Session-Time': 42, 'Acct-Delay-Time': copy };
    expect((await radius.accounting('Stop', ended)).code).toBe('Accounting-Response');
  }
  expect(await newest()).toMatchObject({
    state: 'settled',
    used_seconds: 42,
    reference: `radius/switch/nas-1/${session}`,
  });
  expect(secondsOf((await office.minutes()).balance)).toBe(before - 42);
});

test('a switch that keeps no class is known by its session', async () => {
  await radius.access(call());
  await radius.accounting('Interim-Update', { ...call(), 'Acct-Session-Time': 5 });
  expect(await newest()).toMatchObject({ state: 'open', used_seconds: 5 });
  await radius.accounting('Stop', { ...call(), 'Acct-Session-Time': 7 });
  expect(await newest()).toMatchObject({ state: 'settled', used_seconds: 7 });
});

test('a call that asks again by its state goes on', async () => {
  const accepted = await radius.access(call());
  expect(only(accepted, 'Termination-Action')).toBe('RADIUS-Request');
  const state = only(accepted, 'State') ?? '';
  const again = await radius.access({ ...call(), State: state, 'Acct-Session-Time': 60 });
  expect(only(again, 'Session-Timeout')).toBe('60');
  expect(await newest()).toMatchObject({ granted_seconds: 120 });
  await radius.accounting('Stop', { ...call(), 'Acct-Session-Time': 95 });
  expect(secondsOf((await newest()).charged)).toBe(95);
});

test('a switch that starts anew ends its own calls and no others, as far as they were reported', async () => {
  await radius.access(call());
  await radius.accounting('Interim-Update', { ...call(), 'Acct-Session-Time': 20 });
  const elsewhere = { ...call(), 'NAS-Identifier': 'nas-2' };
  await radius.access(elsewhere);
  expect((await radius.accounting('Accounting-On', {})).code).toBe('Accounting-Response');
  const [other, own] = await office.records();
  expect(own).toMatchObject({ state: 'settled', used_seconds: 20 });
  expect(other).toMatchObject({ state: 'open' });
  await radius.accounting('Accounting-Off', { 'NAS-Identifier': 'nas-2' });
  expect(await office.openCalls()).toBe(0);
});

test('a call that nobody was asked about is charged all the same', async () => {
  await radius.accounting('Stop', { ...call(), 'Acct-Session-Time': 11 });
  await radius.accounting('Stop', { ...call(), 'Acct-Session-Time': 11, 'Acct-Delay-Time': 9 });
  const [record, before] = await office.records();
  expect(record).toMatchObject({ state: 'unauthorized', used_seconds: 11 });
  expect(before?.state).toBe('settled');
});

test('a rejection names every reason, and the number that gateways announce', async () => {
  const stranger = await radius.access({ ...call(), 'User-Name': 'emp_nobody' });
  expect(only(stranger, 'Reply-Message')).toMatch(/^unknown_caller: /);
  expect(only(stranger, 'h323-return-code')).toMatch(/1$/);
  const nowhere = await radius.access({ ...call(), 'Called-Station-Id': 'reception' });
  expect(only(nowhere, 'Reply-Message')).toMatch(/^invalid_value: /);

  const message = { ...call(), 'Cisco-AVPair': 'tollkeeper-activity=voice_message.send' };
  expect((await radius.access(message)).code).toBe('Access-Accept');
  const full = await radius.access({ ...message, 'Acct-Session-Id': `${session}b` });
  expect(full.code).toBe('Access-Reject');
  expect(only(full, 'Reply-Message')).toMatch(/^insufficient_ports: /);
  expect(only(full, 'h323-return-code')).toMatch(/3$/);
});

test('a client of one company knows its employees by address or line, and no others', async () => {
  const users = { 101: employee };
  await radius.configure({ company: office.company, users });
  const ask = async (caller: object) => (await radius.access({ ...call(), ...caller })).code;
  expect(await ask({ 'User-Name': 'agent1@example.com' })).toBe('Access-Accept');
  expect(await ask({ 'User-Name': 'line', 'Calling-Station-Id': '101' })).toBe('Access-Accept');
  expect(await ask({ 'User-Name': 'agent2@example.com' })).toBe('Access-Reject');
  await radius.configure({ company: 'co_another', users });
  expect(await ask({})).toBe('Access-Reject');
  expect(await ask({ 'User-Name': 'line', 'Calling-Station-Id': '101' })).toBe('Access-Reject');
});

test('what is not signed with the secret is dropped and counted', async () => {
  const { port, secret } = { port: radius.accessPort, secret: 'another-secret-here' };
  const before = await radius.counted('forged');
  expect((await radclient({ port, secret }, 'auth', call())).code).toBeUndefined();
  expect(await radius.counted('forged')).toBe(before + 1);
});
