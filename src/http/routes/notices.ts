import { z } from 'zod';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { say } from '../../kernel/words/say.ts';
import type { Accounts, BillingAccount } from '../../modules/accounts/index.ts';
import type { Companies, Employee, Employees } from '../../modules/companies/index.ts';
import {
  type NewNotice,
  NOTICE_KIND_NAMES,
  NOTICE_KINDS,
  type NoticeKind,
  type Notices,
  type Preference,
  type ReadNotice,
  readerOf,
  toReader,
} from '../../modules/notices/index.ts';
import type { Api } from '../endpoint.ts';
import type { Principal } from '../principal.ts';
import { id, instantText, remedy } from '../schemas/fields.ts';
import { idCursor, page, pageOf, pageQuery } from '../schemas/page.ts';

const kind = z.enum(NOTICE_KIND_NAMES);

const notice = z
  .strictObject({
    id: z.string(),
    company: z.string(),
    billing_account: z.string().nullable(),
    kind,
    level: z.enum(['critical', 'warning', 'info']),
    title: z.string(),
    message: z.string(),
    remedies: z.array(remedy),
    created_at: instantText,
    /** When whoever asks has read it; null: not yet. */
    read_at: instantText.nullable(),
  })
  .meta({ id: 'Notice' });

const preferences = z
  .strictObject({
    data: z.array(
      z.strictObject({
        kind,
        title: z.string(),
        about: z.string(),
        mailed: z.boolean(),
        /** It cannot be switched off: money or service hangs on it. */
        fixed: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'NoticePreferences' });

const noticeKind = z
  .strictObject({
    kind,
    level: z.enum(['critical', 'warning', 'info']),
    title: z.string(),
    about: z.string(),
    /** Whoever manages billing is mailed, whatever they chose. */
    required: z.boolean(),
  })
  .meta({ id: 'NoticeKind' });

const preview = z
  .strictObject({ kind, subject: z.string(), text: z.string(), html: z.string() })
  .meta({ id: 'NoticePreview' });

export interface NoticesRoutesDeps {
  readonly accounts: Accounts;
  readonly companies: Companies;
  readonly employees: Employees;
  readonly notices: Notices;
  /** A notice of a kind as an account would get it. */
  readonly sample: (
    tx: Transaction,
    account: BillingAccount,
    kind: NoticeKind,
  ) => Promise<NewNotice>;
}

/** A mail runs nothing and loads nothing, whatever stands in its names. */
const PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

const tag = 'Notices';
const ofCompany = z.strictObject({ co: id('co') });
const ofNotice = z.strictObject({ ntc: id('ntc') });
/** Whoever is signed in reads what is meant for them; nothing of it is a change of billing. */
const reading = { scope: 'read', typedName: false } as const;

/** Whether what is told to the company is theirs to read: keys, the operator, `billing.view`. */
const seesBilling = ({ permissions }: Principal) => permissions?.has('billing.view') ?? true;

export function registerNotices(api: Api, deps: NoticesRoutesDeps): void {
  registerReading(api, deps);
  registerPreferences(api, deps);

  const previewOf = async (tx: Transaction, actor: Actor, which: NoticeKind, ba: string) => {
    const account = await deps.accounts.get(tx, actor, ba);
    const subject = { company: account.company, account, at: account.now };
    return await deps.notices.preview(tx, subject, await deps.sample(tx, account, which));
  };

  api.define('GET', '/v1/notice-kinds', {
    summary: 'List what people are told of without asking',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    answer: page(noticeKind),
    handle: () => {
      const data = NOTICE_KIND_NAMES.map((name) => {
        const { level, title, about, required } = NOTICE_KINDS[name];
        return { kind: name, level, title: say(title), about: say(about), required };
      });
      return Promise.resolve({ data, has_more: false, next_cursor: null });
    },
  });

  api.defineFile('/v1/notices/:kind/preview.html', {
    summary: 'A notice as mail, as a page to look at',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    params: z.strictObject({ kind }),
    query: z.strictObject({ billing_account: id('ba') }),
    produces: ['text/html'],
    handleFile: async (tx, { params, query, actor }) => ({
      contentType: 'text/html; charset=utf-8',
      securityPolicy: PREVIEW_POLICY,
      content: (await previewOf(tx, actor, params.kind, query.billing_account)).html,
    }),
  });

  api.define('GET', '/v1/notices/:kind/preview', {
    summary: 'A notice as mail, with the figures and documents of a billing account',
    description: 'What has not happened to the account yet is supposed; nothing is sent.',
    tag,
    access: { operatorOnly: true, scope: 'read' },
    params: z.strictObject({ kind }),
    query: z.strictObject({ billing_account: id('ba') }),
    answer: preview,
    handle: async (tx, { params, query, actor }) => ({
      kind: params.kind,
      ...(await previewOf(tx, actor, params.kind, query.billing_account)),
    }),
  });
}

function registerReading(api: Api, { companies, notices }: NoticesRoutesDeps): void {
  const readerAt = async (
    tx: Transaction,
    { actor, principal }: { actor: Actor; principal: Principal },
    co: string,
  ) => readerOf(actor, await companies.get(tx, actor, co), seesBilling(principal));

  api.define('GET', '/v1/companies/:co/notices', {
    summary: 'What the company was told and whoever asks has not dismissed; the newest first',
    tag,
    access: reading,
    params: ofCompany,
    query: z.strictObject({
      ...pageQuery(idCursor('ntc')),
      billing_account: id('ba').optional(),
      kind: kind.optional(),
      unread: z.enum(['true', 'false']).optional(),
    }),
    answer: page(notice),
    handle: async (tx, call) => {
      const { query } = call;
      const reader = await readerAt(tx, call, call.params.co);
      const filter = {
        account: query.billing_account,
        kind: query.kind,
        unread: query.unread === undefined ? undefined : query.unread === 'true',
      };
      const select = (slice: { limit: number; after: string | undefined }) =>
        notices.list(tx, reader, { ...filter, ...slice });
      return await pageOf(query, select, (row) => row.id, noticeText);
    },
  });

  api.define('GET', '/v1/companies/:co/notices/unread', {
    summary: 'How many notices whoever asks has not read, counted up to 100',
    tag,
    access: reading,
    params: ofCompany,
    answer: z.strictObject({ unread: z.number() }).meta({ id: 'UnreadNotices' }),
    handle: async (tx, call) => ({
      unread: await notices.unread(tx, await readerAt(tx, call, call.params.co)),
    }),
  });

  api.define('POST', '/v1/companies/:co/notices/read', {
    summary: 'Mark all notices as read',
    tag,
    access: reading,
    params: ofCompany,
    answer: z.strictObject({ unread: z.literal(0) }).meta({ id: 'AllNoticesRead' }),
    handle: async (tx, call) => {
      await notices.markAllRead(tx, await readerAt(tx, call, call.params.co));
      return { unread: 0 };
    },
  });

  for (const [verb, as, summary] of [
    ['read', 'read', 'Mark a notice as read'],
    ['dismiss', 'dismissed', 'Dismiss a notice: whoever asks sees it no more'],
  ] as const) {
    api.define('POST', `/v1/notices/:ntc/${verb}`, {
      summary,
      tag,
      access: reading,
      params: ofNotice,
      answer: notice,
      handle: async (tx, { params, actor, principal }) => {
        const reader = {
          id: actor.id,
          company: actor.company,
          seesBilling: seesBilling(principal),
        };
        return noticeText(await notices.mark(tx, reader, params.ntc, as));
      },
    });
  }
}

function registerPreferences(api: Api, { employees, notices }: NoticesRoutesDeps): void {
  const path = '/v1/employees/:emp/notice-preferences';
  const params = z.strictObject({ emp: id('emp') });

  api.define('GET', path, {
    summary: 'Which notices are mailed to an employee',
    tag,
    access: reading,
    params,
    answer: preferences,
    handle: async (tx, { params: { emp }, actor, principal }) => {
      const employee = await ownOrManaged(tx, employees, { actor, principal }, emp);
      return preferencesText(await notices.preferences(tx, employee));
    },
  });

  api.define('PUT', path, {
    summary: 'Choose which notices are mailed to an employee',
    description: 'Kinds that are not named stay as they are. The console shows all of them.',
    tag,
    access: { scope: 'manage', typedName: false },
    params,
    body: z.strictObject({ mailed: z.partialRecord(kind, z.boolean()) }),
    answer: preferences,
    handle: async (tx, { params: { emp }, body, actor, principal }) => {
      const employee = await ownOrManaged(tx, employees, { actor, principal }, emp);
      const wanted = new Map(Object.entries(body.mailed) as [NoticeKind, boolean][]);
      return preferencesText(await notices.setPreferences(tx, actor, employee, wanted));
    },
  });
}

/** One's own, or anybody's for who manages employees. */
async function ownOrManaged(
  tx: Transaction,
  employees: Employees,
  { actor, principal }: { actor: Actor; principal: Principal },
  emp: string,
): Promise<Employee> {
  const employee = await employees.get(tx, actor, emp);
  const manages = principal.permissions?.has('employees.manage') ?? true;
  if (manages || actor.id === emp) return employee;
  throw new Refusal('scope_missing', {
    message: say('These are somebody else’s mails; whoever manages employees can choose them.'),
    facts: { permission: 'employees.manage' },
  });
}

function noticeText(row: ReadNotice): z.input<typeof notice> {
  const { message, remedies } = toReader(row);
  return {
    id: row.id,
    company: row.company,
    billing_account: row.account,
    kind: row.kind,
    level: row.level,
    title: say(NOTICE_KINDS[row.kind].title),
    message,
    remedies: [...remedies],
    created_at: row.createdAt.toISOString(),
    read_at: row.readAt?.toISOString() ?? null,
  };
}

function preferencesText(rows: readonly Preference[]): z.input<typeof preferences> {
  return {
    data: rows.map((row) => {
      const { title, about } = NOTICE_KINDS[row.kind];
      return {
        kind: row.kind,
        title: say(title),
        about: say(about),
        mailed: row.mailed,
        fixed: row.fixed,
      };
    }),
  };
}
