import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, secondsOf } from '../sip/office.ts';
import { type FreeRadius, startFreeRadius } from './freeradius.ts';
import { radclient } from './radclient.ts';
import { only, RadiusOffice, SECRET } from './radius-office.ts';

let radius: RadiusOffice;
let office: Office;
let proxy: FreeRadius;
beforeAll(async () => {
  radius = await RadiusOffice.open();
  office = radius.office;
  proxy = await startFreeRadius(radius);
});
afterAll(async () => {
  await proxy?.stop();
  await office.close();
});

test('calls that FreeRADIUS hands on are decided, refused and charged as if asked directly', async () => {
  await office.buy({ totals: { crm: 1, dialer_tab: 1, dialer: 1 }, minutes: '1.00' });
  const employee = await office.hire();
  const call = {
    'User-Name': employee,
    'User-Password': 'not looked at',
    'Called-Station-Id': '+12125550123',
    'NAS-Identifier': 'nas-1',
  };
  const access = { port: proxy.accessPort, secret: SECRET };
  const accounting = { port: proxy.accountingPort, secret: SECRET };

  const accepted = await radclient(access, 'auth', { ...call, 'Acct-Session-Id': 'a' });
  expect(accepted.code).toBe('Access-Accept');
  expect(only(accepted, 'Session-Timeout')).toBe('100');
  const refused = await radclient(access, 'auth', { ...call, 'Acct-Session-Id': 'b' });
  expect(refused.code).toBe('Access-Reject');
  expect(only(refused, 'Reply-Message')).toMatch(/^insufficient_minutes: /);

  for (const status of ['Start', 'Interim-Update', 'Stop', 'Stop']) {
    const reply = await radclient(accounting, 'acct', {
      ...call,
      'Acct-Status-Type': status,
      'Acct-Session-Id': 'a',
      'Acct-Session-Time': status === 'Start' ? 0 : 33,
    });
    expect(reply.code).toBe('Accounting-Response');
  }
  const [record] = await office.records();
  expect(record).toMatchObject({ state: 'settled', used_seconds: 33 });
  expect(secondsOf((await office.minutes()).balance)).toBe(67);
}, 60_000);
