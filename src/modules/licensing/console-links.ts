/** The console's page of a billing account: totals, assignments, contract. */
export function accountLink(account: string): string {
  return `/billing-accounts/${account}`;
}

/** The console's page of an employee: licenses, access. */
export function employeeLink(employee: string): string {
  return `/employees/${employee}`;
}

/** The console's cart with one total filled in; `+1` is one more than there are. */
export function cartLink(
  account: string,
  licenseType: string,
  total: number | '+1',
  effectiveOn?: string,
): string {
  const query = `${licenseType}=${encodeURIComponent(total)}`;
  const from = effectiveOn === undefined ? '' : `&effective_on=${effectiveOn}`;
  return `${accountLink(account)}/cart?${query}${from}`;
}
