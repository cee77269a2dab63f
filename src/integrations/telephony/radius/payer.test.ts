import { expect, test } from 'vitest';
import { ATTRIBUTE, textAttribute } from './attributes.ts';
import type { RadiusClient } from './clients.ts';
import type { Packet } from './packet.ts';
import { payerOf } from './payer.ts';

const client = {
  name: 'switch',
  company: 'co_1',
  users: new Map([
    ['101', 'emp_101'],
    ['+12125550100', 'ba_1'],
  ]),
} as unknown as RadiusClient;

const findByEmail = async (company: string, email: string) =>
  company === 'co_1' && email === 'ada@example.com' ? 'emp_ada' : undefined;

const request = (user: string | undefined, line?: string): Packet => ({
  code: 1,
  identifier: 1,
  authenticator: Buffer.alloc(16),
  attributes: [
    ...(user === undefined ? [] : [textAttribute(ATTRIBUTE.userName, user)]),
    ...(line === undefined ? [] : [textAttribute(ATTRIBUTE.callingStationId, line)]),
  ],
});

test.each([
  ['an employee’s id', 'emp_7', undefined, { employee: 'emp_7' }],
  ['an account’s id', 'ba_7', undefined, { billingAccount: 'ba_7' }],
  ['a user of the client', '101', undefined, { employee: 'emp_101' }],
  ['an e-mail address', 'ada@example.com', undefined, { employee: 'emp_ada' }],
  ['a line of the client', 'whoever', '+12125550100', { billingAccount: 'ba_1' }],
  ['a line alone', undefined, '101', { employee: 'emp_101' }],
  ['what fills a C string', 'emp_7\0', undefined, { employee: 'emp_7' }],
  ['nobody', 'whoever', '102', undefined],
  ['nothing', undefined, undefined, undefined],
  ['an e-mail address nobody has', 'eve@example.com', undefined, undefined],
])('%s says who pays', async (_, user, line, payer) => {
  expect(await payerOf(request(user, line), client, findByEmail)).toEqual(payer);
});

test('an e-mail address names nobody to a client of every company', async () => {
  const { company: _, ...everybodys } = client;
  expect(await payerOf(request('ada@example.com'), everybodys, findByEmail)).toBeUndefined();
});
