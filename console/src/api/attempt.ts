import { useRef } from 'react';

/**
 * The Idempotency-Key of one attempt. Pressing twice, or again after the connection was lost,
 * repeats the same attempt; `renew` begins another once this one is known to have ended.
 */
export function useAttempt(): { key: () => string; renew: () => void } {
  const current = useRef<string>(undefined);
  return {
    key: () => {
      current.current ??= crypto.randomUUID();
      return current.current;
    },
    renew: () => {
      current.current = undefined;
    },
  };
}
