/** Signing in, by every way there is. */
export const signIn = {
  'Sign in': 'Anmelden',
  Password: 'Passwort',
  'Show the password': 'Passwort anzeigen',
  or: 'oder',
  'Use a passkey': 'Mit Passkey anmelden',
  'Mail me a sign-in link': 'Anmeldelink schicken',
  'A link and single sign-on need your e-mail address.':
    'Anmeldelink und Single Sign-on brauchen Ihre E-Mail-Adresse.',
  'If somebody here has the address {email}, a link is on its way. It signs in once, within 15 minutes.':
    'Wenn hier jemand die Adresse {email} hat, ist ein Link unterwegs. Er gilt einmal und 15 Minuten lang.',
  'Sign in another way': 'Anders anmelden',
  Code: 'Code',
  'From your authenticator app, or one of your recovery codes':
    'Aus Ihrer Authenticator-App, oder einer Ihrer Wiederherstellungscodes',
  'One more step': 'Noch ein Schritt',
  'Opening your link …': 'Ihr Link wird geöffnet …',
  'No way in? Ask your Administrator for a sign-in link. The operator’s is printed where Tollkeeper was started.':
    'Sie kommen nicht hinein? Ihr Administrator kann Ihnen einen Anmeldelink geben. Der des Betreibers steht dort, wo Tollkeeper gestartet wurde.',
  'Single sign-on did not work': 'Single Sign-on hat nicht geklappt',
  'The sign-in took too long, or was begun in another browser. Try again.':
    'Die Anmeldung hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Versuchen Sie es noch einmal.',
  'Your company’s identity provider did not let you in.':
    'Der Identitätsanbieter Ihrer Firma hat Sie nicht eingelassen.',
  'Your company’s identity provider did not answer as it should. Tell your IT.':
    'Der Identitätsanbieter Ihrer Firma hat nicht richtig geantwortet. Sagen Sie Ihrer IT Bescheid.',
  'Your company’s identity provider has not verified your e-mail address.':
    'Der Identitätsanbieter Ihrer Firma hat Ihre E-Mail-Adresse nicht bestätigt.',
  'Nobody here has your e-mail address. Ask your Administrator to make you an employee.':
    'Ihre E-Mail-Adresse ist hier nicht bekannt. Ihr Administrator kann Sie als Mitarbeiter anlegen.',
  'Try again, or sign in another way.':
    'Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
} as const;
