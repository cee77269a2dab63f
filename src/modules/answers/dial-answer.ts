import type { Remedy } from '../../kernel/refusal.ts';
import { paragraph, someOf } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import type { Answer } from './answer.ts';

/** A gate that an employee does not pass, as admission itself tells it to an administrator. */
export interface FailedGate {
  readonly code: string;
  readonly adminMessage: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly remedies: readonly Remedy[];
}

/** One employee and what keeps them from dialing; empty where nothing does. */
export interface Dialing {
  readonly employee: string;
  readonly name: string;
  readonly permissionGroup: string;
  readonly hasPermission: boolean;
  readonly failed: readonly FailedGate[];
}

/** “They don’t have permission to use the dialer. I know that I gave them the right level.” */
export function whyCannotDial(one: Dialing): Answer {
  const { employee, name, permissionGroup, hasPermission, failed } = one;
  return {
    question: 'why-cannot-dial',
    answer:
      failed.length === 0
        ? say('Nothing keeps {name} from dialing now.', { name })
        : paragraph(
            hasPermission &&
              say(
                '{name} is in the permission group {permissionGroup}, which may use the dialer.',
                {
                  name,
                  permissionGroup,
                },
              ),
            ...failed.map((gate) => gate.adminMessage),
          ),
    facts: dialingFacts({ employee, name, permissionGroup, hasPermission, failed }),
    remedies: failed.flatMap((gate) => gate.remedies),
  };
}

/** The same question about nobody in particular: who has the permission and cannot dial. */
export function whoCannotDial(people: readonly Dialing[]): Answer {
  const permitted = people.filter((one) => one.hasPermission);
  const stuck = permitted.filter((one) => one.failed.length > 0);
  const sentences = stuck.slice(0, NAMED_MAX).map((one) => whyCannotDial(one).answer);
  return {
    question: 'why-cannot-dial',
    answer:
      stuck.length === 0
        ? say(
            'Nothing keeps any of the {count, plural, one {# employee} other {# employees}} who may use the dialer from dialing now.',
            { count: permitted.length },
          )
        : paragraph(
            say(
              '{count, plural, one {# employee has} other {# employees have}} the permission to use the dialer and cannot dial now: {names}.',
              { count: stuck.length, names: someOf(stuck.map(({ name }) => name)) },
            ),
            ...sentences,
          ),
    facts: { may_use_the_dialer: permitted.length, cannot_dial: stuck.map(dialingFacts) },
    remedies: stuck.slice(0, NAMED_MAX).flatMap((one) => one.failed.flatMap((g) => g.remedies)),
  };
}

/** So many are explained one by one; the rest are in the facts. */
const NAMED_MAX = 3;

function dialingFacts(one: Dialing): Record<string, unknown> {
  return {
    employee: one.employee,
    name: one.name,
    permission_group: one.permissionGroup,
    has_permission: one.hasPermission,
    allowed: one.failed.length === 0,
    reasons: one.failed.map(({ code, adminMessage, details }) => ({
      code,
      admin_message: adminMessage,
      details,
    })),
  };
}
