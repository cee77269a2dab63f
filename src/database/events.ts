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
  /** The same for many changes, in their order: a renewal run tells of hundreds at once. */
  recordAll(tx: Transaction, changes: readonly Change[]): Promise<void>;
  on(type: string, subscriber: Subscriber): void;
}

export function createEvents(): Events {
  const subscribers = new Map<string, Subscriber[]>();
  const recordAll: Events['recordAll'] = async (tx, changes) => {
    if (changes.length === 0) return;
    await insertEvents(tx, changes);
    await insertAuditEntries(tx, changes);
    for (const change of changes) {
      for (const subscriber of subscribers.get(change.type) ?? []) await subscriber(tx, change);
    }
  };
  return {
    recordAll,
    record: (tx, change) => recordAll(tx, [change]),
    on(type, subscriber) {
      subscribers.set(type, [...(subscribers.get(type) ?? []), subscriber]);
    },
  };
}

/** One statement however many there are; a subject's version counts its events. */
async function insertEvents(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const rows = changes.map((change, place) => ({
    place,
    id: newId('evt'),
    company: change.company,
    account: change.account,
    type: change.type,
    subject: change.subject,
    data: { ...change.after },
    occurred_at: change.at,
  }));
  await sql`
    insert into platform_events (id, company, account, type, subject, version, data, occurred_at)
    select id, company, account, type, subject,
      (select count(*) from platform_events earlier where earlier.subject = told.subject)
        + row_number() over (partition by subject order by place),
      data, occurred_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as told(
      place int, id text, company text, account text, type text, subject text collate "C",
      data jsonb, occurred_at timestamptz)
    order by place
  `.execute(tx);
}

async function insertAuditEntries(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const rows = changes.map(({ actor, ...change }, place) => ({
    place,
    id: newId('aud'),
    company: change.company,
    account: change.account,
    action: change.type,
    subject: change.subject,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    authorized_first_name: actor.authorization?.firstName,
    authorized_last_name: actor.authorization?.lastName,
    terms_version: actor.authorization?.termsVersion,
    before: change.before,
    after: change.after,
    occurred_at: change.at,
  }));
  await sql`
    insert into platform_audit_entries
      (id, company, account, action, subject, actor_kind, actor_id, actor_name,
       authorized_first_name, authorized_last_name, terms_version, before, after, occurred_at)
    select id, company, account, action, subject, actor_kind, actor_id, actor_name,
      authorized_first_name, authorized_last_name, terms_version, before, after, occurred_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as told(
      place int, id text, company text, account text, action text, subject text,
      actor_kind text, actor_id text, actor_name text, authorized_first_name text,
      authorized_last_name text, terms_version text, before jsonb, after jsonb,
      occurred_at timestamptz)
    order by place
  `.execute(tx);
}
