import { say } from '../../kernel/words/say.ts';
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

export type NoticeWords = Pick<Notice, 'kind' | 'message' | 'figures' | 'remedies'>;

/** A notice as the content of a mail, in the language of now; its remedies become buttons. */
export function noticeMail(notice: NoticeWords, mailing: NoticeMailing): MailContent {
  const { companyName, accountName, consoleUrl, isTest, readAs } = mailing;
  const place = accountName === undefined ? companyName : `${companyName} · ${accountName}`;
  const title = say(NOTICE_KINDS[notice.kind].title);
  const about = { title, name: accountName ?? companyName };
  return {
    subject: isTest ? say('[Test clock] {title}: {name}', about) : `${title}: ${about.name}`,
    heading: title,
    paragraphs: [notice.message],
    figures: [{ label: say('For'), value: place }, ...notice.figures],
    buttons: notice.remedies.map(({ label, link, due_now: due }) => ({
      label:
        due === undefined ? label : say('{label} ({amount} {currency} now)', { label, ...due }),
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
    return say('You receive this because invoices of {companyName} are sent to this address.', {
      companyName,
    });
  }
  const why = say('You receive this because you look after {companyName} here.', { companyName });
  return NOTICE_KINDS[kind].required
    ? say(
        '{why} Mails like this one cannot be switched off, because money or service hangs on them.',
        { why },
      )
    : say('{why} Choose which mails you want: {address}', {
        why,
        address: `${consoleUrl}/notices`,
      });
}
