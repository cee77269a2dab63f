/** The eight answers, and the alerts of an account. */
export const answers = {
  'No. A license is bought for the rest of the billing period, and no credit is issued for what is not used.':
    'Nein. Eine Lizenz wird für den Rest des Abrechnungszeitraums gekauft, und für Ungenutztes gibt es keine Gutschrift.',
  'Your last purchase, {quantity, plural, one {# {name} license} other {# {name} licenses}} on {on} for {amount}, was already prorated to the days that were left.':
    'Ihr letzter Kauf, {quantity, plural, one {# Lizenz {name}} other {# Lizenzen {name}}} am {on} für {amount}, wurde schon anteilig für die restlichen Tage berechnet.',
  'What you pay for stays usable up to {end}: {licenses}. Assign it to somebody else meanwhile, or lower the total now: that counts from {end}, and nothing is charged for it then.':
    'Was Sie bezahlen, bleibt bis {end} nutzbar: {licenses}. Weisen Sie es so lange jemand anderem zu, oder senken Sie die Anzahl jetzt: Das gilt ab {end}, und dann wird dafür nichts mehr berechnet.',
  'Lower a total from {end} on': 'Eine Anzahl ab {end} senken',
  'Nothing keeps {name} from dialing now.': 'Nichts hindert {name} jetzt am Telefonieren.',
  '{name} is in the permission group {permissionGroup}, which may use the dialer.':
    '{name} ist in der Berechtigungsgruppe {permissionGroup}, die den Dialer benutzen darf.',
  'Nothing keeps any of the {count, plural, one {# employee} other {# employees}} who may use the dialer from dialing now.':
    '{count, plural, one {# Mitarbeiter darf} other {# Mitarbeiter dürfen}} den Dialer benutzen, und nichts hindert jetzt am Telefonieren.',
  '{count, plural, one {# employee has} other {# employees have}} the permission to use the dialer and cannot dial now: {names}.':
    '{count, plural, one {# Mitarbeiter darf den Dialer benutzen und kann} other {# Mitarbeiter dürfen den Dialer benutzen und können}} jetzt nicht telefonieren: {names}.',
  'No contract is in force.': 'Es gilt kein Vertrag.',
  '{licenses} can be lowered; a lower total counts from {nextPeriodStart}, the start of the next billing period.':
    'Gesenkt werden kann: {licenses}. Eine Senkung gilt ab {nextPeriodStart}, dem Beginn des nächsten Abrechnungszeitraums.',
  'There are no licenses that could be lowered.': 'Es gibt keine Lizenzen, die man senken könnte.',
  '{name} ({total}, down to {floor})': '{name} ({total}, bis auf {floor})',
  'You signed a {months}-month service contract for no least total.':
    'Sie haben einen Servicevertrag über {months} Monate ohne Mindestmenge unterzeichnet.',
  'You signed a {months}-month service contract for at least {floors}.':
    'Sie haben einen Servicevertrag über {months} Monate für mindestens {floors} unterzeichnet.',
  'It runs from {startsOn} up to {endsOn} and then renews.':
    'Er läuft vom {startsOn} bis {endsOn} und verlängert sich dann.',
  'It runs from {startsOn} up to {endsOn} and then ends.':
    'Er läuft vom {startsOn} bis {endsOn} und endet dann.',
  'Hiding an employee ends their sign-in and frees their licenses, but it never lowers what you pay for: you lower the license totals yourself, in Billing Account Details.':
    'Einen Mitarbeiter auszublenden beendet seine Anmeldung und gibt seine Lizenzen frei, senkt aber nie, was Sie bezahlen: Die Lizenzanzahlen senken Sie selbst, in den Kontodetails.',
  '{count, plural, one {# employee is} other {# employees are}} hidden: {names}.':
    '{count, plural, one {# Mitarbeiter ist} other {# Mitarbeiter sind}} ausgeblendet: {names}.',
  'Right now every license you pay for is held by somebody, or its total is about to be lowered.':
    'Zurzeit hat jemand jede Lizenz, die Sie bezahlen, oder ihre Anzahl wird demnächst gesenkt.',
  'You still pay for {licenses}.': 'Sie bezahlen noch für {licenses}.',
  '{count, plural, one {Lowering it before {from} saves} other {Lowering them before {from} saves}} {saves} a month from then on.':
    '{count, plural, one {Sie vor {from} zu senken} other {Diese vor {from} zu senken}}, spart ab dann {saves} im Monat.',
  '{total} {name} of which {assigned} are held': '{total} {name}, davon {assigned} zugewiesen',
  "{name} cannot be lower than the contract's {floor} before {from}.":
    '{name} kann vor {from} nicht unter den {floor} des Vertrags liegen.',
  "{name} cannot be lower than the contract's {floor} before {from} (the contract runs to {contractEndsOn}).":
    '{name} kann vor {from} nicht unter den {floor} des Vertrags liegen (der Vertrag läuft bis {contractEndsOn}).',
  '{name} to {couldBe}': '{name} auf {couldBe}',
  'Lower {totals}, save {saves} a month': '{totals} senken, {saves} im Monat sparen',
  'Your dialer minutes balance is {balance}.': 'Ihr Minutenguthaben beträgt {balance}.',
  'Your dialer minutes balance is {balance}, which is {minutes, plural, one {# whole minute} other {# whole minutes}} at the base rate.':
    'Ihr Minutenguthaben beträgt {balance}, das sind {minutes, plural, one {# volle Minute} other {# volle Minuten}} zum Grundtarif.',
  '{held} of it is held for calls under way; {available} is available.':
    'Davon sind {held} für laufende Anrufe reserviert; verfügbar sind {available}.',
  'Your last purchase of {amount} is on it since {at}, which made it {balanceAfter}.':
    'Ihr letzter Kauf über {amount} ist seit {at} darauf; damit waren es {balanceAfter}.',
  'Another {amount} is on its way and counts as soon as the payment has gone through.':
    'Weitere {amount} sind unterwegs und zählen, sobald die Zahlung gelungen ist.',
  'No minutes have been bought on this billing account yet.':
    'Für dieses Abrechnungskonto wurden noch keine Minuten gekauft.',
  'Below zero no call is connected; the next purchase fills the balance first.':
    'Unter null wird kein Anruf verbunden; der nächste Kauf füllt zuerst das Guthaben auf.',
  'At your average of {usage} a day it lasts to {runOutOn}.':
    'Bei durchschnittlich {usage} am Tag reicht es bis {runOutOn}.',
  'The current balance is always shown in Billing Information.':
    'Das jetzige Guthaben steht immer unter Abrechnung.',
  'Have minutes bought automatically': 'Minuten automatisch kaufen lassen',
  'Yes, new licenses are prorated automatically: you pay only for the days left in the current billing period, today included.':
    'Ja, neue Lizenzen werden automatisch anteilig berechnet: Sie bezahlen nur die restlichen Tage des laufenden Abrechnungszeitraums, heute eingeschlossen.',
  'A new user who dials needs {licenses}.':
    'Ein neuer Benutzer, der telefoniert, braucht {licenses}.',
  'You pay for {licenses} that nobody holds; the new user can have one at no cost.':
    'Sie bezahlen für {licenses}, die niemand hat; der neue Benutzer kann ohne Kosten eine davon haben.',
  'So the next new user costs nothing more; whatever is bought beyond that today ({today}) is {dueNow} now and {recurring} more a month for one user.':
    'Der nächste neue Benutzer kostet also nichts zusätzlich; was darüber hinaus heute ({today}) gekauft wird, kostet für einen Benutzer jetzt {dueNow} und {recurring} mehr im Monat.',
  'Bought today ({today}), {daysCharged} of {daysInPeriod} days are charged: {lines}, together {dueNow} with {tax} tax now, and {more} more a month from {end} on.':
    'Heute gekauft ({today}), werden {daysCharged} von {daysInPeriod} Tagen berechnet: {lines}, zusammen jetzt {dueNow} mit {tax} Steuer, und ab {end} {more} mehr im Monat.',
  'Bought today ({today}), {daysCharged} of {daysInPeriod} days are charged: {lines}, together {dueNow} now, and {more} more a month from {end} on.':
    'Heute gekauft ({today}), werden {daysCharged} von {daysInPeriod} Tagen berechnet: {lines}, zusammen jetzt {dueNow}, und ab {end} {more} mehr im Monat.',
  '{licenseType} {amount} ({unitPrice} a month)': '{licenseType} {amount} ({unitPrice} im Monat)',
  'Assign the spare licenses': 'Freie Lizenzen zuweisen',
  'Buy what a new user needs': 'Kaufen, was ein neuer Benutzer braucht',
  '{assigned, plural, one {# employee holds} other {# employees hold}} a {name} license; in the last 30 days at most {peak} were in use at once.':
    '{assigned, plural, one {# Mitarbeiter hat} other {# Mitarbeiter haben}} eine Lizenz {name}; in den letzten 30 Tagen waren höchstens {peak} zugleich in Benutzung.',
  '{name} holds a port license, and nothing keeps them from sending now.':
    '{name} hat eine Port-Lizenz, und nichts steht dem Senden jetzt im Weg.',
  'It is not the ports for {name}:': 'Bei {name} liegt es nicht an den Ports:',
  'All {total, plural, one {# {name} license} other {# {name} licenses}} you pay for are in use.':
    'Alle {total, plural, one {# Lizenz {name}} other {# Lizenzen {name}}}, die Sie bezahlen, werden benutzt.',
  'All {total, plural, one {# {name} license} other {# {name} licenses}} you pay for are in use: {uses}.':
    'Alle {total, plural, one {# Lizenz {name}} other {# Lizenzen {name}}}, die Sie bezahlen, werden benutzt: {uses}.',
  '{inUse} of {total, plural, one {# {name} license} other {# {name} licenses}} are in use now, so {free, plural, one {# more call} other {# more calls}} can start at once.':
    '{inUse} von {total, plural, one {# Lizenz {name}} other {# Lizenzen {name}}} werden gerade benutzt; {free, plural, one {# weiterer Anruf kann} other {# weitere Anrufe können}} sofort beginnen.',
  '{inUse} of {total, plural, one {# {name} license} other {# {name} licenses}} are in use now: {uses}, so {free, plural, one {# more call} other {# more calls}} can start at once.':
    '{inUse} von {total, plural, one {# Lizenz {name}} other {# Lizenzen {name}}} werden gerade benutzt: {uses}; {free, plural, one {# weiterer Anruf kann} other {# weitere Anrufe können}} sofort beginnen.',
  '{name} {bytes} of {allowance}': '{name} {bytes} von {allowance}',
  'The {fee} projected for this period is for earlier days.':
    'Die {fee}, die für diesen Zeitraum erwartet werden, sind für frühere Tage.',
  'Everything is within its allowance: {meters}.': 'Alles liegt in seiner Freimenge: {meters}.',
  '{name} holds {bytes} and {allowance} are free, so {over} are charged':
    '{name} belegt {bytes}, und {allowance} sind frei; berechnet werden also {over}',
  'Saves {saves} a month.': 'Spart {saves} im Monat.',
  "If nothing changes, the fee for this period is {fee}, and {perMonth} for a whole month at today's level.":
    'Ändert sich nichts, kostet es in diesem Zeitraum {fee} und in einem ganzen Monat auf heutigem Stand {perMonth}.',
  'There are {count, plural, one {# step} other {# steps}} to lower it, in this order:':
    'Es gibt {count, plural, one {# Schritt} other {# Schritte}}, das zu senken, in dieser Reihenfolge:',
  'What is deleted still counts until it is purged, and each user with CRM adds to the allowance.':
    'Gelöschtes zählt, bis es endgültig gelöscht ist, und jeder Benutzer mit CRM erhöht die Freimenge.',
  'Delete and purge {count, plural, one {# object} other {# objects}}, save {saves} a month':
    '{count, plural, one {# Objekt} other {# Objekte}} löschen und endgültig löschen, {saves} im Monat sparen',
  'Purge {count, plural, one {# object} other {# objects}}, save {saves} a month':
    '{count, plural, one {# Objekt} other {# Objekte}} endgültig löschen, {saves} im Monat sparen',
} as const;
