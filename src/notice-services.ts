import type { Events } from './database/events.ts';
import type { Clock } from './kernel/clock.ts';
import type { Accounts, DueSource } from './modules/accounts/index.ts';
import type { Companies, Employees } from './modules/companies/index.ts';
import {
  createNotices,
  createNoticesDue,
  createOutbox,
  createRequests,
  type MailTheme,
  type Notices,
  type NoticesDueDeps,
  type Outbox,
  type RequestsDeps,
  type RequestsWithin,
} from './modules/notices/index.ts';
import type { SellersAndBuyers } from './modules/parties/index.ts';

/** What people are told without asking. */
export interface NoticeServices {
  readonly outbox: Outbox;
  readonly notices: Notices;
  readonly noticesDue: DueSource;
  readonly requests: RequestsWithin;
}

/** How it is told: settings of whoever runs the product. */
export interface NoticeSettings {
  /** Whether mails are sent, or only kept. */
  readonly hasMailServer: boolean;
  readonly theme: MailTheme;
  /** The console's address, which links in mails begin with. */
  readonly consoleUrl: () => string;
  /** How many days before a renewal it is spoken of. */
  readonly daysBeforeRenewal: number;
}

/** Where nothing else is set: nothing is sent, and links lead to where `npm start` listens. */
export const DEFAULT_NOTICE_SETTINGS: NoticeSettings = {
  hasMailServer: false,
  theme: { operatorName: 'Tollkeeper', colour: '#1c5d99', footer: '' },
  consoleUrl: () => 'http://127.0.0.1:8787',
  daysBeforeRenewal: 7,
};

export interface NoticingDeps
  extends Omit<NoticesDueDeps, 'notices' | 'daysBeforeRenewal'>,
    Omit<RequestsDeps, 'notices'> {
  readonly events: Events;
  readonly clock: Clock;
  readonly companies: Companies;
  readonly employees: Employees;
  readonly parties: SellersAndBuyers;
  readonly accounts: Accounts;
}

export function createNoticing(deps: NoticingDeps, settings: NoticeSettings): NoticeServices {
  const { hasMailServer, daysBeforeRenewal } = settings;
  const outbox = createOutbox({ ...deps, hasMailServer });
  const notices = createNotices({ ...deps, ...settings, outbox });
  const noticesDue = createNoticesDue({ ...deps, notices, daysBeforeRenewal });
  return { outbox, notices, noticesDue, requests: createRequests({ ...deps, notices }) };
}
