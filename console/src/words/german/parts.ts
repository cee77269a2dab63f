/** What pages are made of: dialogs, alerts, documents, and what could not be loaded. */
export const parts = {
  Alerts: 'Warnungen',
  Now: 'Dringend',
  Attention: 'Achtung',
  Note: 'Hinweis',
  '(not read yet)': '(noch nicht gelesen)',
  'Dismiss: {title}': 'Ausblenden: {title}',
  'All questions': 'Alle Fragen',
  'I accept the <a>terms ({version})</a> and authorize this change':
    'Ich akzeptiere die <a>Bedingungen ({version})</a> und gebe diese Änderung frei',
  '{number} as PDF': '{number} als PDF',
  PDF: 'PDF',
  'Print {number}, in a new tab': '{number} drucken, in einem neuen Tab',
  Print: 'Drucken',
  '{number} as electronic invoice, in a new tab': '{number} als E-Rechnung, in einem neuen Tab',
  'Electronic invoice': 'E-Rechnung',
  'Before tax': 'Netto',
  '{quantity} × {price}': '{quantity} × {price}',
  '{quantity} GB × {price}': '{quantity} GB × {price}',
  '{quantity} × {price}, {days} of {all} days': '{quantity} × {price}, {days} von {all} Tagen',
  'The connection was lost. Trying again is safe: nothing is done twice.':
    'Die Verbindung ist abgebrochen. Sie können es gefahrlos erneut versuchen: Nichts geschieht doppelt.',
  'Reference {number}': 'Vorgangsnummer {number}',
  'No answer': 'Keine Antwort',
  '{what}, which scrolls': '{what}, lässt sich scrollen',
  'This page is about one company, and none is chosen.':
    'Auf dieser Seite geht es um eine Firma, und es ist keine gewählt.',
  'Choose a company': 'Firma wählen',
  'Fewer {name}': 'Weniger {name}',
  'Fewer {name}: {why}': 'Weniger {name}: {why}',
  'More {name}': 'Mehr {name}',
  'Total of {name}': 'Anzahl {name}',
  'There are none.': 'Es gibt keine.',
  'Your contract keeps at least {floor} until {end}; a lower total is possible from {from}.':
    'Laut Vertrag sind es bis {end} mindestens {floor}; weniger ist ab {from} möglich.',

  'They have the right permission level. Why can’t they use the dialer?':
    'Die Berechtigung stimmt. Warum lässt sich der Dialer trotzdem nicht benutzen?',
  'I just bought dialer minutes. How do I know they are there?':
    'Ich habe gerade Minuten gekauft. Woran sehe ich, dass sie da sind?',
  'What does “insufficient ports” mean, and why does it come?':
    'Was bedeutet „zu wenige Ports“, und warum kommt das?',
  'What does a new user cost for the rest of this month?':
    'Was kostet ein weiterer Nutzer für den Rest dieses Monats?',
  'I only used a license for a week. Can I get a credit?':
    'Ich habe eine Lizenz nur eine Woche benutzt. Bekomme ich eine Gutschrift?',
  'People have left. How do I stop paying for them?':
    'Mitarbeiter sind gegangen. Wie höre ich auf, für sie zu zahlen?',
  'Why can’t I lower my license totals?': 'Warum kann ich meine Lizenzanzahl nicht senken?',
  'How do I get below the storage fee?': 'Wie vermeide ich die Speichergebühr?',

  'No passkey was shown. Try again, or sign in another way.':
    'Es wurde kein Passkey vorgezeigt. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
  'This device has a passkey of yours already.':
    'Auf diesem Gerät gibt es schon einen Passkey von Ihnen.',
  'Passkeys need a host name: open this page at localhost, or at its real address.':
    'Passkeys brauchen einen Hostnamen: Öffnen Sie diese Seite unter localhost oder unter ihrer richtigen Adresse.',
} as const;
