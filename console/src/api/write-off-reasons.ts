import { say } from '../words/say.ts';

/** Why a debt may be given up: what is chosen, and what the change history says of it. */
export const WRITE_OFF_REASONS = {
  insolvent: say('The company is insolvent'),
  untraceable: say('Nobody can be found any more'),
  time_barred: say('The claim is time-barred'),
  settled_for_less: say('It was agreed to take less'),
  not_worth_collecting: say('Collecting it costs more than it brings'),
} as const;

export type WriteOffReason = keyof typeof WRITE_OFF_REASONS;
