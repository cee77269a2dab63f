import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { verifyWebhook } from './webhook.ts';

const SECRET = `whsec_${btoa('a secret of thirty-two characters')}`;
const BODY = '{"type":"employee.hidden"}';
const AT = new Date('2026-11-22T12:00:00Z');

const headers = (secret = SECRET) => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(AT.getTime() / 1000),
  'webhook-signature': new Webhook(secret).sign('msg_1', AT, BODY),
});

test('what Standard Webhooks signed is verified', async () => {
  const content = await verifyWebhook(BODY, headers(), SECRET, AT.getTime());
  expect(content).toEqual({ type: 'employee.hidden' });
});

test('one right signature among others is enough, while a secret changes', async () => {
  const right = headers();
  const both = { ...right, 'webhook-signature': `v1,AAAA ${right['webhook-signature']}` };
  await expect(verifyWebhook(BODY, both, SECRET, AT.getTime())).resolves.toBeTruthy();
});

test('a changed body, another secret, an old time or no signature is refused', async () => {
  const verify = (body: string, given: object, now = AT.getTime()) =>
    verifyWebhook(body, given, SECRET, now);
  const other = headers(`whsec_${btoa('another secret of many characters')}`);
  await expect(verify(`${BODY} `, headers())).rejects.toThrow('signature');
  await expect(verify(BODY, other)).rejects.toThrow('signature');
  await expect(verify(BODY, headers(), AT.getTime() + 301_000)).rejects.toThrow('too old');
  await expect(verify(BODY, {})).rejects.toThrow('missing');
});
