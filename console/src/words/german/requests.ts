/** What an employee asks an administrator for. */
export const requests = {
  '{name} asks for help': '{name} bittet um Hilfe',
  'The request': 'Die Anfrage',
  'Waits for an answer': 'Wartet auf Antwort',
  'Is being bought': 'Wird gerade gekauft',
  Approved: 'Genehmigt',
  Declined: 'Abgelehnt',
  Withdrawn: 'Zurückgezogen',
  'by {name}': 'von {name}',
  '{name} was refused “{activity}”.': 'Für {name} wurde „{activity}“ abgelehnt.',
  'Reason: {reason}': 'Grund: {reason}',
  'What approving does': 'Was die Genehmigung bewirkt',
  '{now} now, then {later} more each month before tax':
    'jetzt {now}, dann jeden Monat {later} mehr, netto',
  'It is done': 'Es ist erledigt',
  Approve: 'Genehmigen',
  'Approve for {amount}': 'Für {amount} genehmigen',
  Decline: 'Ablehnen',
  'Decline the request': 'Anfrage ablehnen',
  'Why? {name} is told.': 'Warum? {name} erfährt es.',
} as const;
