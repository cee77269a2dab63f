/** How a language marks decimals and thousands: `.` and `,` in English, the reverse in German. */
export interface Marks {
  readonly decimal: string;
  readonly group: string;
}

export function marksOf(locale: string): Marks {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  const mark = (kind: string) => parts.find(({ type }) => type === kind)?.value;
  return { decimal: mark('decimal') ?? '.', group: mark('group') ?? ',' };
}

/**
 * The amount that somebody typed, as the server reads it: `1.234,50` in German is `1234.50`.
 * Decimals after a full stop are understood everywhere, where they cannot be thousands. Undefined
 * where it is no amount above or equal to zero of at most 13 digits and 6 decimals.
 */
export function readAmount(typed: string, { decimal, group }: Marks): string | undefined {
  const text = typed.trim().replace(/\s/g, ' ');
  const [whole = '', ...fractions] = text.split(decimal);
  const parts = whole.split(/\s/.test(group) ? ' ' : group);
  const isGrouped = !whole.startsWith('0') && parts.slice(1).every((part) => /^\d{3}$/.test(part));
  const plain = [isGrouped ? parts.join('') : whole, ...fractions].join('.');
  return /^\d{1,13}(\.\d{1,6})?$/.test(plain) ? plain : undefined;
}
