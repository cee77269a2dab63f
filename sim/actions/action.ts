import type { SimulatedAccount, World } from '../world.ts';

/** Something that people or switches do. What it learns it writes into the account. */
export interface Action {
  readonly name: string;
  /** How often it is chosen, beside the others. */
  readonly weight: number;
  readonly run: (world: World, account: SimulatedAccount) => Promise<void>;
}
