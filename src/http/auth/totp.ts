import { createHmac } from 'node:crypto';

/**
 * Codes of an authenticator app (RFC 6238 with SHA-1, 30 seconds and six digits: what every app
 * understands). Pure but for the HMAC; the caller remembers the last step, so that a code that
 * somebody looked at over a shoulder does not work a second time.
 */
const STEP_SECONDS = 30;
const DIGITS = 6;

/** A code is taken one step early or late: clocks differ, and people type slowly. */
const STEPS_AROUND = 1;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 base 32 without padding: how a secret is typed into an app. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET[(buffer << (5 - bits)) & 31];
}

/** The code of one step; `step` counts 30-second steps since 1970. */
export function codeOfStep(secret: Uint8Array, step: bigint): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(step);
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step that the code is of, where it is right, near enough and later than `lastStep`. */
export function matchingStep(
  secret: Uint8Array,
  code: string,
  at: Date,
  lastStep: bigint,
): bigint | undefined {
  const now = BigInt(Math.floor(at.getTime() / 1_000 / STEP_SECONDS));
  for (let away = -STEPS_AROUND; away <= STEPS_AROUND; away += 1) {
    const step = now + BigInt(away);
    if (step > lastStep && codeOfStep(secret, step) === code) return step;
  }
  return undefined;
}

/** What an app reads from the picture. */
export function otpauthUri(secret: Uint8Array, account: string): string {
  const label = `Tollkeeper:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=Tollkeeper`;
}
