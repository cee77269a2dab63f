import type { Schemas } from '@tollkeeper/sdk';

export type Question = Schemas['Answer']['question'];

/** The questions as people ask them. */
export const QUESTIONS: Record<Question, string> = {
  'why-cannot-dial': 'They have the right permission level. Why can’t they use the dialer?',
  'where-are-my-minutes': 'I just bought dialer minutes. How do I know they are there?',
  'why-insufficient-ports': 'What does “insufficient ports” mean, and why does it come?',
  'what-does-a-new-user-cost': 'What does a new user cost for the rest of this month?',
  'can-i-get-a-credit': 'I only used a license for a week. Can I get a credit?',
  'how-to-stop-paying-for-leavers': 'People have left. How do I stop paying for them?',
  'why-cannot-lower-licenses': 'Why can’t I lower my license totals?',
  'how-to-lower-storage-fee': 'How do I get below the storage fee?',
};
