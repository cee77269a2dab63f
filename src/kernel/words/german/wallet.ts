/** Dialer minutes and their automatic recharge. */
export const wallet = {
  '{available} is available, so no more can be given back.':
    '{available} sind verfügbar; mehr kann nicht zurückgegeben werden.',
  'A fixed recharge needs a threshold and an amount.':
    'Eine feste Aufladung braucht eine Schwelle und einen Betrag.',
  'The amount must be above zero.': 'Der Betrag muss über null liegen.',
  'A cap below the amount would never let a recharge be made.':
    'Eine Obergrenze unter dem Betrag würde nie eine Aufladung zulassen.',
  'The amount must be at least 1/{most} of the threshold.':
    'Der Betrag muss mindestens 1/{most} der Schwelle sein.',
} as const;
