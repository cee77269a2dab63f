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
export { createOutbox, type Outbox } from './outbox.service.ts';
