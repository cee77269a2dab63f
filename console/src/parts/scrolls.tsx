import type { ReactNode } from 'react';

/** Whoever has no mouse must be able to reach what is out of sight, and scroll by the keys. */
export const REACHABLE = { tabIndex: 0 } as const;

/** What may be wider than a phone and then scrolls by itself, so that the page never does. */
export function Scrolls({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="scrolls" aria-label={label} {...REACHABLE}>
      {children}
    </section>
  );
}
