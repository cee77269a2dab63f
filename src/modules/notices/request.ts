import type { Remedy } from '../../kernel/refusal.ts';
import { type Language, language } from '../../kernel/words/say.ts';
import type { ReasonCode } from '../admission/index.ts';
import type { RequestFigures, RequestPlan } from './request-plan.ts';

/** `approving`: it is being bought; whoever repeats the approval finds out what became of it. */
export const REQUEST_STATES = ['open', 'approving', 'approved', 'declined', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_EVENTS = ['begin', 'fail', 'approve', 'decline', 'withdraw'] as const;
export type RequestEvent = (typeof REQUEST_EVENTS)[number];

/** Every state × every event; undefined: that cannot be done any more, or not now. */
const NEXT: Readonly<
  Record<RequestState, Readonly<Record<RequestEvent, RequestState | undefined>>>
> = {
  open: {
    begin: 'approving',
    fail: undefined,
    approve: 'approved',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  approving: {
    begin: 'approving', // Resumed: the order is the same one.
    fail: 'open',
    approve: 'approved',
    decline: undefined, // A charge may be under way.
    withdraw: undefined,
  },
  approved: over(),
  declined: over(),
  withdrawn: over(),
};

function over(): Readonly<Record<RequestEvent, undefined>> {
  return {
    begin: undefined,
    fail: undefined,
    approve: undefined,
    decline: undefined,
    withdraw: undefined,
  };
}

export function requestAfter(state: RequestState, event: RequestEvent): RequestState | undefined {
  return NEXT[state][event];
}

/** A remedy as it is kept: its label in English, and in the other languages. */
export interface WordedRemedy extends Remedy {
  readonly labels?: Readonly<Partial<Record<Language, string>>>;
}

/** The words of its button, to whoever reads them now. */
export function remedyLabel({ label, labels }: WordedRemedy): string {
  return labels?.[language()] ?? label;
}

/** The remedy as it is answered. */
export function remedyToReader(kept: WordedRemedy): Remedy {
  const { labels: _labels, ...remedy } = kept;
  return { ...remedy, label: remedyLabel(kept) };
}

/** Somebody was refused and asks whoever can mend it. */
export interface EmployeeRequest {
  readonly id: string;
  readonly reference: string;
  readonly company: string;
  readonly account: string;
  readonly employee: string;
  readonly activity: string;
  readonly reason: ReasonCode;
  /** As it was shown, with what it cost then. */
  readonly remedy: WordedRemedy;
  readonly plan: RequestPlan;
  readonly state: RequestState;
  /** By which it is or was bought. */
  readonly quote: string | null;
  /** The name of whoever decided. */
  readonly answeredBy: string | null;
  /** Why it was declined. */
  readonly answer: string | null;
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
}

/** A request as it is read: with the names of people, and what it costs now. */
export interface RequestView extends EmployeeRequest {
  readonly employeeName: string;
  readonly activityName: string;
  /** What approving costs at this instant; undefined where nothing is bought or it is over. */
  readonly figures: RequestFigures | undefined;
}

const REFERENCE_CHARACTERS = 6;

/** What people say to one another on the phone: the id's last characters, in capitals. */
export function referenceOf(id: string): string {
  return `ASK-${id.slice(-REFERENCE_CHARACTERS).toUpperCase()}`;
}
