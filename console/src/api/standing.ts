import type { Schemas } from '@tollkeeper/sdk';
import { say } from '../words/say.ts';

type Standing = Schemas['BillingAccountSummary']['standing'];

const STANDINGS: Readonly<Record<Standing, string>> = {
  good: say('good'),
  suspended: say('suspended'),
  closed: say('closed'),
};

/** How a billing account stands, as a badge says it. */
export const sayStanding = (standing: Standing): string => STANDINGS[standing];
