import type { Schemas } from '@tollkeeper/sdk';
import { say } from '../words/say.ts';
import { client } from './queries.ts';

/** Whether this browser can speak of passkeys the way our server does. */
export const hasPasskeys =
  typeof PublicKeyCredential !== 'undefined' &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** Asks for any passkey of ours and signs in with it. */
export async function signInWithPasskey(): Promise<void> {
  const asked = await client.post('/v1/session/passkey-options', {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    asked as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const shown = await inWords(() => navigator.credentials.get({ publicKey }));
  await client.post('/v1/session/passkey', { body: { response: jsonOf(shown) } });
}

/** Has the browser make a passkey, and keeps it under a name. */
export async function addPasskey(name: string): Promise<void> {
  const asked = await client.post('/v1/me/passkeys/options', {});
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    asked as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const made = await inWords(() => navigator.credentials.create({ publicKey }));
  await client.post('/v1/me/passkeys', { body: { name, response: jsonOf(made) } });
}

function jsonOf(credential: Credential | null): Schemas['PasskeyCredentialInput'] {
  return (
    credential as PublicKeyCredential
  ).toJSON() as unknown as Schemas['PasskeyCredentialInput'];
}

const WORDS: Readonly<Record<string, string>> = {
  NotAllowedError: say('No passkey was shown. Try again, or sign in another way.'),
  InvalidStateError: say('This device has a passkey of yours already.'),
  SecurityError: say(
    'Passkeys need a host name: open this page at localhost, or at its real address.',
  ),
};

/** What a browser says when it does not come to anything is not for people. */
async function inWords<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const words = error instanceof DOMException ? WORDS[error.name] : undefined;
    throw words === undefined ? error : new Error(words);
  }
}
