import { createHash, randomBytes } from 'node:crypto';
import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import {
  insertApiKey,
  selectApiKey,
  selectApiKeyBySecret,
  selectApiKeys,
  updateApiKeyRevoked,
} from './api-keys.store.ts';
import { ownOr404 } from './companies.service.ts';
import type { ApiKey } from './company.ts';
import { SCOPES, type Scope } from './permission.ts';

export interface ApiKeys {
  /** Makes a key. `secret` is told this once: only its hash is kept. */
  create(
    tx: Transaction,
    actor: Actor,
    input: { company: string | null; name: string; scopes: readonly Scope[] },
  ): Promise<{ key: ApiKey; secret: string }>;
  /** The key with this secret, unless it was revoked. */
  authenticate(tx: Transaction, secret: string): Promise<ApiKey | undefined>;
  get(tx: Transaction, actor: Actor, id: string): Promise<ApiKey>;
  list(
    tx: Transaction,
    company: string | null,
    page: { after?: string | undefined; limit: number },
  ): Promise<ApiKey[]>;
  /** From now on requests with the key are unauthenticated. Revoking twice changes nothing. */
  revoke(tx: Transaction, actor: Actor, id: string): Promise<ApiKey>;
  /** Makes sure that the secret given at start is an operator's key with every scope. */
  ensureOperatorKey(tx: Transaction, secret: string): Promise<void>;
}

export function createApiKeys({ events, clock }: { events: Events; clock: Clock }): ApiKeys {
  return {
    async create(tx, actor, input) {
      const secret = `tk_${randomBytes(24).toString('base64url')}`;
      const key = { ...input, id: newId('key'), createdAt: clock.now(), revokedAt: null };
      await insertApiKey(tx, key, hashOf(secret));
      await events.record(tx, {
        actor,
        at: key.createdAt,
        company: input.company ?? undefined,
        type: 'api_key.created',
        subject: key.id,
        after: { name: key.name, scopes: key.scopes },
      });
      return { key, secret };
    },

    async authenticate(tx, secret) {
      const key = await selectApiKeyBySecret(tx, hashOf(secret));
      return key?.revokedAt === null ? key : undefined;
    },

    async get(tx, actor, id) {
      const key = await selectApiKey(tx, id);
      return ownOr404(key, key?.company, actor, 'There is no such API key.');
    },

    list: selectApiKeys,

    async revoke(tx, actor, id) {
      const found = await selectApiKey(tx, id);
      const key = ownOr404(found, found?.company, actor, 'There is no such API key.');
      if (key.revokedAt !== null) return key;
      const revokedAt = clock.now();
      await updateApiKeyRevoked(tx, id, revokedAt);
      await events.record(tx, {
        actor,
        at: revokedAt,
        company: key.company ?? undefined,
        type: 'api_key.revoked',
        subject: id,
        before: { name: key.name, scopes: key.scopes },
      });
      return { ...key, revokedAt };
    },

    async ensureOperatorKey(tx, secret) {
      const key: ApiKey = {
        id: newId('key'),
        company: null,
        name: 'Key given at start',
        scopes: SCOPES,
        createdAt: clock.now(),
        revokedAt: null,
      };
      await insertApiKey(tx, key, hashOf(secret));
    },
  };
}

// A fast hash is right here: a secret of ours has 192 random bits, so nothing can be guessed.
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
