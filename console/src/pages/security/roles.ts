import type { Schemas } from '@tollkeeper/sdk';

export type Role = Schemas['StaffMember']['role'];

/** The operator's roles, in words. */
export const ROLES: readonly { value: Role; label: string; about: string }[] = [
  { value: 'admin', label: 'Operator admin', about: 'does everything, staff included.' },
  {
    value: 'finance',
    label: 'Finance',
    about: 'sees everything; changes contracts, orders, invoices, payments and credit notes.',
  },
  {
    value: 'support',
    label: 'Support',
    about: 'sees everything and what an employee sees, and changes nothing.',
  },
];
