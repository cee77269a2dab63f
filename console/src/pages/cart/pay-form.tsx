import { Alert, Button, Stack, Text } from '@mantine/core';
import { ProblemError, type Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { useAttempt } from '../../api/attempt.ts';
import { isZero, sayMoney } from '../../api/money.ts';
import { client, refresh } from '../../api/queries.ts';
import { TypedNameFields, useTypedName } from '../../parts/authorize.tsx';
import { Failed } from '../../parts/loaded.tsx';

type Quote = Schemas['Quote'];

/** Codes after which the same quote can never be bought: another one is needed. */
const NEEDS_NEW_QUOTE = new Set(['quote_outdated', 'quote_expired', 'quote_used']);

/** The typed name, and the one button with the amount on it. Pressing it twice buys once. */
export function PayForm(props: {
  quote: Quote;
  requote: () => Promise<unknown>;
  onDone: (order: Schemas['Order']) => void;
}) {
  const { quote, requote, onDone } = props;
  const name = useTypedName();
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [before, setBefore] = useState<Quote>();

  const pay = async () => {
    if (busy || name.value === undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      const order = await client.post('/v1/billing-accounts/{ba}/orders', {
        params: { ba: quote.billing_account },
        body: {
          quote: quote.id,
          authorized_by: { first_name: name.value.firstName, last_name: name.value.lastName },
          terms_version: quote.terms.version,
        },
        idempotencyKey: attempt.key(),
      });
      await refresh();
      onDone(order);
    } catch (caught) {
      setError(caught as Error);
      if (!(caught instanceof ProblemError)) return; // Not known: the same attempt is repeated.
      attempt.renew();
      if (NEEDS_NEW_QUOTE.has(caught.code)) {
        setBefore(quote);
        await requote();
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void pay();
      }}
    >
      <Stack gap="md">
        <TypedNameFields name={name} />
        {error === undefined ? null : <Failed error={error} />}
        {before === undefined || before.id === quote.id ? null : (
          <Alert color="orange" title="The figures have changed">
            <Text size="sm">
              Due now was {sayMoney(before.due_now)} and is {sayMoney(quote.due_now)}. Nothing was
              charged.
            </Text>
          </Alert>
        )}
        <Button
          type="submit"
          size="md"
          fullWidth
          loading={busy}
          disabled={name.value === undefined}
        >
          {isZero(quote.due_now)
            ? 'Accept, nothing due now'
            : `Accept and pay ${sayMoney(quote.due_now)}`}
        </Button>
      </Stack>
    </form>
  );
}
