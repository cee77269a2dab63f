export { type Approving, type ApprovingDeps, createApproving } from './approving.service.ts';
export {
  type AttachedDocument,
  MAIL_STATES,
  type Mail,
  type MailState,
  type NewMail,
} from './mail.ts';
export {
  type MailContent,
  type MailTheme,
  type WrittenMail,
  writeMail,
} from './mail-layout.ts';
export type { Attachment, Mailer, Message, Recipient, SendResult } from './mailer.ts';
export type { NewNotice, ReadNotice } from './notice.ts';
export { NOTICE_KIND_NAMES, NOTICE_KINDS, type NoticeKind } from './notice-kind.ts';
export { type NoticePreviewDeps, sampleNotice } from './notice-preview.service.ts';
export { toReader } from './notice-words.ts';
export { createNotices, type Notices, type Preference, readerOf } from './notices.service.ts';
export { createNoticesDue, type NoticesDueDeps } from './notices-due.service.ts';
export { createOutbox, NO_MAIL_SERVER, type Outbox } from './outbox.service.ts';
export { REQUEST_STATES, type RequestView, remedyToReader } from './request.ts';
export {
  createRequests,
  type Requests,
  type RequestsDeps,
  type RequestsWithin,
} from './requests.service.ts';
