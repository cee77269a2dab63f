import type { Events } from '../../database/events.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type Actor, SYSTEM } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Language, say, speaking } from '../../kernel/words/say.ts';
import type { BillingAccount } from '../accounts/index.ts';
import {
  type Companies,
  type Company,
  chosenLanguage,
  type Employee,
  type Employees,
  fullName,
  ownOr404,
  type Permission,
} from '../companies/index.ts';
import type { Seller, SellersAndBuyers } from '../parties/index.ts';
import { selectPendingOnTestClocks } from './looks.store.ts';
import { isAddress } from './mail.ts';
import { type MailTheme, writeMail } from './mail-layout.ts';
import type { Recipient } from './mailer.ts';
import type { NewNotice, Notice, ReadNotice, WordedNotice } from './notice.ts';
import { isMailed, NOTICE_KIND_NAMES, NOTICE_KINDS, type NoticeKind } from './notice-kind.ts';
import { type NoticeMailing, noticeMail } from './notice-mail.ts';
import { toReader } from './notice-words.ts';
import {
  countUnread,
  insertNotice,
  markAllRead,
  type NoticeFilter,
  type Reader,
  selectChoices,
  selectNotice,
  selectNotices,
  selectPreferences,
  upsertMark,
  upsertPreference,
} from './notices.store.ts';
import type { Outbox } from './outbox.service.ts';

/** About what a notice is: a billing account, or the company as a whole. */
export interface NoticeSubject {
  readonly company: string;
  readonly account?: BillingAccount | undefined;
  /** On the account's clock. */
  readonly at: Date;
}

/** One kind, and whether this person is mailed about it. */
export interface Preference {
  readonly kind: NoticeKind;
  readonly mailed: boolean;
  /** Whether it may be switched off. */
  readonly fixed: boolean;
}

export interface Notices {
  /**
   * Tells it, unless that was done already: in the console and by mail in each reader's language,
   * and as an event in English.
   */
  tell(tx: Transaction, subject: NoticeSubject, notice: WordedNotice): Promise<Notice | undefined>;
  list(tx: Transaction, reader: Reader, filter: NoticeFilter): Promise<ReadNotice[]>;
  /** Up to `UNREAD_MAX`: nobody needs the figure beyond. */
  unread(tx: Transaction, reader: Reader): Promise<number>;
  /** Refuses `not_found` for what the reader may not see. */
  mark(
    tx: Transaction,
    reader: Omit<Reader, 'company'> & { company: string | undefined },
    id: string,
    as: 'read' | 'dismissed',
  ): Promise<ReadNotice>;
  markAllRead(tx: Transaction, reader: Reader): Promise<void>;
  preferences(tx: Transaction, employee: Employee): Promise<Preference[]>;
  /** Refuses `not_editable` where the kind cannot be switched off. */
  setPreferences(
    tx: Transaction,
    actor: Actor,
    employee: Employee,
    wanted: ReadonlyMap<NoticeKind, boolean>,
  ): Promise<Preference[]>;
  /** Accounts on test clocks with something to tell that has happened already. */
  pendingOnTestClocks(tx: Transaction, limit: number): Promise<string[]>;
  /** The mail that a notice would be. */
  preview(
    tx: Transaction,
    subject: NoticeSubject,
    notice: NewNotice,
  ): Promise<{ subject: string; text: string; html: string }>;
}

export interface NoticesDeps {
  readonly events: Events;
  readonly clock: Clock;
  readonly companies: Companies;
  readonly employees: Employees;
  readonly outbox: Outbox;
  readonly theme: MailTheme;
  /** The console's address for links, without a slash at its end. */
  readonly consoleUrl: () => string;
  readonly parties: Pick<SellersAndBuyers, 'partiesOn'>;
}

export const UNREAD_MAX = 100;
/** More people than that look after no company's billing; a mail to each must stay affordable. */
const READERS_MAX = 100;

