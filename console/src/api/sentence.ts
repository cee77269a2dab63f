import { sayDay } from './time.ts';

const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

/** A server's sentence with its calendar days in the reader's form. */
export function saySentence(sentence: string): string {
  return sentence.replace(DAY, sayDay);
}
