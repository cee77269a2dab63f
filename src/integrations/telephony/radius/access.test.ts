import { expect, test } from 'vitest';
import type { Database } from '../../../database/transaction.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { createAccess } from './access.ts';
import { ATTRIBUTE, numberOf, textAttribute, textOf } from './attributes.ts';
import type { RadiusClient } from './clients.ts';
import { CODE, type Packet } from './packet.ts';

const client = {
  name: 'switch',
  activity: 'call.outbound',
  activities: new Map(),
  seconds: 60,
  users: new Map(),
} as unknown as RadiusClient;

const request: Packet = {
  code: CODE.accessRequest,
  identifier: 1,
  authenticator: Buffer.alloc(16),
  attributes: [
    textAttribute(ATTRIBUTE.userName, 'emp_1'),
    textAttribute(ATTRIBUTE.calledStationId, '+1 (212) 555-0123'),
  ],
};

const gone = Object.assign(new Error('gone'), { code: '57P01' });

function databaseThat(isReachable: boolean): Database {
  const read = async () => (isReachable ? true : Promise.reject(gone));
  return { read } as unknown as Database;
}

/** Asks while admission fails so. */
async function askWhile(error: Error, withoutDatabase: 'refuse' | 'allow', isReachable = false) {
  const fail = () => Promise.reject(error);
  const access = createAccess({
    admission: { authorize: fail, extend: fail },
    findByEmail: async () => undefined,
    balanceOf: fail,
    outage: withoutDatabase === 'refuse' ? undefined : databaseThat(isReachable),
    log: { error() {} },
  });
  const response = await access(client, request);
  if (response === undefined) throw new Error('no answer');
  return { ...response, packet: { ...request, attributes: response.attributes } };
}

test('without its database a call is rejected, and the answer is not kept', async () => {
  for (const error of [gone, new Error('a fault'), new Refusal('unavailable')]) {
    const answer = await askWhile(error, 'refuse');
    expect(answer).toMatchObject({ code: CODE.accessReject, isPassing: true });
    expect(textOf(answer.packet, ATTRIBUTE.replyMessage)).toMatch(/^unavailable: /);
  }
});

test('where the operator has declared so calls go on without a database', async () => {
  for (const error of [gone, new Refusal('unavailable')]) {
    const answer = await askWhile(error, 'allow');
    expect(answer).toMatchObject({ code: CODE.accessAccept, isPassing: true });
    expect(numberOf(answer.packet, ATTRIBUTE.sessionTimeout)).toBe(60);
    expect(textOf(answer.packet, ATTRIBUTE.class)).toBeUndefined();
  }
});

test('with a fault, or with too much to do, they do not go on', async () => {
  expect((await askWhile(new Error('a fault'), 'allow')).code).toBe(CODE.accessReject);
  const busy = await askWhile(new Refusal('unavailable'), 'allow', true);
  expect(busy.code).toBe(CODE.accessReject);
});

test('a sentence longer than an attribute is cut between characters', async () => {
  const message = 'é'.repeat(300);
  const { attributes } = await askWhile(new Refusal('no_rate', { message }), 'refuse');
  const value = attributes.find(({ type }) => type === ATTRIBUTE.replyMessage)?.value;
  expect(value?.length).toBeLessThanOrEqual(253);
  expect(value?.toString()).toMatch(/^no_rate: é+$/);
});
