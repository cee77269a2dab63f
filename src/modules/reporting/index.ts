export type { Check, Difference } from './difference.ts';
export {
  createDraftEffects,
  type DraftEffect,
  type DraftEffects,
} from './draft-effects.service.ts';
export { type Month, monthsBetween } from './months.ts';
export { MOVEMENTS, type MrrRow } from './mrr.ts';
export type { ReportScope } from './report-scope.ts';
export {
  AGES,
  createReports,
  type MinutesReportRow,
  type ReceivablesRow,
  type Reports,
} from './reports.service.ts';
export type { UtilizationRow } from './reports.store.ts';
export type { RevenueRow } from './revenue.ts';
export {
  createVerifier,
  type Verification,
  type Verifier,
  type VerifierDeps,
} from './verify.service.ts';
