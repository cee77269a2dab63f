export { OBJECTS_PER_ROW, type PurgeRow, type PurgeWay } from './purge-plan.ts';
export { createReadings, type UsersAt } from './readings.service.ts';
export {
  createStorageObjects,
  type StorageObjects,
} from './storage.service.ts';
export type { ObjectFilter, Purge } from './storage.store.ts';
export { allowance, overage, storageFee } from './storage-fee.ts';
export {
  createStorageReports,
  type MeterReport,
  type StorageFeeLine,
  type StorageReport,
  type StorageReports,
} from './storage-report.service.ts';
export type { ObjectReport, ObjectState, StoredObject } from './stored-object.ts';
