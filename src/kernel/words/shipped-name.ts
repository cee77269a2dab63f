import { type PlainSentence, say } from './say.ts';

/** What the shipped catalog calls its activities and storage meters; brands stay as they are. */
const SHIPPED: ReadonlySet<string> = new Set([
  'Log in to the dialer',
  "Use the dialer's screens",
  'Call out',
  'Send a voice message',
  'Record a call',
  'Monitor a call',
  'Take an inbound call',
  'Connect a press-1 broadcast',
  'Send a text message',
  'Data',
  'Files',
  'Call recordings',
] satisfies PlainSentence[]);

/** A name of the catalog to whoever reads it now; one that the operator gave stays as it is. */
export function sayName(name: string): string {
  return SHIPPED.has(name) ? say(name as PlainSentence) : name;
}
