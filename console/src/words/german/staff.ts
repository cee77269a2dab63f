/** The operator's own people, and what they see of a company's. */
export const staff = {
  'Your own people, and what they may do': 'Ihre eigenen Leute, und was sie dürfen',
  'Invite somebody': 'Jemanden einladen',
  Invite: 'Einladen',
  'does everything, staff included.': 'darf alles, auch das Team ändern.',
  'sees everything; changes contracts, orders, invoices, payments and credit notes.':
    'sieht alles; ändert Verträge, Bestellungen, Rechnungen, Zahlungen und Gutschriften.',
  'sees everything and what an employee sees, and changes nothing.':
    'sieht alles, auch mit den Augen eines Mitarbeiters, und ändert nichts.',
  '{name} (you)': '{name} (Sie)',
  'None set yet': 'Noch keine festgelegt',
  'Role of {name}': 'Rolle von {name}',
  'Sign-in link': 'Anmeldelink',
  'Sign-in link for {name}': 'Anmeldelink für {name}',
  'It was mailed as well.': 'Er wurde auch per E-Mail verschickt.',
  'It works once, until {instant}. Whoever has it signs in as {name}; it is not shown again.':
    'Er gilt einmal, bis {instant}. Wer ihn hat, meldet sich als {name} an; er wird nicht noch einmal gezeigt.',

  'See what {name} sees': 'Sehen, was {name} sieht',
  'You can change nothing. The company finds in its change history that you looked, when and why.':
    'Sie können nichts ändern. Die Firma findet in ihrem Änderungsverlauf, dass Sie nachgesehen haben, wann und warum.',
  Why: 'Warum',
  'Ticket number, or what they asked': 'Ticketnummer, oder wonach gefragt wurde',
  'For how long': 'Wie lange',
  '{count} minutes': '{count} Minuten',
  'Start looking': 'Ansehen',

  'Require two-factor sign-in': 'Zwei-Faktor-Anmeldung verlangen',
  'Require it': 'Verlangen',
  'Require it no more': 'Nicht mehr verlangen',
  '{without, plural, =0 {Everybody has set it up.} one {# person has not set it up: they do so before anything else.} other {# people have not set it up: they do so before anything else.}}':
    '{without, plural, =0 {Alle haben sie eingerichtet.} one {# Person hat sie nicht eingerichtet: sie tut es vor allem anderen.} other {# Personen haben sie nicht eingerichtet: sie tun es vor allem anderen.}}',
  'Everybody then signs in as they like; what they have set up stays.':
    'Alle melden sich dann an, wie sie möchten; was sie eingerichtet haben, bleibt.',
} as const;
