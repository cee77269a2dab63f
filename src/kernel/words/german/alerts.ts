/** What somebody who looks after an account should know now. */
export const alerts = {
  '{name} goes from {total} to {to} on {effectiveOn}.':
    '{name} sinkt am {effectiveOn} von {total} auf {to}.',
  'Keep {total}': '{total} behalten',
  'This billing account is suspended: nothing new is admitted until what is owed is paid.':
    'Dieses Abrechnungskonto ist gesperrt: Nichts Neues wird zugelassen, bis das Geschuldete bezahlt ist.',
  'Pay now': 'Jetzt bezahlen',
  '{owed} of invoices is not paid yet.': 'Rechnungen über {owed} sind noch nicht bezahlt.',
  'Unless it is paid, the account is suspended on {suspendsOn}.':
    'Wird das nicht bezahlt, wird das Konto am {suspendsOn} gesperrt.',
  'See invoices': 'Rechnungen ansehen',
  'The dialer minutes are {available}: no call is connected.':
    'Das Minutenguthaben beträgt {available}: Kein Anruf wird verbunden.',
  'At the usual pace the dialer minutes run out on {runOutOn}.':
    'Im üblichen Tempo gehen die Minuten am {runOutOn} aus.',
  'Set it again': 'Wieder einstellen',
  'Automatic recharge has stopped: {stopped}.':
    'Die automatische Aufladung ist angehalten: {stopped}.',
  'The last automatic recharge failed, so no minutes were bought.':
    'Die letzte automatische Aufladung schlug fehl; es wurden keine Minuten gekauft.',
  '{failures} recharges in a row failed, so no minutes were bought.':
    '{failures} Aufladungen nacheinander schlugen fehl; es wurden keine Minuten gekauft.',
  'It is tried again at {retryAt}.': 'Der nächste Versuch ist um {retryAt}.',
  "The minutes are low, and one more recharge would pass this period's cap of {cap}.":
    'Die Minuten sind knapp, und eine weitere Aufladung läge über der Obergrenze dieses Zeitraums von {cap}.',
  'Raise the cap': 'Obergrenze erhöhen',
  'Buy dialer minutes': 'Minuten kaufen',
  'You pay for {licenses} that nobody holds.': 'Sie bezahlen für {licenses}, die niemand hat.',
  'Lower the totals': 'Lizenzanzahlen senken',
  '{count, plural, one {{meters} is over} other {{meters} are over}} the free allowance; {fee} is projected for this period.':
    '{count, plural, one {{meters} liegt} other {{meters} liegen}} über der Freimenge; für diesen Zeitraum werden {fee} erwartet.',
  'See how to get below': 'Ansehen, wie man darunter kommt',
  '{count, plural, one {{meters} has filled} other {{meters} have filled}} four fifths of the free allowance; nothing is charged yet.':
    '{count, plural, one {{meters} hat} other {{meters} haben}} vier Fünftel der Freimenge gefüllt; noch wird nichts berechnet.',
  'See what fills it': 'Ansehen, was sie füllt',
  '{label} expired on {expiresOn}; what it would pay is declined.':
    '{label} ist am {expiresOn} abgelaufen; was damit bezahlt würde, wird abgelehnt.',
  '{label} expires on {expiresOn}; add the new one before it is charged again.':
    '{label} läuft am {expiresOn} ab; fügen Sie die neue hinzu, bevor wieder abgebucht wird.',
  'A contract is in force; it renews on {endsOn}.':
    'Ein Vertrag gilt; er verlängert sich am {endsOn}.',
  'A contract is in force; it ends on {endsOn}.': 'Ein Vertrag gilt; er endet am {endsOn}.',
  'A contract for at least {floors} is in force; it renews on {endsOn}.':
    'Ein Vertrag für mindestens {floors} gilt; er verlängert sich am {endsOn}.',
  'A contract for at least {floors} is in force; it ends on {endsOn}.':
    'Ein Vertrag für mindestens {floors} gilt; er endet am {endsOn}.',
} as const;
