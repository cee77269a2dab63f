/** Why something may not be done now, and what can be done about it. */
export const admission = {
  'There is no such authorization.': 'Diese Freigabe gibt es nicht.',
  'Say which employee this is for or, where none is concerned, which billing account.':
    'Sagen Sie, für welchen Mitarbeiter das ist, oder, wo es um keinen geht, für welches Abrechnungskonto.',
  "The employee's licenses come from another billing account.":
    'Die Lizenzen des Mitarbeiters kommen aus einem anderen Abrechnungskonto.',
  'Say which employee wants to do this: {activity}.':
    'Sagen Sie, welcher Mitarbeiter das tun will: {activity}.',
  'There is no such activity. There are: {codes}.':
    'Diese Aktivität gibt es nicht. Es gibt: {codes}.',
  'Usage that no authorization is named for says which activity of the catalog it was.':
    'Nutzung ohne genannte Freigabe sagt, welche Aktivität des Katalogs es war.',
  'Please ask your administrator.': 'Bitte wenden Sie sich an Ihren Administrator.',
  'The call': 'Der Anruf',
  "Your company's billing account is closed.": 'Das Abrechnungskonto Ihrer Firma ist geschlossen.',
  'This billing account is closed; nothing can be used on it any more.':
    'Dieses Abrechnungskonto ist geschlossen; darauf kann nichts mehr benutzt werden.',
  "Your company's billing account is suspended.": 'Das Abrechnungskonto Ihrer Firma ist gesperrt.',
  'This billing account is suspended.': 'Dieses Abrechnungskonto ist gesperrt.',
  'This billing account is suspended ({reason}).':
    'Dieses Abrechnungskonto ist gesperrt ({reason}).',
  'Calls under way go on; new ones begin again the moment what is owed is paid.':
    'Laufende Anrufe gehen weiter; neue beginnen wieder, sobald das Geschuldete bezahlt ist.',
  'Look at the open invoices': 'Offene Rechnungen ansehen',
  'Pay what is past due': 'Überfälliges bezahlen',
  'Your user is not active.': 'Ihr Benutzer ist nicht aktiv.',
  '{name} is hidden. Show the employee to let them work again.':
    '{name} ist ausgeblendet. Blenden Sie den Mitarbeiter wieder ein, damit er arbeiten kann.',
  'Show {name} again': '{name} wieder einblenden',
  'You do not have the permission for this: {activity}.':
    'Sie haben keine Berechtigung dafür: {activity}.',
  '{name} is in a permission group that lacks "{permission}".':
    '{name} ist in einer Berechtigungsgruppe, der „{permission}“ fehlt.',
  '{name} is in the permission group {group}, which lacks "{permission}".':
    '{name} ist in der Berechtigungsgruppe {group}, der „{permission}“ fehlt.',
  'Give them a group that has it. This is about permissions, not about licenses.':
    'Wählen Sie eine Gruppe, die sie hat. Hier geht es um Berechtigungen, nicht um Lizenzen.',
  'Change the permission group': 'Berechtigungsgruppe ändern',
  'You have no {names} {count, plural, one {license} other {licenses}}.':
    '{count, plural, one {Ihnen fehlt die Lizenz} other {Ihnen fehlen die Lizenzen}} {names}.',
  '{name} has the permission but no {names} {count, plural, one {license} other {licenses}}. Permission and licenses are two things: assign what is missing in Billing Account Details.':
    '{name} hat die Berechtigung, aber es {count, plural, one {fehlt die Lizenz} other {fehlen die Lizenzen}} {names}. Berechtigung und Lizenzen sind zweierlei: Weisen Sie in den Kontodetails zu, was fehlt.',
  'Insufficient ports: no {license} is assigned to you.':
    'Keine freien Ports: Ihnen ist kein {license} zugewiesen.',
  'No {license} license is assigned to {name}, so no port can be taken for them, however many are free. Assign one in Billing Account Details.':
    'Für {name} ist keine Lizenz {license} zugewiesen; es kann also kein Port belegt werden, so viele auch frei sind. Weisen Sie in den Kontodetails eine zu.',
  'Assign {names} to {employee}': '{employee}: {names} zuweisen',
  'Insufficient ports: your company has no lines for this yet.':
    'Keine freien Ports: Ihre Firma hat dafür noch keine Leitungen.',
  'There are no seats for this yet.': 'Dafür gibt es noch keine Plätze.',
  'Insufficient ports: all lines are in use right now. Try again in a moment.':
    'Keine freien Ports: Alle Leitungen sind gerade belegt. Versuchen Sie es gleich noch einmal.',
  'All seats are taken right now. Try again when somebody has signed out.':
    'Alle Plätze sind gerade belegt. Versuchen Sie es wieder, wenn sich jemand abgemeldet hat.',
  'All {total} {name} licenses are in use.': 'Alle {total} Lizenzen {name} werden gerade benutzt.',
  'All {total} {name} licenses are in use ({uses}).':
    'Alle {total} Lizenzen {name} werden gerade benutzt ({uses}).',
  "It is not about {name}'s own licenses.": 'An den eigenen Lizenzen von {name} liegt es nicht.',
  'Wait until one is free, or buy another.':
    'Warten Sie, bis eine frei wird, oder kaufen Sie eine weitere.',
  'There are no {name} licenses on this billing account. Buy at least one.':
    'Dieses Abrechnungskonto hat keine Lizenzen {name}. Kaufen Sie mindestens eine.',
  'This call cannot be made: there is no rate for it.':
    'Dieser Anruf ist nicht möglich: Es gibt keinen Tarif dafür.',
  'Calls to {destination} cannot be made: there is no rate for it.':
    'Anrufe an {destination} sind nicht möglich: Es gibt keinen Tarif dafür.',
  "No rate covers this call in this account's currency. Your operator can set one.":
    'Kein Tarif in der Währung dieses Kontos gilt für diesen Anruf. Ihr Betreiber kann einen festlegen.',
  "No rate covers {destination} in this account's currency. Your operator can set one.":
    'Kein Tarif in der Währung dieses Kontos gilt für {destination}. Ihr Betreiber kann einen festlegen.',
  'Your company is out of dialer minutes.': 'Die Minuten Ihrer Firma sind aufgebraucht.',
  '{available} of dialer minutes is available and this needs at least {needed}. Buy minutes, or turn on automatic recharge.':
    'Minuten für {available} sind verfügbar, und hierfür braucht es mindestens {needed}. Kaufen Sie Minuten, oder schalten Sie die automatische Aufladung ein.',
  'Set up automatic recharge': 'Automatische Aufladung einrichten',
  '1 more {license}': '1 weitere {license}',
  'Buy {licenses}': '{licenses} kaufen',
  'Buy {licenses}, then assign {names} to {employee}':
    '{licenses} kaufen, dann {employee} zuweisen: {names}',
  'Buy {licenses} for {dueNow} now': '{licenses} für jetzt {dueNow} kaufen',
  'Buy {licenses} for {dueNow} now, then assign {names} to {employee}':
    '{licenses} für jetzt {dueNow} kaufen, dann {employee} zuweisen: {names}',
  'No {name} is paid for and none was asked for in the last 30 days.':
    '{name}: In den letzten 30 Tagen wurde keiner bezahlt und keiner verlangt.',
  'No {name} was used in the last 30 days, and {total} are paid for.':
    '{name}: In den letzten 30 Tagen wurde keiner benutzt, und {total} werden bezahlt.',
  'In the busiest hour of the last 30 days {busy} were busy on average, {peak} at most, and {refusals, plural, one {# call was refused} other {# calls were refused}} because all were in use.':
    'In der vollsten Stunde der letzten 30 Tage waren im Mittel {busy} belegt, höchstens {peak}, und {refusals, plural, one {# Anruf wurde abgewiesen} other {# Anrufe wurden abgewiesen}}, weil alle belegt waren.',
  'With {recommended} instead of {total}, about {share} in 100 would be refused.':
    'Mit {recommended} statt {total} würde etwa {share} von 100 abgewiesen.',
  '{recommended} would be enough for all but about {share} in 100; {total} are paid for.':
    '{recommended} würden für alle bis auf etwa {share} von 100 reichen; {total} werden bezahlt.',
  'The {total} that are paid for are about right.':
    'Die {total}, die bezahlt werden, passen ungefähr.',
} as const;
