import type { Schemas } from '@tollkeeper/sdk';
import { say } from '../../words/say.ts';

export type Role = Schemas['StaffMember']['role'];

/** The operator's roles, in words. */
export const ROLES: readonly { value: Role; label: string; about: string }[] = [
  { value: 'admin', label: say('Operator admin'), about: say('does everything, staff included.') },
  {
    value: 'finance',
    label: say('Finance'),
    about: say('sees everything; changes contracts, orders, invoices, payments and credit notes.'),
  },
  {
    value: 'support',
    label: say('Support'),
    about: say('sees everything and what an employee sees, and changes nothing.'),
  },
];
