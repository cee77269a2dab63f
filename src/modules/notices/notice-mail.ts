import type { MailContent } from './mail-layout.ts';
import type { Notice } from './notice.ts';
import { NOTICE_KINDS } from './notice-kind.ts';

/** Where a notice's mail comes from and who reads it. */
export interface NoticeMailing {
  readonly companyName: string;
  /** Undefined for what concerns the company. */
  readonly accountName: string | undefined;
  /** The console's address, which remedies' links follow. */
  readonly consoleUrl: string;
  /** Whether a test clock rules the account: nobody shall take it for the real thing. */
  readonly isTest: boolean;
  /** What the mail is sent for: billing of the company, or the address that invoices go to. */
  readonly readAs: 'employee' | 'invoice_address';
}

export type NoticeWords = Pick<Notice, 'kind' | 'title' | 'message' | 'figures' | 'remedies'>;

/** A notice as the content of a mail; its remedies become buttons. */
export function noticeMail(notice: NoticeWords, mailing: NoticeMailing): MailContent {
  const { companyName, accountName, consoleUrl, isTest, readAs } = mailing;
  const place = accountName === undefined ? companyName : `${companyName} · ${accountName}`;
  return {
    subject: `${isTest ? '[Test clock] ' : ''}${notice.title}: ${accountName ?? companyName}`,
    heading: notice.title,
    paragraphs: [notice.message],
    figures: [{ label: 'For', value: place }, ...notice.figures],
    buttons: notice.remedies.map(({ label, link, due_now: due }) => ({
      label: due === undefined ? label : `${label} (${due.amount} ${due.currency} now)`,
      // Some pages are a payment provider's own.
      url: link.startsWith('/') ? `${consoleUrl}${link}` : link,
    })),
    smallPrint: smallPrint(notice, { companyName, consoleUrl, readAs }),
  };
}

function smallPrint(
  { kind }: NoticeWords,
  { companyName, consoleUrl, readAs }: Pick<NoticeMailing, 'companyName' | 'consoleUrl' | 'readAs'>,
): string {
  if (readAs === 'invoice_address') {
    return `You receive this because invoices of ${companyName} are sent to this address.`;
  }
  const why = `You receive this because you look after ${companyName} here.`;
  return NOTICE_KINDS[kind].required
    ? `${why} Mails like this one cannot be switched off, because money or service hangs on them.`
    : `${why} Choose which mails you want: ${consoleUrl}/notices`;
}
