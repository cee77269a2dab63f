/** Somebody of the demo company, and the license that is assigned with all it requires. */
export interface DemoPerson {
  readonly first: string;
  readonly last: string;
  readonly group: 'Administrator' | 'Manager' | 'Basic User';
  readonly licenses: readonly string[];
}

/** Everybody's addresses end in example.com: nobody real is ever written to. */
export function emailOf({ first, last }: DemoPerson): string {
  return `${first}.${last}@example.com`.toLowerCase();
}

/** Who makes the calls of the weeks before. */
export const AGENTS: readonly DemoPerson[] = [
  { first: 'Maria', last: 'Ortiz', group: 'Basic User', licenses: ['dialer', 'flex_port'] },
  { first: 'Tom', last: 'Becker', group: 'Basic User', licenses: ['dialer'] },
  { first: 'Aisha', last: 'Khan', group: 'Basic User', licenses: ['dialer'] },
  { first: 'Pavel', last: 'Novak', group: 'Basic User', licenses: ['dialer'] },
];

/** Has the right permission group and cannot dial: the FAQ's first question. */
export const WITHOUT_DIALER: DemoPerson = {
  first: 'Ann',
  last: 'Lee',
  group: 'Basic User',
  licenses: ['crm'],
};

/** Left and was hidden; the licenses are still paid for. */
export const LEAVER: DemoPerson = {
  first: 'Harry',
  last: 'Stone',
  group: 'Basic User',
  licenses: ['dialer'],
};

export const OFFICE: readonly DemoPerson[] = [
  { first: 'Dana', last: 'Whitfield', group: 'Administrator', licenses: ['dialer'] },
  { first: 'Grace', last: 'Kim', group: 'Manager', licenses: ['dialer', 'flex_port'] },
];

/** The totals bought on the first day: enough for all, and the floors below. */
export const TOTALS = { crm: 8, dialer_tab: 7, dialer: 7, flex_port: 3 } as const;

/** A 12-month contract with a floor, so that one total can be lowered and another cannot. */
export const CONTRACT = {
  months: 12,
  floors: { crm: 5, dialer: 6 },
  prices: { dialer: '90.00' },
  at_end: 'renew',
} as const;
