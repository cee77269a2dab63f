/** Employees: what they may do, their licenses, hiding and letting in. */
export const employees = {
  'Who works with the dialer. Employees are never deleted, only hidden.':
    'Wer mit dem Dialer arbeitet. Mitarbeiter werden nie gelöscht, nur ausgeblendet.',
  'Add an employee': 'Mitarbeiter hinzufügen',
  'Name or e-mail address': 'Name oder E-Mail-Adresse',
  'Which employees': 'Welche Mitarbeiter',
  Shown: 'Sichtbar',
  Hidden: 'Ausgeblendet',
  'Nobody matches “{search}”.': 'Zu „{search}“ wurde niemand gefunden.',
  'Nobody is hidden.': 'Niemand ist ausgeblendet.',
  'There is no employee yet.': 'Es gibt noch keine Mitarbeiter.',
  'Hidden since {time}': 'Ausgeblendet seit {time}',
  'Licenses are seen by those who may see billing.':
    'Lizenzen sieht, wer die Abrechnung sehen darf.',

  'Employee’s first name': 'Vorname des Mitarbeiters',
  'Employee’s last name': 'Nachname des Mitarbeiters',
  'What they may do; licenses are given on their page':
    'Bestimmt, was erlaubt ist; Lizenzen vergeben Sie auf der Seite des Mitarbeiters',

  'What they can do now': 'Was gerade möglich ist',
  'Can they …': 'Ist das möglich?',
  'Yes, {name} can': 'Ja, {name} kann das',
  'No, {name} cannot: {failed, plural, one {# thing stands in the way} other {# things stand in the way}}':
    'Nein, {name} kann das nicht: {failed, plural, one {eine Sache steht} other {# Dinge stehen}} im Weg',
  'The billing account is open and in good standing':
    'Das Abrechnungskonto ist offen und in Ordnung',
  'The employee is not hidden': 'Der Mitarbeiter ist nicht ausgeblendet',
  'The permission group allows it': 'Die Berechtigungsgruppe erlaubt es',
  'Every license it needs is assigned': 'Alle nötigen Lizenzen sind zugewiesen',
  'There is room in every pool': 'In jedem Pool ist Platz',
  'There are dialer minutes for it': 'Es sind Minuten dafür da',

  'From the billing account': 'Vom Abrechnungskonto',
  'From {account}': 'Vom Konto {account}',
  'not held · shared pool of {total}': 'nicht zugewiesen · gemeinsamer Pool mit {total}',
  'not held · {count} free': 'nicht zugewiesen · {count} frei',
  'not held · all {total} assigned': 'nicht zugewiesen · alle {total} vergeben',
  'since {time}': 'seit {time}',
  'since {time}, ends {day}': 'seit {time}, endet am {day}',
  Assign: 'Zuweisen',
  'Assign {licenses}': '{licenses} zuweisen',
  'Assign to {name}': 'An {name} zuweisen',
  '{name} gets {licenses} and whatever that requires, from the billing account. Nothing is charged: there is room in what you pay for already.':
    '{name} bekommt {licenses} und alles, was dazu nötig ist, vom Abrechnungskonto. Es wird nichts berechnet: In dem, was Sie schon bezahlen, ist noch Platz.',
  '{name} gets {licenses} and whatever that requires, from {account}. Nothing is charged: there is room in what you pay for already.':
    '{name} bekommt {licenses} und alles, was dazu nötig ist, vom Konto {account}. Es wird nichts berechnet: In dem, was Sie schon bezahlen, ist noch Platz.',
  '{name} now holds {licenses}.': '{name} hat jetzt {licenses}.',
  Unassign: 'Entziehen',
  'Unassign {license}': '{license} entziehen',
  'Unassign from {name}': '{name} die Lizenz entziehen',
  'Licenses that need {license} go along. The total of {total} that you pay for stays as it is until you lower it.':
    'Lizenzen, die {license} voraussetzen, gehen mit. Die Anzahl {total}, die Sie bezahlen, bleibt, bis Sie sie senken.',
  '{license} was taken from {name}.': '{name} hat {license} nicht mehr.',

  'Make a sign-in link': 'Anmeldelink erstellen',
  'Make the link': 'Link erstellen',
  'Whoever opens it is signed in as {name}. It works once, for 24 hours.':
    'Wer ihn öffnet, ist als {name} angemeldet. Er funktioniert einmal, 24 Stunden lang.',
  'A sign-in link': 'Ein Anmeldelink',
  'Give it to {name} only. It is shown this once and works until {time}.':
    'Geben Sie ihn nur an {name} weiter. Er wird nur dieses eine Mal angezeigt und gilt bis {time}.',
  'See what they see': 'Aus Sicht der Person ansehen',
  Hide: 'Ausblenden',
  'Hide {name}': '{name} ausblenden',
  'They are signed out at once and their licenses are free again. What you pay for stays as it is: you will see next what you still pay for, and can lower it there.':
    'Die Person wird sofort abgemeldet, und ihre Lizenzen sind wieder frei. Was Sie bezahlen, bleibt unverändert: Als Nächstes sehen Sie, wofür Sie weiterhin zahlen, und können es dort senken.',
  Show: 'Einblenden',
  'Show again': 'Wieder einblenden',
  'Show {name} again': '{name} wieder einblenden',
  'The licenses that they held come back where there is room; you will be told which do not.':
    'Frühere Lizenzen kommen zurück, wo Platz ist; Sie erfahren, welche nicht.',
  'Not given back: {license}': 'Nicht zurückgegeben: {license}',

  'You still pay for': 'Sie zahlen weiterhin für',
  '{total} {license}, of which {assigned} are assigned. The contract keeps it there until {day}.':
    '{total} {license}, davon {assigned} zugewiesen. Der Vertrag hält diese Anzahl bis {day}.',
  '{total} {license}, of which {assigned} are assigned. It could be {lower} from {day}.':
    '{total} {license}, davon {assigned} zugewiesen. Ab {day} könnten es {lower} sein.',
  '{total} {license}, of which {assigned} are assigned. It could be {lower} from {day}, which saves {amount} a month.':
    '{total} {license}, davon {assigned} zugewiesen. Ab {day} könnten es {lower} sein; das spart {amount} im Monat.',
  'Lower what you pay for from {day}': 'Anzahl ab {day} senken',
  'You may still pay for leavers': 'Vielleicht zahlen Sie noch für Ausgeschiedene',
} as const;
