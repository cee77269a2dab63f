import { Button, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { ProblemError, type Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useAttempt } from '../../api/attempt.ts';
import { isZero, sayMoney } from '../../api/money.ts';
import { client, refresh } from '../../api/queries.ts';
import { TypedNameFields, type useTypedName } from '../../parts/authorize.tsx';
import { Failed } from '../../parts/loaded.tsx';
import { PaidWith, useFunding } from './paid-with.tsx';

type Quote = Schemas['Quote'];

/** Codes after which the same quote can never be bought: another one is needed. */
const NEEDS_NEW_QUOTE = new Set(['quote_outdated', 'quote_expired', 'quote_used']);

/** The typed name, and the one button with the amount on it. Pressing it twice buys once. */
export function PayForm(props: {
  quote: Quote;
  name: ReturnType<typeof useTypedName>;
  /** True while the quote is not the one of what is in the cart. */
  isBehind: boolean;
  requote: () => Promise<unknown>;
  onDone: (order: Schemas['Order'], quote: Quote) => void;
}) {
  const { quote, name, isBehind, onDone } = props;
  const isFree = isZero(quote.due_now);
  const funding = useFunding(quote.billing_account);
  const { busy, error, pay } = usePaying(props, isFree ? undefined : funding.chosen);
  const mayPay = isFree || funding.chosen !== undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (mayPay && !isBehind) void pay(onDone);
      }}
    >
      <Stack gap="md">
        {isFree ? null : <PaidWith account={quote.billing_account} funding={funding} />}
        <TypedNameFields name={name} />
        {error === undefined ? null : <Failed error={error} />}
        <Button
          type="submit"
          size="md"
          fullWidth
          loading={busy}
          disabled={name.value === undefined || !mayPay || isBehind}
        >
          {isFree ? 'Accept, nothing due now' : `Accept and pay ${sayMoney(quote.due_now)}`}
        </Button>
        <Text size="xs" c="dimmed" ta="center">
          <IconLock size={12} aria-hidden style={{ verticalAlign: -1 }} /> What is shown is what is
          charged, to the cent.
        </Text>
      </Stack>
    </form>
  );
}

function usePaying(props: Parameters<typeof PayForm>[0], fundingSource: string | undefined) {
  const { quote, name, requote } = props;
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const pay = async (onDone: (order: Schemas['Order'], quote: Quote) => void) => {
    if (busy || name.value === undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      const { firstName, lastName } = name.value;
      const order = await client.post('/v1/billing-accounts/{ba}/orders', {
        params: { ba: quote.billing_account },
        body: {
          quote: quote.id,
          authorized_by: { first_name: firstName, last_name: lastName },
          terms_version: quote.terms.version,
          ...(fundingSource === undefined ? {} : { funding_source: fundingSource }),
        },
        idempotencyKey: attempt.key(),
      });
      await refresh();
      onDone(order, quote);
    } catch (caught) {
      setError(caught as Error);
      // What became of it is not known: pressing again repeats the same attempt.
      if (!(caught instanceof ProblemError) || caught.status >= 500) return;
      attempt.renew();
      if (NEEDS_NEW_QUOTE.has(caught.code)) await requote();
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, pay };
}
