/** How somebody signs in, and where they are signed in. */
export const security = {
  'How you sign in, and where you are signed in':
    'Wie Sie sich anmelden und wo Sie angemeldet sind',
  'Your company asks for two-factor sign-in': 'Ihre Firma verlangt die Zwei-Faktor-Anmeldung',
  'Set up an authenticator app or a passkey below. The other pages open then.':
    'Richten Sie unten eine Authenticator-App oder einen Passkey ein. Danach öffnen sich die anderen Seiten.',

  'You have one.': 'Sie haben eines.',
  'You have none yet.': 'Sie haben noch keines.',
  'At least {count} characters; a few words in a row are easy to remember. Setting it signs you out everywhere else.':
    'Mindestens {count} Zeichen; ein paar Wörter hintereinander kann man sich gut merken. Wenn Sie es festlegen, werden Sie überall sonst abgemeldet.',
  'You sign in with it from now on; empty: as before':
    'Damit melden Sie sich künftig an; leer: wie bisher',
  'You sign in with {email}.': 'Sie melden sich mit {email} an.',
  'Present password': 'Jetziges Passwort',
  'Not needed within an hour after you came by a sign-in link':
    'In der ersten Stunde nach einem Anmeldelink nicht nötig',
  'Show the present password': 'Jetziges Passwort anzeigen',
  'New password': 'Neues Passwort',
  'Show the new password': 'Neues Passwort anzeigen',
  'Change the password': 'Passwort ändern',
  'Set a password': 'Passwort festlegen',
  'Your password is set. Other sessions have ended.':
    'Ihr Passwort ist festgelegt. Andere Sitzungen sind beendet.',

  'Two-factor sign-in': 'Zwei-Faktor-Anmeldung',
  On: 'An',
  'After your password or a link you are asked for a code of your authenticator app. {count, plural, one {# recovery code is left.} other {# recovery codes are left.}}':
    'Nach Passwort oder Link werden Sie nach einem Code Ihrer Authenticator-App gefragt. {count, plural, one {# Wiederherstellungscode ist übrig.} other {# Wiederherstellungscodes sind übrig.}}',
  'Whoever learns your password still needs a code of the app on your phone.':
    'Wer Ihr Passwort erfährt, braucht immer noch einen Code aus der App auf Ihrem Telefon.',
  'New recovery codes': 'Neue Wiederherstellungscodes',
  'Make new codes': 'Neue Codes erzeugen',
  'The present recovery codes work no more.':
    'Die jetzigen Wiederherstellungscodes gelten dann nicht mehr.',
  'Turn on': 'Einschalten',
  'Turn off': 'Ausschalten',
  'Turn two-factor sign-in off': 'Zwei-Faktor-Anmeldung ausschalten',
  'Your password or a link alone is enough then.': 'Dann genügt Ihr Passwort oder ein Link allein.',
  'From your authenticator app, or a recovery code':
    'Aus Ihrer Authenticator-App, oder ein Wiederherstellungscode',
  'Set up an authenticator app': 'Authenticator-App einrichten',
  'Scan this with the app on your phone, or type the key into it. Then enter the code that the app shows.':
    'Scannen Sie dies mit der App auf Ihrem Telefon, oder geben Sie dort den Schlüssel ein. Tragen Sie dann den Code ein, den die App zeigt.',
  Key: 'Schlüssel',
  'QR code for your authenticator app': 'QR-Code für Ihre Authenticator-App',
  'Your recovery codes': 'Ihre Wiederherstellungscodes',
  'Keep them where you find them without your phone. Each signs you in once. They are not shown again.':
    'Bewahren Sie sie so auf, dass Sie ohne Ihr Telefon herankommen. Mit jedem melden Sie sich einmal an. Sie werden nicht noch einmal gezeigt.',
  'I have kept them': 'Ich habe sie aufbewahrt',

  Passkeys: 'Passkeys',
  'Your fingerprint, face or device code signs you in, without a password and without a code.':
    'Fingerabdruck, Gesicht oder Gerätecode melden Sie an, ohne Passwort und ohne Code.',
  'Add a passkey': 'Passkey hinzufügen',
  'This browser cannot make passkeys.': 'Dieser Browser kann keine Passkeys erzeugen.',
  'Added {instant}, also kept in your password manager':
    'Hinzugefügt am {instant}, auch in Ihrem Passwortmanager',
  'Added {instant}, on this one device only':
    'Hinzugefügt am {instant}, nur auf diesem einen Gerät',
  'Rename the passkey': 'Passkey umbenennen',
  'Rename {name}': '{name} umbenennen',
  Rename: 'Umbenennen',
  'Remove {name}': '{name} entfernen',
  'Where it is, such as “Laptop” or “Blue key”': 'Wo er ist, etwa „Laptop“ oder „Blauer Stick“',

  'Where you are signed in': 'Wo Sie angemeldet sind',
  'Sign out everywhere else': 'Überall sonst abmelden',
  'Signed out in {revoked, plural, one {# other place} other {# other places}}.':
    'An {revoked, plural, one {# anderen Stelle} other {# anderen Stellen}} abgemeldet.',
  'This one': 'Diese hier',
  password: 'Passwort',
  'sign-in link': 'Anmeldelink',
  passkey: 'Passkey',
  'single sign-on': 'Single Sign-on',
  '{address}, by {way}': '{address}, per {way}',
  '{address}, by {way} and a second factor': '{address}, per {way} und zweitem Faktor',
  'Since {began}, last used {used}': 'Seit {began}, zuletzt benutzt {used}',
  'Sign out on {device}': 'Abmelden: {device}',
  'An unknown device': 'Ein unbekanntes Gerät',
  '{browser} on {system}': '{browser} auf {system}',
  'All staff are asked for two-factor sign-in':
    'Vom ganzen Team wird Zwei-Faktor-Anmeldung verlangt',
} as const;
