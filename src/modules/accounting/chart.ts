/** What the journal's accounts are for; which numbers they have is the operator's. */
export const LEDGER_ROLES = [
  'cash',
  'receivables',
  'refunds_payable',
  'tax_payable',
  'prepaid_minutes',
  'license_revenue',
  'storage_revenue',
  'usage_revenue',
  'bad_debt',
] as const;
export type LedgerRole = (typeof LEDGER_ROLES)[number];

/** An account number for each role. */
export type Chart = Readonly<Record<LedgerRole, string>>;

/** Numbers as small companies often have them, until the operator enters its own. */
export const DEFAULT_CHART: Chart = {
  cash: '1000',
  receivables: '1200',
  refunds_payable: '2100',
  tax_payable: '2200',
  prepaid_minutes: '2300',
  license_revenue: '4000',
  storage_revenue: '4100',
  usage_revenue: '4200',
  bad_debt: '6200',
};

export const LEDGER_NAMES: Readonly<Record<LedgerRole, string>> = {
  cash: 'Cash and payment providers',
  receivables: 'Receivables',
  refunds_payable: 'Refunds owed',
  tax_payable: 'Tax owed',
  prepaid_minutes: 'Dialer minutes owed',
  license_revenue: 'Revenue from licenses',
  storage_revenue: 'Revenue from storage',
  usage_revenue: 'Revenue from dialer minutes',
  bad_debt: 'Bad debts',
};
