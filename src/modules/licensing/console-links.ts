/** The console's page of a billing account: totals, assignments, contract. */
export function accountLink(account: string): string {
  return `/billing-accounts/${account}`;
}

/** The console's page of an employee: licenses, access. */
export function employeeLink(employee: string): string {
  return `/employees/${employee}`;
}
