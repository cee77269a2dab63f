import type { Client } from '../client.ts';
import type { SimulatedAccount } from '../world.ts';

/** Something that must hold of an account, whatever was done and whenever it was killed. */
export interface Invariant {
  readonly name: string;
  /** What does not hold, in sentences. */
  readonly broken: (client: Client, account: SimulatedAccount) => Promise<string[]>;
}
