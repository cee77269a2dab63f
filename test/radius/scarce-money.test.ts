import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, secondsOf } from '../sip/office.ts';
import { only, RadiusOffice } from './radius-office.ts';

let radius: RadiusOffice;
let office: Office;
let employee: string;
beforeAll(async () => {
  radius = await RadiusOffice.open({ seconds: 60 });
  office = radius.office;
  await office.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1 }, minutes: '0.90' });
  employee = await office.hire();
});
afterAll(() => office.close());

test('90 seconds of money are 60 for the first call, 30 for the second, and none for the third', async () => {
  const ask = (session: string) =>
    radius.access({ 'User-Name': employee, 'Acct-Session-Id': session });
  expect(only(await ask('1'), 'Session-Timeout')).toBe('60');
  expect(only(await ask('2'), 'Session-Timeout')).toBe('30');
  const third = await ask('3');
  expect(third.code).toBe('Access-Reject');
  expect(only(third, 'Reply-Message')).toMatch(/^insufficient_minutes: /);
  expect(only(third, 'h323-return-code')).toMatch(/12$/);
});

test('usage is kept by the switch while nobody can record it, and charged once afterwards', async () => {
  const stop = { 'User-Name': employee, 'Acct-Session-Id': '1', 'Acct-Session-Time': 60 };
  await office.killServer();
  expect((await radius.accounting('Stop', stop)).code).toBeUndefined();
  await office.startServer();
  for (const delay of [5, 10]) {
    const again = { ...stop, 'Acct-Delay-Time': delay };
    expect((await radius.accounting('Stop', again)).code).toBe('Accounting-Response');
  }
  expect(secondsOf((await office.minutes()).balance)).toBe(30);
});
