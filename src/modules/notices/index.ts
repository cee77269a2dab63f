export {
  type AttachedDocument,
  isAddress,
  MAIL_STATES,
  type Mail,
  type MailState,
  type NewMail,
} from './mail.ts';
export {
  type MailContent,
  type MailTheme,
  nameInSentence,
  type WrittenMail,
  writeMail,
} from './mail-layout.ts';
export type { Attachment, Mailer, Message, Recipient, SendResult } from './mailer.ts';
export { createOutbox, type Outbox } from './outbox.service.ts';
