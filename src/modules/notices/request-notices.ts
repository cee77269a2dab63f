import type { Remedy } from '../../kernel/refusal.ts';
import type { Reason } from '../admission/index.ts';
import type { NewNotice } from './notice.ts';
import type { EmployeeRequest, RequestView } from './request.ts';
import { neededPermissions } from './request-plan.ts';

/** To those who can approve it. */
export function wantedNotice(request: RequestView, reason: Reason): NewNotice {
  const [permission] = neededPermissions(request.plan);
  return {
    kind: 'approval_wanted',
    key: request.id,
    message:
      `${request.employeeName} was refused "${request.activityName}" and asks for help ` +
      `(${request.reference}). ${reason.adminMessage}`,
    figures: [{ label: 'Reference', value: request.reference }],
    remedies: [approveRemedy(request)],
    ...(permission !== undefined && { mailedTo: permission }),
  };
}

function approveRemedy({ id, remedy, plan }: EmployeeRequest): Remedy {
  const { due_now: dueNow, recurring } = remedy;
  return {
    action: 'approve_request',
    label: plan.kind === 'by_hand' ? remedy.label : `Approve: ${remedy.label}`,
    ...(dueNow !== undefined && { due_now: dueNow }),
    ...(recurring !== undefined && { recurring }),
    link: `/requests/${id}`,
  };
}

/** To whoever asked. */
export function decidedNotice(request: RequestView): NewNotice {
  const by = request.answeredBy ?? 'An administrator';
  const message =
    request.state === 'approved'
      ? `${by} approved your request ${request.reference}: "${request.activityName}" works now.`
      : `${by} declined your request ${request.reference}: ${request.answer ?? 'no reason given'}`;
  return {
    kind: 'approval_decided',
    key: request.id,
    message,
    figures: [{ label: 'Reference', value: request.reference }],
    remedies: [],
    employee: request.employee,
  };
}
