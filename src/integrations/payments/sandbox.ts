import type { Database } from '../../database/transaction.ts';
import { assert } from '../../kernel/assert.ts';
import {
  type ChargeAnswer,
  type PaymentProvider,
  ProviderSilent,
  type TokenDescription,
} from '../../modules/payments/index.ts';
import {
  keepCharge,
  type SandboxCharge,
  type SandboxOutcome,
  selectCharge,
  updateOutcome,
} from './sandbox.store.ts';

/** Bank debits take three days on the account's clock. */
const CLEARS_AFTER_MS = 3 * 86_400_000;

/** Far off, and like a real card's the last day of a month. */
const CARDS_EXPIRE_ON = '2031-12-31';

interface Token extends TokenDescription {
  readonly outcome: SandboxOutcome;
  /** What a pending debit comes to on its day. */
  readonly clears?: 'succeeded' | 'bounced';
  /** Charges, and then never answers. */
  readonly isSilent?: true;
}

const TOKENS: Readonly<Record<string, Token>> = {
  tok_ok: { kind: 'card', label: 'Sandbox card ending in 4242', outcome: 'succeeded' },
  tok_decline: { kind: 'card', label: 'Sandbox card ending in 0002', outcome: 'declined' },
  tok_timeout_after_success: {
    kind: 'card',
    label: 'Sandbox card ending in 0408',
    outcome: 'succeeded',
    isSilent: true,
  },
  tok_ach_pending: {
    kind: 'bank',
    label: 'Sandbox bank account ending in 6789',
    outcome: 'pending',
    clears: 'succeeded',
  },
  tok_ach_fail: {
    kind: 'bank',
    label: 'Sandbox bank account ending in 1116',
    outcome: 'pending',
    clears: 'bounced',
  },
};

/**
 * A payment provider for trying things out. It behaves like a company outside: its books are its
 * own table, written in its own transactions, so our transactions neither see nor undo them, and
 * all it shares with us is the charge's key.
 */
export function createSandboxProvider(database: Database): PaymentProvider {
  async function answered(key: string, at: Date): Promise<ChargeAnswer | undefined> {
    const charge = await database.read((tx) => selectCharge(tx, key));
    return charge && answerOf(charge, at);
  }

  return {
    name: 'sandbox',
    describe: async (token) => {
      const known = tokenOf(token);
      if (known === undefined) return undefined;
      const { kind, label } = known;
      return { kind, label, ...(kind === 'card' && { expiresOn: CARDS_EXPIRE_ON }) };
    },

    async charge({ key, token, amount, at }) {
      const known = tokenOf(token);
      assert(known !== undefined, 'a funding source has a token that was described');
      const charge = await database.transaction((tx) =>
        keepCharge(tx, {
          key,
          token,
          amount: amount.micros,
          currency: amount.currency,
          outcome: known.outcome,
          clears_at: known.outcome === 'pending' ? clearsAt(at) : null,
          created_at: at,
        }),
      );
      if (known.isSilent) throw new ProviderSilent('the sandbox charged and then said nothing');
      return answerOf(charge, at);
    },

    ask: answered,

    async withdraw(key, at) {
      // An entry under the key is what refuses a charge that is still on its way.
      const charge = await database.transaction((tx) =>
        keepCharge(tx, {
          key,
          token: '',
          amount: 0n,
          currency: '',
          outcome: 'withdrawn',
          clears_at: null,
          created_at: at,
        }),
      );
      return answerOf(charge, at);
    },

    async refund(key, at) {
      await database.transaction((tx) => updateOutcome(tx, key, 'refunded'));
      const answer = await answered(key, at);
      assert(answer !== undefined, 'only what was charged is refunded');
      return answer;
    },
  };
}

/** A name that every object has, such as `constructor`, is no token. */
function tokenOf(token: string): Token | undefined {
  return Object.hasOwn(TOKENS, token) ? TOKENS[token] : undefined;
}

function clearsAt(at: Date): Date {
  return new Date(at.getTime() + CLEARS_AFTER_MS);
}

function answerOf(charge: SandboxCharge, at: Date): ChargeAnswer {
  const reference = `sandbox_${charge.key}`;
  switch (charge.outcome) {
    case 'declined':
      return { outcome: 'declined', reason: 'card_declined' };
    case 'withdrawn':
      return { outcome: 'declined', reason: 'withdrawn' };
    case 'reversed':
      return { outcome: 'reversed', reference, reason: 'chargeback' };
    case 'pending': {
      const due = charge.clears_at;
      if (due === null || at < due) {
        return { outcome: 'pending', reference, ...(due !== null && { clearsAt: due }) };
      }
      return tokenOf(charge.token)?.clears === 'bounced'
        ? { outcome: 'bounced', reference, reason: 'insufficient_funds' }
        : { outcome: 'succeeded', reference };
    }
    default:
      return { outcome: charge.outcome, reference };
  }
}
