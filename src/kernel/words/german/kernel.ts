/** What the kernel says. */
export const kernel = {
  'Buy {amount} of dialer minutes': 'Minuten für {amount} kaufen',
  '{more, number} more': '{more, number} weitere',
} as const;
