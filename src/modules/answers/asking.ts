import type { Actor } from '../../kernel/actor.ts';
import type { BillingAccount } from '../accounts/index.ts';
import type { Employee } from '../companies/index.ts';

/** Who asks, about which account, and about whom. */
export interface Asking {
  readonly actor: Actor;
  readonly account: BillingAccount;
  /** Of whom the question is, where it is of somebody. */
  readonly employee?: Employee | undefined;
}