export function createNotices(deps: NoticesDeps): Notices {
  const { events, clock, companies, employees, outbox } = deps;

  async function mailing(
    tx: Transaction,
    { company: id, account }: NoticeSubject,
  ): Promise<Omit<NoticeMailing, 'readAs'>> {
    const company = await companies.get(tx, SYSTEM, id);
    return {
      companyName: company.name,
      accountName: account?.name,
      consoleUrl: deps.consoleUrl(),
      isTest: company.testClock !== null,
    };
  }

  /** Who sells to the account, as its mails look, and where its invoices are sent besides. */
  async function sides(tx: Transaction, account: BillingAccount | undefined) {
    const { theme } = deps;
    if (account === undefined) return { theme, invoiceAddress: undefined };
    const { seller, buyer } = await deps.parties.partiesOn(tx, account, account.today);
    return { theme: themeOf(seller?.body, theme), invoiceAddress: buyer?.body.invoice_email };
  }

  /** The one it is addressed to, or everybody who looks after it and wants to be mailed. */
  async function mailedEmployees(
    tx: Transaction,
    notice: Notice,
    mailedTo: Permission = NOTICE_KINDS[notice.kind].mailedTo,
  ): Promise<Employee[]> {
    if (notice.employee !== null) return [await employees.get(tx, SYSTEM, notice.employee)];
    const readers = await employees.withAnyPermission(
      tx,
      notice.company,
      ['billing.view', mailedTo],
      READERS_MAX,
    );
    const ids = readers.map(({ id }) => id);
    const choices = await selectChoices(tx, notice.kind, ids);
    return readers.filter(({ id, permissions }) =>
      isMailed(notice.kind, permissions, choices.get(id), mailedTo),
    );
  }

  async function mail(
    tx: Transaction,
    subject: NoticeSubject,
    notice: Notice,
    { document, mailedTo }: WordedNotice,
  ): Promise<void> {
    const shared = await mailing(tx, subject);
    const { theme, invoiceAddress } = await sides(tx, subject.account);
    const written = {
      kind: notice.kind,
      company: notice.company,
      account: notice.account ?? undefined,
      attachments: document === undefined ? [] : [document],
    };
    const done = new Set<string>();
    const send = async (to: Recipient, readAs: NoticeMailing['readAs'], read: Language) => {
      const address = to.address.toLowerCase();
      if (done.has(address) || !isAddress(address)) return;
      done.add(address);
      const words = speaking(read, () =>
        writeMail(theme, noticeMail(toReader(notice), { ...shared, readAs })),
      );
      await outbox.add(tx, { ...written, to, ...words });
    };
    for (const employee of await mailedEmployees(tx, notice, mailedTo)) {
      const to = { name: fullName(employee), address: employee.email };
      await send(to, 'employee', (await chosenLanguage(tx, employee.id)) ?? 'en');
    }
    const isForInvoices = NOTICE_KINDS[notice.kind].toInvoiceAddress;
    if (!isForInvoices || invoiceAddress === undefined) return;
    await send({ name: '', address: invoiceAddress }, 'invoice_address', 'en');
  }

  async function tellAsEvent(tx: Transaction, notice: Notice): Promise<void> {
    await events.record(tx, {
      actor: SYSTEM,
      at: notice.createdAt,
      company: notice.company,
      account: notice.account ?? undefined,
      type: 'notice.created',
      subject: notice.id,
      after: {
        kind: notice.kind,
        level: notice.level,
        title: NOTICE_KINDS[notice.kind].title,
        message: notice.message,
        remedies: notice.remedies,
      },
    });
  }

  async function preferences(tx: Transaction, employee: Employee): Promise<Preference[]> {
    const chosen = await selectPreferences(tx, employee.id);
    return NOTICE_KIND_NAMES.map((name) => ({
      kind: name,
      mailed: isMailed(name, employee.permissions, chosen.get(name)),
      fixed: isMailed(name, employee.permissions, false),
    }));
  }

  return {
    preferences,

    async tell(tx, subject, wanted) {
      const notice = noticeOf(subject, wanted);
      if (!(await insertNotice(tx, notice))) return undefined;
      await tellAsEvent(tx, notice);
      await mail(tx, subject, notice, wanted);
      return notice;
    },

    list: selectNotices,
    pendingOnTestClocks: selectPendingOnTestClocks,
    unread: (tx, reader) => countUnread(tx, reader, UNREAD_MAX),

    async mark(tx, { id: reader, company, seesBilling }, id, as) {
      const found = await selectNotice(tx, id);
      const actor: Actor = {
        ...SYSTEM,
        ...(company !== undefined && { company }),
      };
      const notice = ownOr404(found, found?.company, actor, 'There is no such notice.');
      const isForThem = notice.employee === null ? seesBilling : notice.employee === reader;
      if (!isForThem) throw new Refusal('not_found', { message: say('There is no such notice.') });
      const at = clock.now();
      const readAt = await upsertMark(tx, {
        notice: id,
        reader,
        at,
        dismissed: as === 'dismissed',
      });
      return { ...notice, readAt };
    },

    markAllRead: (tx, reader) => markAllRead(tx, reader, clock.now()),

    async setPreferences(tx, actor, employee, wanted) {
      const before = await preferences(tx, employee);
      for (const [kind, mailed] of wanted) {
        const present = before.find((one) => one.kind === kind);
        if (present?.fixed === true && !mailed) {
          throw new Refusal('not_editable', {
            message: say(
              '"{title}" cannot be switched off for whoever looks after billing: money or service hangs on it.',
              { title: say(NOTICE_KINDS[kind].title) },
            ),
            pointer: `/mailed/${kind}`,
          });
        }
        await upsertPreference(tx, { employee: employee.id, kind, mailed });
      }
      await events.record(tx, {
        actor,
        at: clock.now(),
        company: employee.company,
        type: 'employee.notices_chosen',
        subject: employee.id,
        after: Object.fromEntries(wanted),
      });
      return await preferences(tx, employee);
    },

    async preview(tx, subject, notice) {
      const shared = await mailing(tx, subject);
      const words = noticeOf(subject, { ...notice, words: {} });
      const { theme } = await sides(tx, subject.account);
      return writeMail(theme, noticeMail(words, { ...shared, readAs: 'employee' }));
    },
  };
}

/** The seller's own look, where it has one; what it leaves open is the operator's. */
function themeOf(seller: Seller | undefined, otherwise: MailTheme): MailTheme {
  if (seller === undefined) return otherwise;
  return {
    operatorName: seller.logo_text ?? seller.legal_name,
    colour: seller.colour ?? otherwise.colour,
    footer: seller.document_footer ?? otherwise.footer,
  };
}

function noticeOf({ company, account, at }: NoticeSubject, notice: WordedNotice): Notice {
  const { level } = NOTICE_KINDS[notice.kind];
  return {
    id: newId('ntc'),
    company,
    account: account?.id ?? null,
    employee: notice.employee ?? null,
    kind: notice.kind,
    key: notice.key,
    level,
    message: notice.message,
    figures: notice.figures ?? [],
    remedies: notice.remedies,
    words: notice.words,
    createdAt: at,
  };
}

/** A company's reader: its employee, the operator's person, or a key. */
export function readerOf(actor: Actor, company: Pick<Company, 'id'>, seesBilling: boolean): Reader {
  return { id: actor.id, company: company.id, seesBilling };
}
