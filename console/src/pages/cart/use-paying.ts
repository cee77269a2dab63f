import { ProblemError, type Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useAttempt } from '../../api/attempt.ts';
import { client, refresh } from '../../api/queries.ts';
import type { TypedName } from '../../parts/authorize.tsx';

type Quote = Schemas['Quote'];

/** Codes after which the same quote can never be bought: another one is needed. */
const NEEDS_NEW_QUOTE = new Set(['quote_outdated', 'quote_expired', 'quote_used']);

interface Purchase {
  readonly quote: Quote;
  readonly body: {
    readonly quote: string;
    readonly authorized_by: { readonly first_name: string; readonly last_name: string };
    readonly terms_version: string;
    readonly funding_source?: string;
  };
}

/**
 * Buying what a quote offers, once. While the answer to a purchase is not known (`inDoubt`), only
 * that same purchase is repeated, with the same key: another one could be a second charge.
 */
export function usePaying(onDone: (order: Schemas['Order'], quote: Quote) => void) {
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [inDoubt, setInDoubt] = useState<Purchase>();

  const send = async (purchase: Purchase): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const order = await client.post('/v1/billing-accounts/{ba}/orders', {
        params: { ba: purchase.quote.billing_account },
        body: purchase.body,
        idempotencyKey: attempt.key(),
      });
      attempt.renew();
      setInDoubt(undefined);
      onDone(order, purchase.quote);
      await refresh();
      return;
    } catch (caught) {
      setError(caught as Error);
      const isKnown = caught instanceof ProblemError && caught.status < 500;
      setInDoubt(isKnown ? undefined : purchase);
      if (!isKnown) return;
      attempt.renew();
      // The account is no longer as this page shows it: all is asked again, the quote too.
      if (NEEDS_NEW_QUOTE.has(caught.code)) await refresh();
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    error,
    inDoubt: inDoubt?.quote,
    pay: (quote: Quote, name: TypedName, fundingSource: string | undefined) =>
      send({
        quote,
        body: {
          quote: quote.id,
          authorized_by: { first_name: name.firstName, last_name: name.lastName },
          terms_version: quote.terms.version,
          ...(fundingSource === undefined ? {} : { funding_source: fundingSource }),
        },
      }),
    /** Asks again what became of the purchase that is in doubt. */
    askAgain: async () => {
      if (inDoubt !== undefined) await send(inDoubt);
    },
  };
}

export type Paying = ReturnType<typeof usePaying>;
