/** The operator's list of companies. */
export const companies = {
  'Every customer that you bill': 'Alle Kunden, mit denen Sie abrechnen',
  'Add a company': 'Firma hinzufügen',
  'Name or your own id': 'Name oder Ihre eigene ID',
  'Your id': 'Ihre ID',
  'No company yet.': 'Noch keine Firma.',
  'No company matches “{search}”.': 'Keine Firma passt zu „{search}“.',
} as const;
