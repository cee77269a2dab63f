/** What is wrong with a value that was sent. */
export const fields = {
  'is not valid': 'ist nicht gültig',
  'The body: {detail}': 'Der Inhalt: {detail}',
  'The operation: {detail}': 'Der Vorgang: {detail}',
  'The event: {detail}': 'Das Ereignis: {detail}',
  '{pointer}: must be above zero, in {currency} with at most {decimals} decimals.':
    '{pointer}: muss über null liegen, in {currency} mit höchstens {decimals} Nachkommastellen.',
  'Must be above zero and have at most {decimals} decimals in {currency}.':
    'Muss über null liegen und in {currency} höchstens {decimals} Nachkommastellen haben.',
  'A price in {currency} has at most {decimals} decimals.':
    'Ein Preis in {currency} hat höchstens {decimals} Nachkommastellen.',
  'must be an amount in {currency} with at most {decimals} decimals':
    'muss ein Betrag in {currency} mit höchstens {decimals} Nachkommastellen sein',
  'must be more than zero': 'muss mehr als null sein',
  'must be at most {most} {currency}': 'darf höchstens {most} {currency} sein',
  'must be a domain name': 'muss ein Domainname sein',
  'must be letters, digits, ".", "_" and "-"':
    'muss aus Buchstaben, Ziffern, „.“, „_“ und „-“ sein',
  'must not be before from': 'darf nicht vor from liegen',
  'must not be before valid_from': 'darf nicht vor valid_from liegen',
  'must not repeat a scope': 'darf keinen Scope zweimal nennen',
  'needs either employee or email': 'braucht entweder employee oder email',
  'must be 1 to 255 visible ASCII characters': 'muss aus 1 bis 255 sichtbaren ASCII-Zeichen sein',
  'An Idempotency-Key is 1 to 255 visible ASCII characters.':
    'Ein Idempotency-Key besteht aus 1 bis 255 sichtbaren ASCII-Zeichen.',
  'must be the id of an event of the stream': 'muss die id eines Ereignisses des Stroms sein',
  'Last-Event-ID must be the id of an event of the stream.':
    'Last-Event-ID muss die id eines Ereignisses des Stroms sein.',
  'must end in digits': 'muss mit Ziffern enden',
  'must name a total, or minutes must be an amount':
    'muss eine Anzahl nennen, oder minutes muss ein Betrag sein',
  'must be an E.164 number': 'muss eine Nummer nach E.164 sein',
  'must be a month, YYYY-MM': 'muss ein Monat sein, JJJJ-MM',
  'must have exactly one of totals, hires and leavers':
    'muss genau eines von totals, hires und leavers haben',
  'must not be more than records': 'darf nicht mehr als records sein',
  'must be a percentage from "0" to "100" with at most four decimals':
    'muss ein Prozentsatz von "0" bis "100" mit höchstens vier Nachkommastellen sein',
  'must be an http or https address': 'muss eine http- oder https-Adresse sein',
  'must not carry a user name or password': 'darf keinen Benutzernamen und kein Passwort tragen',
  'must be an event type': 'muss eine Ereignisart sein',
  'must be a day at most': 'darf höchstens ein Tag sein',
  'must have three decimals at most': 'darf höchstens drei Nachkommastellen haben',
  'must be 2 to 15 digits, with or without "+"':
    'muss aus 2 bis 15 Ziffern sein, mit oder ohne „+“',
  'must be an authorization': 'muss eine Freigabe (authorization) sein',
  'must be digits, or "default"': 'muss aus Ziffern sein oder "default"',
  'must not be empty': 'darf nicht leer sein',
  'must not contain control characters': 'darf keine Steuerzeichen enthalten',
  'must be well-formed Unicode': 'muss wohlgeformtes Unicode sein',
  'must be an id that begins with {prefix}': 'muss eine id sein, die mit {prefix} beginnt',
  'must be lower case letters, digits, "_" and "."':
    'muss aus Kleinbuchstaben, Ziffern, „_“ und „.“ sein',
  'must be an ISO 4217 currency code': 'muss ein Währungscode nach ISO 4217 sein',
  'must be an IANA time zone': 'muss eine Zeitzone der IANA sein',
  'must be a day that exists, YYYY-MM-DD': 'muss ein Tag sein, den es gibt, JJJJ-MM-TT',
  'must lie in 1970–2199': 'muss in 1970–2199 liegen',
  'must be a decimal amount such as "100.00"': 'muss ein Dezimalbetrag wie "100.00" sein',
  'must be an ISO 3166-1 country code': 'muss ein Ländercode nach ISO 3166-1 sein',
  'must be a country code, or one with its region such as "US-NY"':
    'muss ein Ländercode sein oder einer mit seiner Region wie "US-NY"',
  'must be the code of a region, such as "NY" (ISO 3166-2)':
    'muss der Code einer Region sein, wie "NY" (ISO 3166-2)',
  'must be capitals and digits without spaces':
    'muss aus Großbuchstaben und Ziffern ohne Leerzeichen sein',
  'must be a VAT id of the country of the address, such as "DE123456789"':
    'muss eine USt-IdNr. des Landes der Anschrift sein, wie "DE123456789"',
  'must be an IBAN or account number without spaces':
    'muss eine IBAN oder Kontonummer ohne Leerzeichen sein',
  'must be a BIC or routing number without spaces':
    'muss ein BIC oder eine Bankleitzahl ohne Leerzeichen sein',
  'must be a colour such as "#1a2b3c"': 'muss eine Farbe wie "#1a2b3c" sein',
  'must be at most 8 capitals and digits': 'darf höchstens 8 Großbuchstaben und Ziffern haben',
  'must be an address such as https://example.com/terms, or one of the console such as /terms':
    'muss eine Adresse wie https://example.com/terms sein, oder eine der Konsole wie /terms',
  'must be the next_cursor of a page of this list':
    'muss der next_cursor einer Seite dieser Liste sein',
} as const;
