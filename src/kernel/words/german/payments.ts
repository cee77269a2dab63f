/** Funding sources, payments and dunning. */
export const payments = {
  'The payment provider "{provider}" is not configured.':
    'Der Zahlungsanbieter „{provider}“ ist nicht eingerichtet.',
  'The days must ascend, each named once.': 'Die Tage müssen aufsteigen, jeder einmal.',
  'The first attempt is the day on which an invoice falls due: begin with 0.':
    'Der erste Versuch ist am Tag der Fälligkeit einer Rechnung: Beginnen Sie mit 0.',
  'There is no such funding source.': 'Dieses Zahlungsmittel gibt es nicht.',
  'The provider "{provider}" knows no such token.':
    'Der Anbieter „{provider}“ kennt kein solches Token.',
  'That is not a valid funding source of this billing account.':
    'Das ist kein gültiges Zahlungsmittel dieses Abrechnungskontos.',
  'This installation has no payment provider "{name}".':
    'Diese Installation hat keinen Zahlungsanbieter „{name}“.',
  '{label} pays in {currencies}; this account is in {currency}.':
    '{label} zahlt in {currencies}; dieses Konto ist in {currency}.',
  'Add a funding source': 'Zahlungsmittel hinzufügen',
  'A check or wire cannot be charged; name a card or bank account.':
    'Scheck oder Überweisung lassen sich nicht abbuchen; nennen Sie eine Karte oder ein Bankkonto.',
  'A payment of this invoice is under way; wait for what becomes of it.':
    'Eine Zahlung dieser Rechnung ist unterwegs; warten Sie ab, was daraus wird.',
  'The payment provider "{name}" does not answer; try again in a moment.':
    'Der Zahlungsanbieter „{name}“ antwortet nicht; versuchen Sie es gleich noch einmal.',
  'There is no such payment.': 'Diese Zahlung gibt es nicht.',
  'A payment of this invoice is under way; it would be paid twice.':
    'Eine Zahlung dieser Rechnung ist unterwegs; sie würde zweimal bezahlt.',
  'Only {outstanding} of this invoice is outstanding.':
    'Von dieser Rechnung sind nur noch {outstanding} offen.',
  'Only a payment that succeeded can be taken back; this one is {state}.':
    'Nur eine gelungene Zahlung kann zurückgenommen werden; diese ist {state}.',
  prepared: 'vorbereitet',
  unknown: 'ungewiss',
  pending: 'unterwegs',
  'not confirmed yet': 'noch nicht bestätigt',
  succeeded: 'gelungen',
  declined: 'abgelehnt',
  bounced: 'zurückgekommen',
  reversed: 'zurückgenommen',
  'to be refunded': 'zu erstatten',
  refunded: 'erstattet',
  'The provider "{name}" has no page of its own; add the funding source by a token.':
    'Der Anbieter „{name}“ hat keine eigene Seite; fügen Sie das Zahlungsmittel über ein Token hinzu.',
  'There is no such set-up.': 'Diese Einrichtung gibt es nicht.',
} as const;
