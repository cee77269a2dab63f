/** What if, and what others are told of what happens. */
export const simulation = {
  'A change lies from today, {today}, to the last invoice, {start}.':
    'Eine Änderung liegt zwischen heute, {today}, und der letzten Rechnung, {start}.',
} as const;
