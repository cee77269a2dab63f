/** Older or newer deliveries are refused: somebody may be sending an old one again. */
const TOLERANCE_SECONDS = 5 * 60;

export class WebhookError extends Error {
  override name = 'WebhookError';
}

export interface WebhookHeaders {
  readonly 'webhook-id'?: string | undefined;
  readonly 'webhook-timestamp'?: string | undefined;
  readonly 'webhook-signature'?: string | undefined;
}

/**
 * Checks a delivery signed by Standard Webhooks and gives its content. `body` is the text as it
 * came, not parsed and written again. `secret` is the endpoint's, `whsec_…`. `now` is in
 * milliseconds. Throws WebhookError for anything that we did not send, or long ago.
 */
export async function verifyWebhook(
  body: string,
  headers: WebhookHeaders,
  secret: string,
  now: number = Date.now(),
): Promise<unknown> {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (id === undefined || timestamp === undefined || signatures === undefined) {
    throw new WebhookError('The headers of a webhook are missing.');
  }
  const age = now / 1000 - Number(timestamp);
  if (!(Math.abs(age) <= TOLERANCE_SECONDS)) {
    throw new WebhookError('The webhook is too old, or from the future.');
  }
  const key = await crypto.subtle.importKey(
    'raw',
    bytesOf(secret.replace(/^whsec_/, '')),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  for (const entry of signatures.split(' ')) {
    const [version, signature = ''] = entry.split(',');
    // `verify` compares in constant time; several signatures mean that the secret is changing.
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, bytesOf(signature), signed))) {
      return JSON.parse(body);
    }
  }
  throw new WebhookError('No signature of the webhook is right.');
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new WebhookError('Not a signature or secret of a webhook.');
  }
}
