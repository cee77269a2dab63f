import { locale } from '../words/language.ts';

/** A share as people read it: `0.4 %`, `12 %`; what is next to nothing is said to be so. */
export function sayShare(share: number): string {
  const SMALLEST = 0.0005;
  if (share > 0 && share < SMALLEST) return `< ${format(SMALLEST)}`;
  return format(share);
}

function format(share: number): string {
  const style = { style: 'percent', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, style).format(share);
}
