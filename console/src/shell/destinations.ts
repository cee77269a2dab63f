import type { Schemas } from '@tollkeeper/sdk';
import { SECTIONS } from '../pages/billing-account/section-names.ts';
import { QUESTIONS } from '../parts/questions.ts';
import { say } from '../words/say.ts';

/** Somewhere that the palette leads to. */
export interface Destination {
  readonly label: string;
  readonly description: string;
  readonly link: string;
}

type Account = Pick<Schemas['BillingAccount'], 'id' | 'name'>;

/** The pages that whoever may see billing has, each section of each account included. */
export function pagesOf(accounts: readonly Account[]): Destination[] {
  return [
    {
      label: say('Billing Information'),
      description: say('All accounts'),
      link: '/billing-information',
    },
    { label: say('Employees'), description: say('Everybody'), link: '/employees' },
    ...accounts.flatMap(({ id, name }) => [
      { label: say('Order'), description: name, link: `/billing-accounts/${id}/cart` },
      { label: say('What if'), description: name, link: `/billing-accounts/${id}/what-if` },
      ...SECTIONS.map((section) => ({
        label: section.label,
        description: name,
        link: `/billing-accounts/${id}#${section.id}`,
      })),
    ]),
  ];
}

export const QUESTION_PAGES: readonly Destination[] = Object.entries(QUESTIONS).map(
  ([question, words]) => ({ label: words, description: say('Ask'), link: `/ask#${question}` }),
);

/** Those in which every word that was typed begins some word. */
export function matching(all: readonly Destination[], typed: string): Destination[] {
  const wanted = wordsOf(typed);
  return all.filter(({ label, description }) => {
    const words = wordsOf(`${label} ${description}`);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
