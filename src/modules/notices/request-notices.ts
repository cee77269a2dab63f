import type { Remedy } from '../../kernel/refusal.ts';
import { paragraph } from '../../kernel/words/figures.ts';
import { say } from '../../kernel/words/say.ts';
import { sayName } from '../../kernel/words/shipped-name.ts';
import type { Reason } from '../admission/index.ts';
import type { NewNotice } from './notice.ts';
import { type EmployeeRequest, type RequestView, remedyLabel } from './request.ts';
import { neededPermissions } from './request-plan.ts';

/** To those who can approve it. */
export function wantedNotice(request: RequestView, reason: Reason): NewNotice {
  const [permission] = neededPermissions(request.plan);
  return {
    kind: 'approval_wanted',
    key: request.id,
    message: paragraph(
      say('{employee} was refused "{activity}" and asks for help ({reference}).', {
        employee: request.employeeName,
        activity: sayName(request.activityName),
        reference: request.reference,
      }),
      reason.adminMessage,
    ),
    figures: [{ label: say('Reference'), value: request.reference }],
    remedies: [approveRemedy(request)],
    ...(permission !== undefined && { mailedTo: permission }),
  };
}

function approveRemedy({ id, remedy, plan }: EmployeeRequest): Remedy {
  const { due_now: dueNow, recurring } = remedy;
  const label = remedyLabel(remedy);
  return {
    action: 'approve_request',
    label: plan.kind === 'by_hand' ? label : say('Approve: {label}', { label }),
    ...(dueNow !== undefined && { due_now: dueNow }),
    ...(recurring !== undefined && { recurring }),
    link: `/requests/${id}`,
  };
}

/** To whoever asked. */
export function decidedNotice(request: RequestView): NewNotice {
  const { reference } = request;
  const activity = sayName(request.activityName);
  const by = request.answeredBy ?? say('An administrator');
  const message =
    request.state === 'approved'
      ? say('{by} approved your request {reference}: "{activity}" works now.', {
          by,
          reference,
          activity,
        })
      : say('{by} declined your request {reference}: {answer}', {
          by,
          reference,
          answer: request.answer ?? say('no reason given'),
        });
  return {
    kind: 'approval_decided',
    key: request.id,
    message,
    figures: [{ label: say('Reference'), value: request.reference }],
    remedies: [],
    employee: request.employee,
  };
}
