/** What is said of addresses and of the service itself. */
export const service = {
  'There is nothing at this address.': 'An dieser Adresse gibt es nichts.',
  'The console has not been built; start Tollkeeper with bin/tollkeeper.':
    'Die Konsole ist nicht gebaut; starten Sie Tollkeeper mit bin/tollkeeper.',
  'Too many streams are open.': 'Es sind zu viele Ströme offen.',
  'The same request is still under way.': 'Dieselbe Anforderung ist noch in Arbeit.',
  'No due work of that account fails.': 'Keine fällige Aufgabe dieses Kontos schlägt fehl.',
  'A report covers 1 to {most} months; {from} to {to} are {months}.':
    'Ein Bericht umfasst 1 bis {most} Monate; {from} bis {to} sind {months}.',
  'This address takes {methods}, and no {method}.':
    'Diese Adresse nimmt {methods} an, aber kein {method}.',
  'This server is stopping. Ask again in a moment, and another will answer.':
    'Dieser Server hält gerade an. Versuchen Sie es gleich noch einmal; ein anderer wird antworten.',
} as const;
