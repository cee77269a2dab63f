/** What the kernel says. */
export const kernel = {
  'Buy {amount} of dialer minutes': 'Telefonminuten für {amount} kaufen',
} as const;
