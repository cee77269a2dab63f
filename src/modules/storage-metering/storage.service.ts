import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addDays, startOfDay } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { BillingAccount } from '../accounts/index.ts';
import { type Catalog, versionOn } from '../catalog/index.ts';
import { readableAt } from './readings.service.ts';
import { insertSchedule } from './readings.store.ts';
import {
  insertPurge,
  type ObjectFilter,
  type Purge,
  selectLargest,
  selectObject,
  selectObjects,
  selectPurges,
  writeObject,
} from './storage.store.ts';
import {
  type ObjectEvent,
  type ObjectReport,
  objectAfter,
  type StoredObject,
} from './stored-object.ts';

export interface StorageObjectsDeps {
  readonly events: Events;
  readonly catalog: Catalog;
}

/** The objects that the host product reports. Every mutating function wants the account locked. */
export interface StorageObjects {
  /**
   * What the host product has now under this name; reporting a deleted object restores it.
   * Refuses `unknown_code` for a meter that the catalog does not have today, `account_closed`.
   */
  report(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    externalId: string,
    report: ObjectReport,
  ): Promise<StoredObject>;
  /** Marks it deleted: it counts until purged. Refuses `not_found` for a purged one. */
  remove(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    externalId: string,
  ): Promise<StoredObject>;
  /** Takes a deletion back. Refuses `not_found` for a purged one. */
  restore(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    externalId: string,
  ): Promise<StoredObject>;
  /**
   * The second step: frees what was deleted, for good, and tells the host product to remove its
   * bytes (`storage.purge_requested`). All or nothing; refuses `not_found` and
   * `object_not_deleted`. What is purged already is left out and frees nothing.
   */
  purge(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    externalIds: readonly string[],
  ): Promise<Purge>;
  get(tx: Transaction, account: string, externalId: string): Promise<StoredObject>;
  list(tx: Transaction, account: string, filter: ObjectFilter): Promise<StoredObject[]>;
  /** The largest of those that count: stored, or deleted and not purged. */
  largest(tx: Transaction, account: string, limit: number): Promise<StoredObject[]>;
  purges(
    tx: Transaction,
    account: string,
    page: { after?: string | undefined; limit: number },
  ): Promise<Purge[]>;
}

export function createStorageObjects({ events, catalog }: StorageObjectsDeps): StorageObjects {
  async function get(tx: Transaction, account: string, externalId: string) {
    const object = await selectObject(tx, account, externalId);
    if (object !== undefined) return object;
    throw new Refusal('not_found', {
      message: say('There is no stored object “{externalId}”.', { externalId }),
    });
  }

  async function write(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    type: string,
    [before, after]: [StoredObject | undefined, StoredObject],
  ): Promise<StoredObject> {
    await writeObject(tx, account.id, after, account.now);
    await events.record(tx, {
      actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type,
      subject: `${account.id}/${after.externalId}`,
      before: before && describe(before),
      after: describe(after),
    });
    return after;
  }

  /** Deletes or restores. What is already so is answered as it is, without a new version. */
  async function turn(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    externalId: string,
    event: Extract<ObjectEvent, 'delete' | 'restore'>,
  ): Promise<StoredObject> {
    const before = await get(tx, account.id, externalId);
    const state = objectAfter(before.state, event);
    if (state === 'gone' || state === 'not_deleted') {
      throw new Refusal('not_found', {
        message: say('“{name}” was purged; it is gone.', { name: before.name }),
      });
    }
    if (state === before.state) return before;
    const after = { ...before, state, stateSince: account.now, version: before.version + 1 };
    const type = event === 'delete' ? 'storage.object_deleted' : 'storage.object_restored';
    return await write(tx, actor, account, type, [before, after]);
  }

  return {
    async report(tx, actor, account, externalId, report) {
      if (account.standing === 'closed') throw new Refusal('account_closed');
      const snapshot = await catalog.load(tx);
      if (versionOn(snapshot, 'storage_meter', report.meter, account.today) === undefined) {
        throw new Refusal('unknown_code', {
          message: say('There is no storage meter "{meter}" in the catalog.', {
            meter: report.meter,
          }),
          pointer: '/meter',
        });
      }
      const before = await selectObject(tx, account.id, externalId);
      const state = objectAfter(before?.state ?? 'purged', 'report');
      const after: StoredObject = {
        ...report,
        externalId,
        state: 'stored',
        stateSince: before?.state === state ? before.stateSince : account.now,
        version: (before?.version ?? 0) + 1,
      };
      if (before === undefined) await beginReadings(tx, account);
      return await write(tx, actor, account, 'storage.object_reported', [before, after]);
    },

    remove: (tx, actor, account, externalId) => turn(tx, actor, account, externalId, 'delete'),
    restore: (tx, actor, account, externalId) => turn(tx, actor, account, externalId, 'restore'),

    async purge(tx, actor, account, externalIds) {
      const unique = [...new Set(externalIds)];
      const found: StoredObject[] = [];
      for (const externalId of unique) found.push(await get(tx, account.id, externalId));
      refuseNotDeleted(found, externalIds);
      const deleted = found.filter((object) => object.state === 'deleted');
      for (const object of deleted) {
        const after: StoredObject = {
          ...object,
          state: 'purged',
          stateSince: account.now,
          version: object.version + 1,
        };
        await write(tx, actor, account, 'storage.object_purged', [object, after]);
      }
      const purge: Purge = {
        id: newId('prg'),
        objects: deleted.map((object) => object.externalId),
        freedBytes: deleted.reduce((total, object) => total + object.bytes, 0n),
        requestedAt: account.now,
      };
      if (deleted.length === 0) return purge;
      await insertPurge(tx, account.id, purge);
      await events.record(tx, {
        actor,
        at: account.now,
        company: account.company,
        account: account.id,
        type: 'storage.purge_requested',
        subject: purge.id,
        after: { objects: purge.objects, freed_bytes: Number(purge.freedBytes) },
      });
      return purge;
    },

    get,
    list: selectObjects,
    largest: selectLargest,
    purges: selectPurges,
  };
}

/** The first object of an account begins its daily readings, with the first day that sees it. */
async function beginReadings(tx: Transaction, account: BillingAccount): Promise<void> {
  const { today, timeZone, now } = account;
  const nextDay = startOfDay(today, timeZone) < now ? addDays(today, 1) : today;
  await insertSchedule(tx, account.id, {
    nextDay,
    nextAt: readableAt(startOfDay(nextDay, timeZone)),
    onRealClock: account.testClock === null,
  });
}

function refuseNotDeleted(objects: readonly StoredObject[], externalIds: readonly string[]): void {
  const stored = objects.filter((object) => object.state === 'stored');
  const [first] = stored;
  if (first === undefined) return;
  throw new Refusal('object_not_deleted', {
    message: say('“{name}” is not deleted. Delete it first; only what is deleted is purged.', {
      name: first.name,
    }),
    pointer: `/objects/${externalIds.indexOf(first.externalId)}`,
    facts: { objects: stored.map((object) => object.externalId) },
  });
}

function describe(object: StoredObject): Record<string, unknown> {
  return {
    external_id: object.externalId,
    meter: object.meter,
    kind: object.kind,
    name: object.name,
    bytes: Number(object.bytes),
    state: object.state,
    version: object.version,
  };
}
