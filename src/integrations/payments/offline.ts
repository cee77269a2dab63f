import type { ChargeAnswer, PaymentProvider } from '../../modules/payments/index.ts';

/** A funding source's label is what was typed for it, such as `Wire`; longer is no label. */
const LABEL_CHARACTERS_MAX = 60;

/**
 * Checks and wires: nobody outside can be asked. A charge is a request that a person pays, and
 * the operator writes down that the money came.
 */
export function createOfflineProvider(): PaymentProvider {
  const pending = (key: string): ChargeAnswer => ({ outcome: 'pending', reference: key });
  return {
    name: 'offline',
    describe: async (token) => ({
      kind: 'offline',
      label: token.slice(0, LABEL_CHARACTERS_MAX),
    }),
    charge: async ({ key }) => pending(key),
    ask: async (key) => pending(key),
    withdraw: async () => ({ outcome: 'declined', reason: 'withdrawn' }),
    refund: async (key) => ({ outcome: 'refunded', reference: key }),
  };
}
