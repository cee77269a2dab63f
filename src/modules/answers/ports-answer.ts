import type { Remedy } from '../../kernel/refusal.ts';
import type { Answer } from './answer.ts';
import type { Dialing } from './dial-answer.ts';
import { countOf, listOf, paragraph } from './sentence.ts';

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
  const { total, inUse, name } = facts;
  const isFull = inUse >= total;
  const cause = causeOf(isFull, employee);
  return {
    question: 'why-insufficient-ports',
    answer: paragraph(
      employee && sayEmployee(employee, cause),
      isFull
        ? `All ${countOf(total, `${name} license`)} you pay for are in use${sayUses(facts)}.`
        : `${inUse} of ${countOf(total, `${name} license`)} are in use now${sayUses(facts)}, so ` +
            `${countOf(total - inUse, 'more call')} can start at once.`,
      `${countOf(facts.assigned, 'employee holds', 'employees hold')} a ${name} license; in the ` +
        `last 30 days at most ${facts.peak30d} were in use at once.`,
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
    return `${employee.name} holds a port license, and nothing keeps them from sending now.`;
  }
  const about = cause === undefined ? `It is not the ports for ${employee.name}:` : '';
  return paragraph(about !== '' && about, ...employee.failed.map((gate) => gate.adminMessage));
}

function sayUses({ byActivity }: PortsFacts): string {
  if (byActivity.length === 0) return '';
  return `: ${listOf(byActivity.map(({ name, inUse }) => `${inUse} × ${name}`))}`;
}
