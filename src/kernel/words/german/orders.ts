/** Quotes, orders and the closing of an account. */
export const orders = {
  'Licenses are still being paid for ({named}). Lower their totals to 0 first.':
    'Für Lizenzen wird noch bezahlt ({named}). Senken Sie ihre Anzahl zuerst auf 0.',
  'The contract {contract} runs until {endsOn}.': 'Der Vertrag {contract} läuft bis {endsOn}.',
  'The payment of an order is still under way.': 'Die Zahlung einer Bestellung ist noch unterwegs.',
  'At most {most} {currency} are charged at once.':
    'Höchstens {most} {currency} werden auf einmal abgebucht.',
  'There is no such order.': 'Diese Bestellung gibt es nicht.',
  'There is no such quote.': 'Dieses Angebot gibt es nicht.',
  'This quote has bought already: it is the order {order}.':
    'Mit diesem Angebot wurde schon gekauft: Es ist die Bestellung {order}.',
  'What was ordered changed while it was being paid; the payment goes back.':
    'Was bestellt war, hat sich während der Zahlung geändert; die Zahlung geht zurück.',
  'There is no such quote of this billing account.':
    'Dieses Abrechnungskonto hat kein solches Angebot.',
  'There are terms of the version {version} already; they never change.':
    'Es gibt schon Bedingungen der Fassung {version}; sie ändern sich nie.',
} as const;
