export type { AssignOptions, EmployeeLicenses, UnassignOptions } from './assignments.service.ts';
export type { Assignment, EndReason } from './assignments.store.ts';
export type { GroupRule } from './group-rules.store.ts';
export type { Hidden, NotRestored, Shown } from './hiding.service.ts';
export { type StillPayingFor, stillPayingForText } from './leftover.ts';
export type { PriceSource, UnitPrice } from './license-total.ts';
export { createLicensing, type Licensing } from './licensing.service.ts';
export {
  type LoadedLicensing,
  loadLicensing,
  rulesOf,
  unitPriceOn,
} from './licensing-state.service.ts';
export type { AssignmentWish, WishOutcome } from './many-assignments.service.ts';
export { type LicensingRules, planTotals } from './plan-totals.ts';
export { type ComingTotal, comingTotals, totalOn } from './timeline.ts';
export type { LicenseState } from './totals.service.ts';
export type { TotalChange, TotalChangeKind } from './totals.store.ts';
export {
  type CancelledPending,
  changesNothing,
  type DecreaseLine,
  type IncreaseLine,
  type PlannedUnassignment,
  planFigures,
  type TotalsLine,
  type TotalsPlan,
  type WantedTotals,
} from './totals-plan.ts';
