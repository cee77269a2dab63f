import type { Remedy } from '../../kernel/refusal.ts';
import { listOf, paragraph } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import type { Answer } from './answer.ts';
import type { Dialing } from './dial-answer.ts';

export interface PortsFacts {
  /** The name of the pool's license type. */
  readonly name: string;
  readonly total: number;
  readonly inUse: number;
  readonly assigned: number;
  /** What the ports in use are used for, the most first. */
  readonly byActivity: readonly {
    readonly activity: string;
    /** Such as `Record a call`. */
    readonly name: string;
    readonly inUse: number;
  }[];
  readonly leases: readonly {
    readonly lease: string;
    readonly activity: string;
    readonly direction: string | null;
    readonly employee: string | null;
    readonly name: string | null;
    readonly since: Date;
  }[];
  readonly peak30d: number;
  /** What admission itself advises. */
  readonly advice: string;
  /** One more port, as an order of it would cost. */
  readonly onePortMore: Remedy;
}

/** The pool as the ports page shows it. */
export type PortsPool = Omit<PortsFacts, 'onePortMore' | 'advice'>;

/** “A user keeps getting an ‘insufficient ports’ error message. What gives?” */
export function whyInsufficientPorts(facts: PortsFacts, employee: Dialing | undefined): Answer {
  const { total, inUse } = facts;
  const isFull = inUse >= total;
  const cause = causeOf(isFull, employee);
  return {
    question: 'why-insufficient-ports',
    answer: paragraph(
      employee && sayEmployee(employee, cause),
      isFull ? sayFull(facts) : sayFree(facts),
      say(
        '{assigned, plural, one {# employee holds} other {# employees hold}} a {name} license; in the last 30 days at most {peak} were in use at once.',
        { assigned: facts.assigned, name: facts.name, peak: facts.peak30d },
      ),
      facts.advice,
    ),
    facts: {
      cause: cause ?? null,
      employee: employee?.employee ?? null,
      total,
      in_use: inUse,
      free: Math.max(0, total - inUse),
      assigned: facts.assigned,
      by_activity: facts.byActivity.map((use) => ({ activity: use.activity, in_use: use.inUse })),
      leases: facts.leases.map(
        ({ lease, activity, direction, employee: by, name: who, since }) => ({
          authorization: lease,
          activity,
          direction,
          employee: by,
          name: who,
          since: since.toISOString(),
        }),
      ),
      peak_30d: facts.peak30d,
    },
    remedies: [
      ...(employee?.failed.flatMap((gate) => gate.remedies) ?? []),
      ...(isFull && employee === undefined ? [facts.onePortMore] : []),
    ],
  };
}

type Cause = 'no_flex_port_license' | 'all_ports_in_use';

function causeOf(isFull: boolean, employee: Dialing | undefined): Cause | undefined {
  const gate = employee?.failed.find(({ code }) => code === 'insufficient_ports');
  const told = gate?.details.cause;
  if (told === 'no_flex_port_license' || told === 'all_ports_in_use') return told;
  return isFull && employee === undefined ? 'all_ports_in_use' : undefined;
}

function sayEmployee(employee: Dialing, cause: Cause | undefined): string {
  if (employee.failed.length === 0) {
    return say('{name} holds a port license, and nothing keeps them from sending now.', {
      name: employee.name,
    });
  }
  return paragraph(
    cause === undefined && say('It is not the ports for {name}:', { name: employee.name }),
    ...employee.failed.map((gate) => gate.adminMessage),
  );
}

function sayFull({ name, total, byActivity }: PortsFacts): string {
  const uses = usesOf(byActivity);
  return uses === undefined
    ? say(
        'All {total, plural, one {# {name} license} other {# {name} licenses}} you pay for are in use.',
        { total, name },
      )
    : say(
        'All {total, plural, one {# {name} license} other {# {name} licenses}} you pay for are in use: {uses}.',
        { total, name, uses },
      );
}

function sayFree({ name, total, inUse, byActivity }: PortsFacts): string {
  const uses = usesOf(byActivity);
  const values = { inUse, total, name, free: total - inUse };
  return uses === undefined
    ? say(
        '{inUse} of {total, plural, one {# {name} license} other {# {name} licenses}} are in use now, so {free, plural, one {# more call} other {# more calls}} can start at once.',
        values,
      )
    : say(
        '{inUse} of {total, plural, one {# {name} license} other {# {name} licenses}} are in use now: {uses}, so {free, plural, one {# more call} other {# more calls}} can start at once.',
        { ...values, uses },
      );
}

function usesOf(byActivity: PortsFacts['byActivity']): string | undefined {
  if (byActivity.length === 0) return undefined;
  return listOf(byActivity.map(({ name, inUse }) => `${inUse} × ${name}`));
}
