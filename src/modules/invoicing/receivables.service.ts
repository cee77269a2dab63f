import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { assert } from '../../kernel/assert.ts';
import { newId } from '../../kernel/id.ts';
import { type Money, money, moneyText, negate } from '../../kernel/money.ts';
import type { BillingAccount } from '../accounts/index.ts';
import type { SellersAndBuyers } from '../parties/index.ts';
import { type Credit, creditOf } from './credit-note.ts';
import type { IssuedDocument } from './document.ts';
import { type Invoice, outstandingOf, type SettlementKind } from './invoice.ts';
import { createInvoiceReader } from './invoice-reader.service.ts';
import { afterInvoiceEvent, type InvoiceEvent, type InvoiceState } from './invoice-state.ts';
import { insertDocument, selectDocument, selectDocuments } from './invoicing.store.ts';
import {
  insertSettlement,
  type OpenItem,
  type Settlement,
  selectAccountsToCollect,
  selectNextToCollect,
  selectOpenItems,
  selectOwing,
  updateOpenItem,
} from './open-items.store.ts';
import { recoveredBy, type WriteOffReason, writeOffOf } from './write-off.ts';

/** What is owed on invoices, and what becomes of it. Every account named here is locked. */
export interface Receivables {
  /** Adds a payment; whatever makes the outstanding amount zero makes it paid. */
  pay(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    invoice: string,
    payment: { amount: Money; payment?: string | undefined; reference?: string | undefined },
  ): Promise<Invoice>;
  /** A payment was taken back: the invoice is owed again. */
  reverse(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    invoice: string,
    reversal: { amount: Money; payment: string; reference: string },
  ): Promise<Invoice>;
  /** Issues a credit note. Refuses `amount_exceeds_balance`. */
  credit(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    invoice: string,
    input: Credit,
  ): Promise<Invoice>;
  /**
   * Gives up what is owed. Money that comes for it after all is taken as a recovery. Refuses
   * `invoice_not_open` and `minutes_not_given`.
   */
  writeOff(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    invoice: string,
    reason: WriteOffReason,
  ): Promise<Invoice>;
  /** A payment is under way; nothing else is tried meanwhile. */
  paymentStarted(tx: Transaction, account: BillingAccount, invoice: string): Promise<void>;
  /**
   * It came to nothing. `retryAt` is when the funding sources are tried again, if ever;
   * `suspendsAt` when the account is suspended for it, where that follows from the failure.
   */
  paymentFailed(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    invoice: string,
    failure: PaymentFailure,
  ): Promise<void>;
  /** When the funding sources are tried for an invoice that is open; null for never. */
  collectAt(tx: Transaction, invoice: string, at: Date | null): Promise<void>;
  /** Collects everything the account owes as soon as its due work runs. */
  collectNow(tx: Transaction, account: BillingAccount): Promise<void>;
  nextToCollect(tx: Transaction, account: string): Promise<OpenItem | undefined>;
  accountsToCollect(tx: Transaction, now: Date, limit: number): Promise<string[]>;
  owing(tx: Transaction, account: string): Promise<OpenItem[]>;
  /** Where one invoice stands. */
  itemOf(tx: Transaction, invoice: string): Promise<OpenItem>;
}

/** Why an attempt to collect an invoice failed, and what comes next. */
export interface PaymentFailure {
  readonly reason: string;
  /** Another funding source is left to try at once; `retryAt` is now. */
  readonly backupFollows: boolean;
  /** When the funding sources are tried again. */
  readonly retryAt: Date | undefined;
  readonly suspendsAt?: Date | undefined;
}

/** Far more than anybody writes for one invoice. */
const NOTES_MAX = 1_000;

export interface ReceivablesDeps {
  readonly events: Events;
  readonly parties: SellersAndBuyers;
}

