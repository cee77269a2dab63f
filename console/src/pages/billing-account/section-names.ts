/** Each section has an address of its own, so that a remedy can lead right to it. */
export const SECTIONS = [
  { id: 'licenses', label: 'Licenses' },
  { id: 'assignments', label: 'Assignments' },
  { id: 'minutes', label: 'Minutes' },
  { id: 'ports', label: 'Ports' },
  { id: 'storage', label: 'Storage' },
  { id: 'contract', label: 'Contract' },
  { id: 'funding', label: 'Funding sources' },
  { id: 'invoices', label: 'Invoices' },
  { id: 'history', label: 'Change history' },
] as const;

export type SectionId = (typeof SECTIONS)[number]['id'];
