import type { Transaction } from '../../database/transaction.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { type Money, subtract, zero } from '../../kernel/money.ts';
import type { BillingAccount, RenewalsDue } from '../accounts/index.ts';
import type { IssuedDocument } from './document.ts';
import { selectDocumentsById } from './invoicing.store.ts';
import type { RenewalDraft, Renewals } from './renewal.service.ts';
import {
  beginRun,
  countInvoicesOf,
  countRenewedSince,
  endRun,
  insertBatch,
  type RenewalRunRecord,
  selectLastRenewals,
  selectRuns,
} from './renewal-runs.store.ts';

/** How the renewals of the real clock stand. */
export interface RenewalProgress {
  /** The run that is under way, or the last one. */
  readonly run: RenewalRunRecord | undefined;
  /** Still due, failed ones included. */
  readonly due: number;
  /** Waiting to be tried again. */
  readonly failed: number;
  /** Accounts a second over the last minute of the run; 0 where none is under way. */
  readonly perSecond: number;
}

/** What a renewal would charge, beside what the account's last one charged. */
export interface RenewalComparison {
  readonly draft: RenewalDraft;
  readonly previous: IssuedDocument | undefined;
  readonly difference: Money;
}

export interface RenewalRuns {
  /** Notes a batch that this transaction has renewed; begins a run where none is under way. */
  noteBatch(
    tx: Transaction,
    batch: { accounts: number; invoices: number; beganAt: Date },
  ): Promise<void>;
  /** Notes accounts that were renewed one by one since `beganAt`, after what had to come before. */
  noteInOrder(tx: Transaction, accounts: readonly BillingAccount[], beganAt: Date): Promise<void>;
  /** Ends the run, once nothing is due. */
  end(tx: Transaction): Promise<void>;
  progress(tx: Transaction): Promise<RenewalProgress>;
  /** Newest first. */
  list(
    tx: Transaction,
    page: { after?: string | undefined; limit: number },
  ): Promise<RenewalRunRecord[]>;
  /** What the given accounts' renewals would charge, beside their last ones. Changes nothing. */
  compare(tx: Transaction, accounts: readonly BillingAccount[]): Promise<RenewalComparison[]>;
}

export interface RenewalRunsDeps {
  readonly clock: Clock;
  readonly renewals: Renewals;
  readonly renewalsDue: RenewalsDue;
}

/** Long enough to even out batches, short enough to follow a machine that slows down. */
const RATE_WINDOW_MS = 60_000;

export function createRenewalRuns({ clock, renewals, renewalsDue }: RenewalRunsDeps): RenewalRuns {
  const noteBatch: RenewalRuns['noteBatch'] = async (tx, batch) => {
    const run = await beginRun(tx, newId('rnr'), batch.beganAt);
    await insertBatch(tx, { ...batch, run, endedAt: clock.now() });
  };

  return {
    noteBatch,

    async noteInOrder(tx, accounts, beganAt) {
      const days = accounts.map(({ id, renewedUntil }) => ({ account: id, day: renewedUntil }));
      const invoices = await countInvoicesOf(tx, days);
      await noteBatch(tx, { accounts: accounts.length, invoices, beganAt });
    },

    end: (tx) => endRun(tx, clock.now()),

    async progress(tx) {
      const now = clock.now();
      const [run] = await selectRuns(tx, { limit: 1 });
      const counted = await renewalsDue.count(tx, now);
      if (run === undefined || run.endedAt !== null) return { run, ...counted, perSecond: 0 };
      const windowMs = Math.min(RATE_WINDOW_MS, now.getTime() - run.beganAt.getTime());
      const since = new Date(now.getTime() - windowMs);
      const renewed = await countRenewedSince(tx, run.id, since);
      return { run, ...counted, perSecond: windowMs <= 0 ? 0 : (renewed * 1000) / windowMs };
    },

    list: selectRuns,

    async compare(tx, accounts) {
      const drafts = await renewals.draftAll(tx, accounts);
      const ids = accounts.map(({ id }) => id);
      const lastOf = await selectLastRenewals(tx, ids);
      const documents = await selectDocumentsById(tx, [...lastOf.values()]);
      const byAccount = new Map(documents.map((document) => [document.account, document]));
      return drafts.map((draft) => {
        const previous = byAccount.get(draft.account.id);
        const before = previous?.total ?? zero(draft.account.currency);
        return { draft, previous, difference: subtract(draft.total, before) };
      });
    },
  };
}
