/** `deleted` can be restored and still counts; `purged` is gone for good and counts no more. */
export type ObjectState = 'stored' | 'deleted' | 'purged';

/** What the host product says about one of its data lists, files or recordings. */
export interface ObjectReport {
  /** The storage meter that counts it, such as `recordings`. */
  readonly meter: string;
  /** The host product's word for what it is, such as `call_recording`. */
  readonly kind: string;
  readonly name: string;
  readonly bytes: bigint;
  /** How many names a data list has; absent for everything else. */
  readonly records?: bigint | undefined;
  /** How many of them were dialed. */
  readonly dialedRecords?: bigint | undefined;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

export interface StoredObject extends ObjectReport {
  readonly externalId: string;
  readonly state: ObjectState;
  /** The instant since which it is in that state, on the account's clock. */
  readonly stateSince: Date;
  /** Counts the object's changes, from 1. */
  readonly version: number;
}

/** What can happen to an object; `report` is the host product's PUT. */
export type ObjectEvent = 'report' | 'delete' | 'restore' | 'purge';

/** The state after an event, or why there is none. */
export type ObjectOutcome = ObjectState | 'not_deleted' | 'gone';

/**
 * Every state × every event. Reporting a deleted object restores it, because the host product
 * evidently has it again; reporting a purged one begins a new object under the old name.
 * Deleting twice and purging twice change nothing, so that a repeated request is harmless.
 */
const OUTCOMES: Record<ObjectState, Record<ObjectEvent, ObjectOutcome>> = {
  stored: { report: 'stored', delete: 'deleted', restore: 'stored', purge: 'not_deleted' },
  deleted: { report: 'stored', delete: 'deleted', restore: 'stored', purge: 'purged' },
  purged: { report: 'stored', delete: 'gone', restore: 'gone', purge: 'purged' },
};

export function objectAfter(state: ObjectState, event: ObjectEvent): ObjectOutcome {
  return OUTCOMES[state][event];
}
