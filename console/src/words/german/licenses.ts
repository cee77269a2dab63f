/** Licenses and their totals. */
export const licenses = {
  '{price} a month': '{price} im Monat',
} as const;
