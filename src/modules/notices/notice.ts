import type { Remedy } from '../../kernel/refusal.ts';
import type { Language } from '../../kernel/words/say.ts';
import type { Permission } from '../companies/index.ts';
import type { AttachedDocument } from './mail.ts';
import type { NoticeKind, NoticeLevel } from './notice-kind.ts';

/** A figure worth a line of its own in a mail. */
export interface NoticeFigure {
  readonly label: string;
  readonly value: string;
}

/** Something to tell, before it is known whether it was told already. */
export interface NewNotice {
  readonly kind: NoticeKind;
  /**
   * With the kind what makes it one: it is told once per account (or company) and key. A billing
   * period's first day, a document, a contract's last day.
   */
  readonly key: string;
  /** Plain sentences for a person. */
  readonly message: string;
  readonly figures?: readonly NoticeFigure[];
  /** What can be done about it, the best first. */
  readonly remedies: readonly Remedy[];
  /** Sent along with its mail. */
  readonly document?: AttachedDocument | undefined;
  /** To this one alone; absent: to everybody who may see the company's billing. */
  readonly employee?: string | undefined;
  /** Instead of those whom its kind is mailed to: who can do what it asks for. */
  readonly mailedTo?: Permission | undefined;
}

/** What people read of a notice, in one language. */
export interface NoticeText {
  readonly message: string;
  readonly figures: readonly NoticeFigure[];
  readonly remedies: readonly Remedy[];
}

/** A notice in English, with its words in the other languages. */
export interface WordedNotice extends NewNotice {
  readonly words: Readonly<Partial<Record<Language, NoticeText>>>;
}

/** Something that was told. */
export interface Notice extends NoticeText, Pick<WordedNotice, 'words'> {
  readonly id: string;
  readonly company: string;
  readonly account: string | null;
  readonly employee: string | null;
  readonly kind: NoticeKind;
  readonly key: string;
  readonly level: NoticeLevel;
  /** On the account's clock. */
  readonly createdAt: Date;
}

/** A notice as one reader sees it. */
export interface ReadNotice extends Notice {
  readonly readAt: Date | null;
}
