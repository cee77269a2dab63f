export type { ActivityAccess, Check } from './access.service.ts';
export {
  type Admission,
  type BatchAnswer,
  type BatchItem,
  createAdmission,
} from './admission.service.ts';
export type { Extended, Granted, NotGranted, Released, Settled } from './answer.ts';
export type { AuthorizationFilter, AuthorizationRow } from './authorizations.store.ts';
export { connectionsOf } from './connections.store.ts';
export type { ReasonCode } from './gate.ts';
export type { OperationKey } from './operation.ts';
export type { PortAdvice } from './port-advice.ts';
export { createPorts, type Ports, type PortsBoard } from './ports.service.ts';
export type { AuthorizeRequest } from './question.ts';
export type { PlaceHolder, Reason } from './reason.ts';
export type { UsageEvent } from './usage-event.ts';
export type { ReportedUsage } from './usage-events.service.ts';
export { type UsageRecord, usageRecordsOf } from './usage-records.store.ts';
