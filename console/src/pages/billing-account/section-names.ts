import { say } from '../../words/say.ts';

/** Each section has an address of its own, so that a remedy can lead right to it. */
export const SECTIONS = [
  { id: 'licenses', label: say('Licenses') },
  { id: 'assignments', label: say('Assignments') },
  { id: 'minutes', label: say('Minutes') },
  { id: 'ports', label: say('Ports') },
  { id: 'storage', label: say('Storage') },
  { id: 'contract', label: say('Contract') },
  { id: 'funding', label: say('Funding sources') },
  { id: 'invoices', label: say('Invoices') },
  { id: 'history', label: say('Change history') },
] as const;

export type SectionId = (typeof SECTIONS)[number]['id'];
