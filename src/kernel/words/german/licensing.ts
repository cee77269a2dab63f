/** License totals and assignments. */
export const licensing = {
  'From {effectiveOn} there are only {total} of {name}, and as many are assigned beyond that day. Undo the pending decrease to assign more.':
    'Ab {effectiveOn} gibt es nur noch {total} von {name}, und so viele sind über diesen Tag hinaus zugewiesen. Machen Sie die vorgemerkte Senkung rückgängig, um mehr zuzuweisen.',
  'Keep {total} of {name}': '{total} von {name} behalten',
  'All {total} of {name} are assigned. Buy one more, or unassign one first.':
    'Alle {total} von {name} sind zugewiesen. Kaufen Sie eine dazu, oder entziehen Sie zuerst eine.',
  'Buy one more {type}': 'Eine weitere {type} kaufen',
  '{type} needs {licenses} first. Assign them together.':
    '{type} setzt {licenses} voraus. Weisen Sie sie zusammen zu.',
  '{type} needs {licenses} first.': '{type} setzt {licenses} voraus.',
  'Assign {licenses}': '{licenses} zuweisen',
  '{licenses} cannot be held without {required}.': '{licenses}: nicht ohne {required} möglich.',
  'Unassign {licenses}': '{licenses} entziehen',
  "The employee's licenses come from {present}, and all must come from one account.":
    'Die Lizenzen des Mitarbeiters kommen aus {present}, und alle müssen aus einem Konto kommen.',
  'Move all licenses to the other account': 'Alle Lizenzen in das andere Konto umziehen',
  'The billing account that paid for it is closed.':
    'Das Abrechnungskonto, das sie bezahlt hat, ist geschlossen.',
  'Lower {type} to {total} from {possibleFrom}': '{type} ab {possibleFrom} auf {total} senken',
  "Order the contract's {floor}": 'Die {floor} des Vertrags bestellen',
  'The contract keeps {type} at {floor} or more until it ends on {contractEndsOn}. A total of {total} is possible from {possibleFrom}.':
    'Der Vertrag hält {type} bei {floor} oder mehr, bis er am {contractEndsOn} endet. {total} sind ab {possibleFrom} möglich.',
  'The contract keeps {type} at {floor} or more until it ends on {contractEndsOn}. A total of {total} is possible from {possibleFrom} if it is ordered before the contract renews.':
    'Der Vertrag hält {type} bei {floor} oder mehr, bis er am {contractEndsOn} endet. {total} sind ab {possibleFrom} möglich, wenn das vor der Verlängerung des Vertrags bestellt wird.',
  '{left, plural, one {# employee holds} other {# employees hold}} {type}, so the total cannot be {total} on {effectiveOn}. Unassign {surplus} of them first, or name in the order who loses it.':
    '{left, plural, one {# Mitarbeiter hat} other {# Mitarbeiter haben}} {type}; die Anzahl kann am {effectiveOn} also nicht {total} sein. Entziehen Sie zuerst {surplus}, oder nennen Sie in der Bestellung, wer die Lizenz verliert.',
  'Choose {surplus} to lose {type} on {effectiveOn}':
    '{surplus} wählen, die {type} am {effectiveOn} verlieren',
  '{type} has no price in {currency} on {day}; the operator must set one.':
    '{type} hat am {day} keinen Preis in {currency}; der Betreiber muss einen festlegen.',
  'effective_on is for decreases, and this order lowers no total; increases begin at once.':
    'effective_on gilt für Senkungen, und diese Bestellung senkt nichts; Erhöhungen gelten sofort.',
  'A total is a whole number from 0 to {most}.':
    'Eine Lizenzanzahl ist eine ganze Zahl von 0 bis {most}.',
  'A lower total takes effect at the start of a coming billing period: {start}, or a later one.':
    'Eine Senkung gilt ab dem Beginn eines kommenden Abrechnungszeitraums: {start} oder später.',
  'No lower total of {code} is pending on this billing account.':
    'In diesem Abrechnungskonto ist keine Senkung von {code} vorgemerkt.',
  'Nobody can be named to lose {code}, because this order does not lower its total.':
    'Niemand kann {code} verlieren, weil diese Bestellung die Anzahl nicht senkt.',
  'That employee does not hold {code} from this billing account.':
    'Dieser Mitarbeiter hat {code} nicht aus diesem Abrechnungskonto.',
} as const;
