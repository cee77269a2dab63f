export {
  type Accounting,
  createAccounting,
  type ExportedDocument,
} from './accounting.service.ts';
export type { ExportScope } from './accounting.store.ts';
export { type Chart, LEDGER_NAMES, LEDGER_ROLES } from './chart.ts';
export type { JournalTransaction } from './posting.ts';
