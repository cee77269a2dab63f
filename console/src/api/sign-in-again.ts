import { useSyncExternalStore } from 'react';

/**
 * A session may end while somebody is in the middle of a form. Every request that is told so
 * waits here until they have signed in again on the same page, and is then sent once more: what
 * they typed and where they were stays as it is.
 */
interface Asking {
  readonly ended: Promise<boolean>;
  readonly end: (signedIn: boolean) => void;
}

let asking: Asking | undefined;
const listeners = new Set<() => void>();

/** Asks once, however many requests wait; true once they have signed in. */
export function askToSignInAgain(): Promise<boolean> {
  if (asking === undefined) {
    let end: Asking['end'] = () => undefined;
    const ended = new Promise<boolean>((resolve) => {
      end = resolve;
    });
    asking = { ended, end };
    tell();
  }
  return asking.ended;
}

/** What came of it. */
export function endAsking(signedIn: boolean): void {
  asking?.end(signedIn);
  asking = undefined;
  tell();
}

export function useIsAskedToSignInAgain(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asking !== undefined,
  );
}

function tell(): void {
  for (const listener of listeners) listener();
}