export function createReceivables({ events, parties }: ReceivablesDeps): Receivables {
  const reader = createInvoiceReader();

  async function load(tx: Transaction, invoice: string): Promise<Invoice> {
    const document = await selectDocument(tx, 'invoice', invoice);
    assert(document !== undefined, 'an invoice that was issued is there');
    return await reader.read(tx, document);
  }

  async function item(tx: Transaction, invoice: string): Promise<OpenItem> {
    const found = (await selectOpenItems(tx, [invoice])).get(invoice);
    assert(found !== undefined, 'an invoice stands somewhere');
    return found;
  }

  /** Recomputes what is owed from the settlements, and moves the state. */
  async function restate(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    invoice: string,
    event: (outstanding: Money, read: Invoice) => InvoiceEvent,
    told: Record<string, unknown> = {},
  ): Promise<Invoice> {
    const before = await item(tx, invoice);
    const read = await load(tx, invoice);
    const outstanding = outstandingOf(read.total, read);
    const state = afterInvoiceEvent(before.state, event(outstanding, read));
    const done = state !== 'open' && state !== 'payment_pending';
    await updateOpenItem(tx, {
      ...before,
      state,
      outstanding: outstanding.micros,
      collectAt: done ? null : before.collectAt,
    });
    const isPartly = state === before.state && outstanding.micros !== before.outstanding;
    if (state !== before.state || isPartly) {
      await events.record(tx, {
        actor,
        at: account.now,
        company: account.company,
        account: account.id,
        type: `invoice.${isPartly ? 'balance_changed' : toldAs(state)}`,
        subject: invoice,
        before: { status: before.state },
        after: { status: state, number: read.number, outstanding: moneyText(outstanding), ...told },
      });
    }
    return await load(tx, invoice);
  }

  /** What was written off and comes after all is taken out of the loss first. */
  async function recover(
    tx: Transaction,
    account: BillingAccount,
    invoice: Invoice,
    amount: Money,
  ): Promise<void> {
    const recovered = recoveredBy(amount, invoice);
    if (recovered.micros === 0n) return;
    await insertSettlement(tx, invoice.id, {
      ...settled('recovery', negate(recovered), account),
      reference: invoice.number,
    });
  }

  async function credit(
    tx: Transaction,
    actor: Actor,
    account: BillingAccount,
    id: string,
    input: Credit,
  ): Promise<Invoice> {
    const { reason } = input;
    const invoice = await load(tx, id);
    const { lines, totals } = creditOf(invoice, await notesOf(tx, id), input);
    const { seller } = await parties.partiesBy(tx, account.id, { seller: invoice.seller });
    const note = await insertDocument(tx, {
      document: {
        id: newId('crn'),
        account: account.id,
        type: 'credit_note',
        kind: reason,
        issuedAt: account.now,
        issuedOn: account.today,
        invoice: id,
        ...(invoice.buyer !== undefined && { buyer: invoice.buyer }),
        lines,
        ...totals,
      },
      isTest: account.testClock !== null,
      seller,
    });
    await recover(tx, account, invoice, totals.total);
    await insertSettlement(tx, id, {
      ...settled('credit', totals.total, account),
      creditNote: note.id,
      reference: reason,
    });
    await events.record(tx, {
      actor,
      at: account.now,
      company: account.company,
      account: account.id,
      type: 'credit_note.issued',
      subject: note.id,
      after: { number: note.number, invoice: id, reason, total: moneyText(note.total) },
    });
    return await restate(tx, actor, account, id, (outstanding, { writtenOff }) =>
      outstanding.micros > 0n || writtenOff.micros > 0n ? 'credited_in_part' : creditEvent(invoice),
    );
  }

  return {
    credit,

    async pay(tx, actor, account, invoice, { amount, payment, reference }) {
      await recover(tx, account, await load(tx, invoice), amount);
      await insertSettlement(tx, invoice, {
        ...settled('payment', amount, account),
        payment: payment ?? null,
        reference: reference ?? null,
      });
      return await restate(tx, actor, account, invoice, (outstanding, { writtenOff }) =>
        outstanding.micros > 0n || writtenOff.micros > 0n ? 'paid_in_part' : 'paid_in_full',
      );
    },

    async writeOff(tx, actor, account, id, reason) {
      const invoice = await load(tx, id);
      const amount = writeOffOf(invoice, await notesOf(tx, id));
      const reference = reason;
      await insertSettlement(tx, id, { ...settled('write_off', amount, account), reference });
      const told = { reason, written_off: moneyText(amount) };
      return await restate(tx, actor, account, id, () => 'written_off', told);
    },

    async reverse(tx, actor, account, invoice, { amount, payment, reference }) {
      await insertSettlement(tx, invoice, {
        ...settled('reversal', negate(amount), account),
        payment,
        reference,
      });
      return await restate(tx, actor, account, invoice, (outstanding, { paid }) => {
        if (outstanding.micros > 0n) return 'reversed';
        return paid.micros > 0n ? 'returned' : 'reversed_covered';
      });
    },

    async paymentStarted(tx, account, invoice) {
      const before = await item(tx, invoice);
      await updateOpenItem(tx, {
        ...before,
        state: afterInvoiceEvent(before.state, 'payment_started'),
        collectAt: null,
        attempts: before.attempts + 1,
        lastAttemptAt: account.now,
      });
    },

    async paymentFailed(tx, actor, account, invoice, failure) {
      const { reason, retryAt, suspendsAt, backupFollows } = failure;
      const before = await item(tx, invoice);
      const state = afterInvoiceEvent(before.state, 'payment_failed');
      const collectAt = state === 'open' ? (retryAt ?? null) : null;
      const roundFrom = backupFollows ? before.roundFrom : before.attempts;
      await updateOpenItem(tx, { ...before, state, collectAt, roundFrom, lastFailure: reason });
      await events.record(tx, {
        actor,
        at: account.now,
        company: account.company,
        account: account.id,
        type: 'invoice.payment_failed',
        subject: invoice,
        after: {
          reason,
          attempts: before.attempts,
          outstanding: moneyText(money(before.outstanding, account.currency)),
          backup_follows: backupFollows,
          next_attempt_at: collectAt?.toISOString() ?? null,
          suspends_at: suspendsAt?.toISOString() ?? null,
        },
      });
    },

    async collectAt(tx, invoice, at) {
      const before = await item(tx, invoice);
      if (before.state !== 'open') return;
      await updateOpenItem(tx, { ...before, collectAt: at, roundFrom: before.attempts });
    },

    async collectNow(tx, account) {
      for (const owing of await selectOwing(tx, account.id)) {
        if (owing.state !== 'open') continue;
        const roundFrom = owing.attempts;
        await updateOpenItem(tx, { ...owing, collectAt: account.now, roundFrom });
      }
    },

    nextToCollect: selectNextToCollect,
    accountsToCollect: selectAccountsToCollect,
    owing: selectOwing,
    itemOf: item,
  };
}

/** Every credit note of an invoice, of whatever reason. */
function notesOf(tx: Transaction, invoice: string): Promise<IssuedDocument[]> {
  return selectDocuments(tx, { type: 'credit_note', invoice, limit: NOTES_MAX });
}

/** A settlement of now that names neither a payment nor a credit note. */
function settled(kind: SettlementKind, amount: Money, { now }: BillingAccount): Settlement {
  const unnamed = { payment: null, creditNote: null, reference: null };
  return { ...unnamed, kind, amount: amount.micros, occurredAt: now };
}

/** An invoice that is open after it was not is told as what happened to it. */
function toldAs(state: InvoiceState): string {
  return state === 'open' ? 'reopened' : state;
}

/** Nothing is owed any more: taken back altogether, or paid but for what was credited. */
function creditEvent(before: Invoice): InvoiceEvent {
  const isPartlyPaid = before.state !== 'paid' && before.paid.micros > 0n;
  return isPartlyPaid ? 'paid_in_full' : 'credited_in_full';
}
