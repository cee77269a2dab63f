/** A broken invariant of our own: never the caller's fault, never caught to carry on. */
export class AssertionFailure extends Error {
  override name = 'AssertionFailure';
}

/** Stops at once when `condition` does not hold; `message` says what was supposed to be true. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}
