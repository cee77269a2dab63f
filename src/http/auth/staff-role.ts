/**
 * What the operator's people may do, as *duties*. Looking is free to all of them; what changes
 * something names its duty at the endpoint, and one that names none is an admin's.
 */
export const DUTIES = ['look', 'impersonate', 'money', 'administer'] as const;

export type Duty = (typeof DUTIES)[number];

export const STAFF_ROLES = ['admin', 'finance', 'support'] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** `money`: contracts, orders, invoices, payments, credit notes, refunds, funding sources. */
export const DUTIES_OF: Record<StaffRole, ReadonlySet<Duty>> = {
  admin: new Set(DUTIES),
  finance: new Set<Duty>(['look', 'money']),
  support: new Set<Duty>(['look', 'impersonate']),
};
