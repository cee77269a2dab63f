import { ProblemError } from '@tollkeeper/sdk';

/** What is wrong with the field at a JSON pointer such as `/address/city`; undefined: nothing. */
export type FaultAt = (pointer: string) => string | undefined;

/** Which fields a refusal is about, so that each says its own beside itself. */
export function faultsIn(error: Error | undefined): FaultAt {
  const faults = error instanceof ProblemError ? error.errors : [];
  return (pointer) => faults.find((fault) => fault.pointer === pointer)?.detail;
}
