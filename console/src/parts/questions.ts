import type { Schemas } from '@tollkeeper/sdk';
import { say } from '../words/say.ts';

export type Question = Schemas['Answer']['question'];

/** The questions as people ask them. */
export const QUESTIONS: Record<Question, string> = {
  'why-cannot-dial': say('They have the right permission level. Why can’t they use the dialer?'),
  'where-are-my-minutes': say('I just bought dialer minutes. How do I know they are there?'),
  'why-insufficient-ports': say('What does “insufficient ports” mean, and why does it come?'),
  'what-does-a-new-user-cost': say('What does a new user cost for the rest of this month?'),
  'can-i-get-a-credit': say('I only used a license for a week. Can I get a credit?'),
  'how-to-stop-paying-for-leavers': say('People have left. How do I stop paying for them?'),
  'why-cannot-lower-licenses': say('Why can’t I lower my license totals?'),
  'how-to-lower-storage-fee': say('How do I get below the storage fee?'),
};
