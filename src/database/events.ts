import { sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { newId } from '../kernel/id.ts';
import type { Transaction } from './transaction.ts';

/** Something that has been changed: it becomes one event and one audit entry. */
export interface Change {
  readonly actor: Actor;
  /** When it happened on the account's clock. */
  readonly at: Date;
  /** Undefined for the operator's own things, such as the catalog. */
  readonly company?: string | undefined;
  readonly account?: string | undefined;
  /** What happened, as `thing.past_tense`: `employee.hidden`. */
  readonly type: string;
  /** The identifier of what changed. */
  readonly subject: string;
  /** The thing's fields before and after, as JSON values; amounts and days as text. */
  readonly before?: Readonly<Record<string, unknown>> | undefined;
  readonly after?: Readonly<Record<string, unknown>> | undefined;
}

export type Subscriber = (tx: Transaction, change: Change) => Promise<void>;

/**
 * The one place through which changes are told. An event is written in the transaction of its
 * change, so nobody ever hears of something that was rolled back or misses what was committed.
 * Subscribers run in that same transaction: they are how a later module (admission, say) acts
 * on what an earlier one (licensing) did without being known to it.
 */
export interface Events {
  record(tx: Transaction, change: Change): Promise<void>;
  on(type: string, subscriber: Subscriber): void;
}

export function createEvents(): Events {
  const subscribers = new Map<string, Subscriber[]>();
  return {
    async record(tx, change) {
      await insertEvent(tx, change);
      await insertAuditEntry(tx, change);
      for (const subscriber of subscribers.get(change.type) ?? []) await subscriber(tx, change);
    },
    on(type, subscriber) {
      subscribers.set(type, [...(subscribers.get(type) ?? []), subscriber]);
    },
  };
}

async function insertEvent(tx: Transaction, change: Change): Promise<void> {
  const data = JSON.stringify({ ...change.after });
  await sql`
    insert into platform_events (id, company, account, type, subject, version, data, occurred_at)
    values (${newId('evt')}, ${change.company ?? null}, ${change.account ?? null}, ${change.type},
            ${change.subject},
            1 + (select count(*) from platform_events where subject = ${change.subject}),
            ${data}::jsonb, ${change.at})
  `.execute(tx);
}

async function insertAuditEntry(tx: Transaction, change: Change): Promise<void> {
  const { actor } = change;
  const before = change.before === undefined ? null : JSON.stringify(change.before);
  const after = change.after === undefined ? null : JSON.stringify(change.after);
  await sql`
    insert into platform_audit_entries
      (id, company, account, action, subject, actor_kind, actor_id, actor_name,
       authorized_first_name, authorized_last_name, terms_version, before, after, occurred_at)
    values (${newId('aud')}, ${change.company ?? null}, ${change.account ?? null}, ${change.type},
            ${change.subject}, ${actor.kind}, ${actor.id}, ${actor.name},
            ${actor.authorization?.firstName ?? null}, ${actor.authorization?.lastName ?? null},
            ${actor.authorization?.termsVersion ?? null},
            ${before}::jsonb, ${after}::jsonb, ${change.at})
  `.execute(tx);
}
